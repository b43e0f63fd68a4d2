using System.Buffers;

namespace Revitalization.Portal.OData.Output;

/// <summary>Bytes of an answer before they go out, on memory that goes from answer to answer.</summary>
internal sealed class AnswerBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(32 * 1024);

    public int Count { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Count);

    public void Add(ReadOnlySpan<byte> piece)
    {
        if (_bytes.Length - Count < piece.Length) Grow(piece.Length);
        piece.CopyTo(_bytes.AsSpan(Count));
        Count += piece.Length;
    }

    public void Advance(int count) => Count += count;

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_bytes.Length - Count < Math.Max(1, sizeHint)) Grow(Math.Max(1, sizeHint));
        return _bytes.AsMemory(Count);
    }

    public void Clear() => Count = 0;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Count + more));
        _bytes.AsSpan(0, Count).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}

/// <summary>Rows that put their own JSON together, from pieces made beforehand.</summary>
internal interface IJsonRows
{
    /// <summary>The row in hand as one object.</summary>
    void Write(AnswerBuffer output);
}
