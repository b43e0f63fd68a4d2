using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using Revitalization.Portal.OData.Http;

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
    private readonly AnswerBuffer _buffer = new();
    private bool _hasSent, _hasObjects;

    public JsonBody(PipeWriter output)
    {
        _output = output;
        Json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
    }

    public Utf8JsonWriter Json { get; }

    /// <summary>The next element of the one array that holds rows; the writer knows nothing of it.</summary>
    public void Object(IJsonRows row)
    {
        if (_hasObjects) _buffer.Add(","u8);
        else Json.Flush();
        _hasObjects = true;
        row.Write(_buffer);
    }

    /// <summary>One line of a sequence of values (JSON Lines).</summary>
    public void Line(IJsonRows row)
    {
        row.Write(_buffer);
        _buffer.Add("\n"u8);
    }

    public ValueTask FlushIfFull(CancellationToken cancellation) =>
        _buffer.Count + Json.BytesPending >= Threshold ? Flush(cancellation) : ValueTask.CompletedTask;

    /// <summary>Sends what is left; an answer that goes out in one piece may be kept.</summary>
    public ValueTask End(ODataContext context)
    {
        Json.Flush();
        if (!_hasSent) context.Keep?.Invoke(_buffer.Written);
        return Flush(context.Cancellation);
    }

    /// <summary>Ends one value of a sequence of values (JSON Lines).</summary>
    public void EndLine()
    {
        Json.Flush();
        Json.Reset();
        _buffer.Add("\n"u8);
    }

    public async ValueTask Flush(CancellationToken cancellation)
    {
        Json.Flush();
        _hasSent = true;
        await _output.WriteAsync(_buffer.Written, cancellation);
        _buffer.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await Json.DisposeAsync();
        _buffer.Dispose();
    }
}
