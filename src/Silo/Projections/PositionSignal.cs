namespace Revitalization.Silo.Projections;

/// <summary>A position that only grows, and those who wait for it to reach theirs.</summary>
internal sealed class PositionSignal
{
    private readonly Lock _lock = new();
    private readonly List<(long Position, TaskCompletionSource Reached)> _waiting = [];
    private long _position;
    private TaskCompletionSource _wanted = New();

    public long Position => Interlocked.Read(ref _position);

    public void Advance(long position)
    {
        lock (_lock)
        {
            if (position <= _position) return;
            _position = position;
            foreach (var waiter in _waiting.Where(waiter => waiter.Position <= position)) waiter.Reached.TrySetResult();
            _waiting.RemoveAll(waiter => waiter.Position <= position);
        }
    }

    public async Task<bool> WaitFor(long position, TimeSpan timeout, CancellationToken cancellation)
    {
        var reached = New();
        lock (_lock)
        {
            if (_position >= position) return true;
            _waiting.Add((position, reached));
            _wanted.TrySetResult();
        }
        try
        {
            await reached.Task.WaitAsync(timeout, cancellation);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
        finally
        {
            lock (_lock) _waiting.RemoveAll(waiter => waiter.Reached == reached);
        }
    }

    /// <summary>Pauses, but not longer than until somebody waits for a position.</summary>
    public async Task PauseUntilWanted(TimeSpan longest, CancellationToken cancellation)
    {
        Task wanted;
        lock (_lock)
        {
            if (_waiting.Count > 0) return;
            if (_wanted.Task.IsCompleted) _wanted = New();
            wanted = _wanted.Task;
        }
        await wanted.WaitAsync(longest, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
