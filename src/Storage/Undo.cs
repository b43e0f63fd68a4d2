namespace Revitalization.Storage;

/// <summary>Parts opened so far, closed again in reverse if a later one fails to open.</summary>
internal sealed class Undo : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _parts = new();

    public T Keep<T>(T part)
        where T : IAsyncDisposable
    {
        _parts.Push(part);
        return part;
    }

    /// <summary>All opened: nothing to undo.</summary>
    public void Forget() => _parts.Clear();

    public async ValueTask DisposeAsync()
    {
        while (_parts.TryPop(out var part)) await part.DisposeAsync();
    }
}
