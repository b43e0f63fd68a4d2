namespace Revitalization.Storage.GroupCommit;

/// <summary>
/// Requests on their way to the one thread that writes them. Who puts one in wakes that thread himself: a wake-up that passes through the
/// thread pool waits behind all callers just answered, and the writer would idle while they work and they while it writes.
/// </summary>
/// <param name="most">Requests that may wait; further callers wait for room.</param>
#pragma warning disable CA1001 // The semaphore holds no handle unless asked for one, and callers may still be waiting on it when the line closes.
internal sealed class WaitingLine<T>(int most)
#pragma warning restore CA1001
{
    private readonly object _gate = new(); // For Monitor's Wait and Pulse, which Lock has not.
    private readonly Queue<T> _items = new();
    private readonly SemaphoreSlim _room = new(most);
    private int _wanted = 1; // How many in line wake the writer.
    private bool _isClosed;

    /// <summary>False when the line is closed.</summary>
    public async ValueTask<bool> Enter(T item, CancellationToken cancellation)
    {
        await _room.WaitAsync(cancellation);
        lock (_gate)
        {
            if (!_isClosed)
            {
                _items.Enqueue(item);
                if (_items.Count >= _wanted) Monitor.Pulse(_gate);
                return true;
            }
        }
        _room.Release(); // Whoever still waits for room hears it too.
        return false;
    }

    /// <summary>Waits for the first; false when the line is closed and nobody is left in it.</summary>
    public bool WaitForFirst()
    {
        lock (_gate)
        {
            while (_items.Count == 0 && !_isClosed) Monitor.Wait(_gate);
            return _items.Count > 0;
        }
    }

    /// <summary>Waits until so many are in line, but not longer.</summary>
    public void WaitFor(int count, TimeSpan longest)
    {
        lock (_gate)
        {
            if (_items.Count >= count || _isClosed) return;
            _wanted = count;
            Monitor.Wait(_gate, longest);
            _wanted = 1;
        }
    }

    public bool TryTake(out T item)
    {
        lock (_gate)
        {
            if (!_items.TryDequeue(out item!)) return false;
        }
        _room.Release();
        return true;
    }

    /// <summary>Those in line are still taken; nobody else comes in.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            Monitor.PulseAll(_gate);
        }
    }
}
