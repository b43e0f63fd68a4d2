using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;

namespace Revitalization.Portal.Cube.Files;

/// <summary>
/// A file in memory, read only: the one place with pointers. The mapping's handle counts its readers, so that disposing it while
/// somebody reads takes effect when the last of them lets go.
/// </summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;

    private MappedFile(string path, long length)
    {
        Length = length;
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = _file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _start = start + _view.PointerOffset;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
    }

    public long Length { get; }

    /// <summary>Null where the file is away or empty.</summary>
    public static MappedFile? Open(string path)
    {
        var file = new FileInfo(path);
        return file is { Exists: true, Length: > 0 } ? new MappedFile(path, file.Length) : null;
    }

    /// <summary>Keeps the mapping while it is read; false when it is gone. Each true wants one <see cref="Unhold"/>.</summary>
    public bool TryHold()
    {
        var held = false;
        try
        {
            _view.SafeMemoryMappedViewHandle.DangerousAddRef(ref held);
        }
        catch (ObjectDisposedException)
        {
            // Forgotten between finding it and reading it.
        }
        return held;
    }

    public void Unhold() => _view.SafeMemoryMappedViewHandle.DangerousRelease();

    /// <summary>Only for one who holds it.</summary>
    public ReadOnlySpan<T> Span<T>(long offset, int count)
        where T : unmanaged
    {
        if (offset < 0 || count < 0 || offset + ((long)count * Unsafe.SizeOf<T>()) > Length)
            throw new ArgumentOutOfRangeException(nameof(offset), "The span leaves the file.");
        return new ReadOnlySpan<T>(_start + offset, count);
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}
