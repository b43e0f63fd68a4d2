using Revitalization.Contracts.Imports;

namespace Revitalization.Silo.Imports.Reading;

/// <summary>An archive entry's inflated bytes, counted: sizes that an archive declares are not believed.</summary>
internal sealed class GuardedStream(Stream inflated, long packedBytes, InflateBudget budget) : Stream
{
    private long _read;

    public override int Read(Span<byte> buffer) => Count(inflated.Read(buffer));

    public override int Read(byte[] buffer, int offset, int count) => Count(inflated.Read(buffer, offset, count));

    private int Count(int read)
    {
        _read += read;
        budget.Spend(read, _read, packedBytes);
        return read;
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inflated.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>What may still be inflated of one archive.</summary>
internal sealed class InflateBudget(SheetLimits limits)
{
    private long _spent;

    public void Spend(int read, long ofEntry, long packed)
    {
        _spent += read;
        if (_spent > limits.MaxInflatedBytes)
            throw new SheetRefusedException(ImportRefusal.ArchiveSuspicious, FormattableString.Invariant($"解压后超过 {limits.MaxInflatedBytes >> 20} MB。"));
        if (ofEntry > limits.RatioFreeBytes && ofEntry / Math.Max(packed, 1) > limits.MaxInflateRatio)
            throw new SheetRefusedException(ImportRefusal.ArchiveSuspicious, FormattableString.Invariant($"压缩比超过 {limits.MaxInflateRatio} 倍。"));
    }
}
