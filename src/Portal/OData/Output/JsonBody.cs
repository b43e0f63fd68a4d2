using System.Buffers;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Revitalization.Portal.OData.Output;

/// <summary>
/// A JSON body on its way out. Nothing is sent before the first <see cref="Threshold"/> bytes, so that most failures still get
/// a proper status; from then on it flushes as it fills, counting what the writer holds pending as well: by committed bytes alone
/// a whole export would be buffered.
/// </summary>
internal sealed class JsonBody : IAsyncDisposable
{
    private const int Threshold = 64 * 1024;
    private readonly PipeWriter _output;
    private readonly ArrayBufferWriter<byte> _buffer = new(16 * 1024);
    private bool _hasSent;

    public JsonBody(PipeWriter output)
    {
        _output = output;
        Json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
    }

    public Utf8JsonWriter Json { get; }

    public async ValueTask FlushIfFull(CancellationToken cancellation)
    {
        if (_buffer.WrittenCount + Json.BytesPending >= Threshold) await Flush(cancellation);
    }

    /// <summary>Gives all of it, while nothing has been sent.</summary>
    public bool IsWhole(out ReadOnlyMemory<byte> whole)
    {
        Json.Flush();
        whole = _buffer.WrittenMemory;
        return !_hasSent;
    }

    /// <summary>Ends one value of a sequence of values (JSON Lines).</summary>
    public void EndLine()
    {
        Json.Flush();
        Json.Reset();
        _buffer.Write("\n"u8);
    }

    public async ValueTask Flush(CancellationToken cancellation)
    {
        Json.Flush();
        _hasSent = true;
        await _output.WriteAsync(_buffer.WrittenMemory, cancellation);
        _buffer.ResetWrittenCount();
    }

    public ValueTask DisposeAsync() => Json.DisposeAsync();
}
