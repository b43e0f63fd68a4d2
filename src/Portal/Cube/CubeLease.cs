using Revitalization.Portal.Cube.Files;

namespace Revitalization.Portal.Cube;

/// <summary>A cube while it is read: its memory stays mapped until this is disposed, whatever becomes of the release.</summary>
internal sealed class CubeLease : IDisposable
{
    private CubeFile? _file;

    private CubeLease(CubeFile file) => _file = file;

    public CubeFile File => _file ?? throw new ObjectDisposedException(nameof(CubeLease));

    public static CubeLease? Of(CubeFile file) => file.TryHold() ? new CubeLease(file) : null;

    public void Dispose() => Interlocked.Exchange(ref _file, null)?.Unhold();
}
