namespace Revitalization.Storage.EventLog;

/// <summary>
/// Wakes readers that wait for events. Appends of this process wake them at once; appends of other processes are
/// noticed by polling, by one waiter at a time on behalf of all.
/// </summary>
internal sealed class EventSignal(Func<CancellationToken, ValueTask<long>> readHead)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);
    // How long to sleep between looks is no date in the county's calendar: a test's stopped clock must not stop it.
    private readonly TimeProvider _clock = TimeProvider.System;
    private int _polling;
    private TaskCompletionSource _changed = NewSource();
    private long _head;

    /// <summary>Tells that the log reaches at least to this position.</summary>
    public void Publish(long head)
    {
        if (!Raise(head)) return;
        Interlocked.Exchange(ref _changed, NewSource()).TrySetResult();
    }

    public async ValueTask Wait(long afterSeq, TimeSpan timeout, CancellationToken cancellation)
    {
        var started = _clock.GetTimestamp();
        while (true)
        {
            var changed = Volatile.Read(ref _changed).Task;
            if (Interlocked.Read(ref _head) > afterSeq) return;
            await PollOnce(cancellation);
            if (Interlocked.Read(ref _head) > afterSeq) return;

            var left = timeout - _clock.GetElapsedTime(started);
            if (left <= TimeSpan.Zero) return;
            await Sleep(changed, left < Poll ? left : Poll, cancellation);
        }
    }

    private async ValueTask PollOnce(CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref _polling, 1) == 1) return;
        try
        {
            Publish(await readHead(cancellation));
        }
        finally
        {
            Volatile.Write(ref _polling, 0);
        }
    }

    private async Task Sleep(Task changed, TimeSpan time, CancellationToken cancellation)
    {
        try
        {
            await changed.WaitAsync(time, _clock, cancellation);
        }
        catch (TimeoutException)
        {
            // Nothing was appended here meanwhile; the caller polls for others.
        }
    }

    private bool Raise(long head)
    {
        var seen = Interlocked.Read(ref _head);
        while (head > seen)
        {
            var before = Interlocked.CompareExchange(ref _head, head, seen);
            if (before == seen) return true;
            seen = before;
        }

        return false;
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
