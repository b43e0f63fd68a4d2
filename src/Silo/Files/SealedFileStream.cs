using System.Security.Cryptography;

namespace Revitalization.Silo.Files;

/// <summary>Reads an encrypted upload; seekable, since an archive's table of contents stands at its end. Holds one chunk.</summary>
internal sealed class SealedFileStream : Stream
{
    private readonly FileStream _file;
    private readonly AesGcm _aes;
    private readonly byte[] _sealed = new byte[SealedChunks.SealedBytes];
    private readonly byte[] _plain = new byte[SealedChunks.PlainBytes];
    private readonly long _chunks;
    private long _open = -1;
    private long _position;

    public SealedFileStream(string path, byte[] key)
    {
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1);
        _aes = new AesGcm(key, SealedChunks.TagBytes);
        _chunks = (_file.Length + SealedChunks.SealedBytes - 1) / SealedChunks.SealedBytes;
        Length = _file.Length - (_chunks * SealedChunks.TagBytes);
    }

    public override long Length { get; }

    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new IOException("A position before the file's beginning."); // As files do: a broken archive asks for it.
    }

    public override int Read(Span<byte> buffer)
    {
        if (_position >= Length || buffer.IsEmpty) return 0;
        var number = _position / SealedChunks.PlainBytes;
        if (number != _open) OpenChunk(number);
        var from = (int)(_position % SealedChunks.PlainBytes);
        var count = Math.Min(buffer.Length, PlainLength(number) - from);
        _plain.AsSpan(from, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => Length + offset,
    };

    private int PlainLength(long number) => (int)Math.Min(SealedChunks.PlainBytes, Length - (number * SealedChunks.PlainBytes));

    private void OpenChunk(long number)
    {
        _file.Position = number * SealedChunks.SealedBytes;
        var length = PlainLength(number);
        var packed = _sealed.AsSpan(0, length + SealedChunks.TagBytes);
        _file.ReadExactly(packed);
        SealedChunks.Open(_aes, number, last: number == _chunks - 1, packed, _plain.AsSpan(0, length));
        _open = number;
    }

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _aes.Dispose();
            _file.Dispose();
        }
        base.Dispose(disposing);
    }
}
