using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Revitalization.Portal.Cube.Files;

/// <summary>Writes one column at its place in the file, through a buffer of bounded size.</summary>
internal sealed class ColumnWriter<T>(SafeFileHandle file, long offset)
    where T : unmanaged
{
    private const int Most = 1 << 16;
    private readonly T[] _buffer = new T[Most];
    private long _offset = offset;
    private int _count;

    public void Add(T value)
    {
        if (_count == Most) Flush();
        _buffer[_count++] = value;
    }

    public void Add(ReadOnlySpan<T> values)
    {
        foreach (var value in values) Add(value);
    }

    public void Flush()
    {
        var bytes = MemoryMarshal.AsBytes(_buffer.AsSpan(0, _count));
        RandomAccess.Write(file, bytes, _offset);
        _offset += bytes.Length;
        _count = 0;
    }

    /// <summary>Replaces what was written: only at the end is it known which number each member has in order.</summary>
    public void Renumber(long from, int count, Func<T, T> change)
    {
        var size = System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
        for (var done = 0; done < count;)
        {
            var piece = _buffer.AsSpan(0, Math.Min(Most, count - done));
            ReadWhole(MemoryMarshal.AsBytes(piece), from + ((long)done * size));
            foreach (ref var value in piece) value = change(value);
            RandomAccess.Write(file, MemoryMarshal.AsBytes(piece), from + ((long)done * size));
            done += piece.Length;
        }
    }

    private void ReadWhole(Span<byte> bytes, long at)
    {
        while (bytes.Length > 0)
        {
            var read = RandomAccess.Read(file, bytes, at);
            if (read <= 0) throw new EndOfStreamException("A column ends early.");
            bytes = bytes[read..];
            at += read;
        }
    }
}
