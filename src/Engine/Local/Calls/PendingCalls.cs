namespace Revitalization.Engine.Local.Calls;

/// <summary>
/// Calls without an answer yet, in the order sent, which is the order they time out in: finding the late ones looks at no other.
/// Sharded by processor, so that two callers seldom meet at a lock.
/// </summary>
internal sealed class PendingCalls
{
    private readonly Shard[] _shards = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Shard())];
    private volatile TaskCompletionSource? _empty;
    private int _count;

    public void Add(Call call)
    {
        Interlocked.Increment(ref _count);
        _shards[Thread.GetCurrentProcessorId() % _shards.Length].Add(call);
    }

    /// <summary>Safe to call again, and by whoever comes first: the answer, the time-out or the caller's cancellation.</summary>
    public void Remove(Call call)
    {
        if (call.Links.Shard?.Remove(call) != true) return;
        if (Interlocked.Decrement(ref _count) == 0) _empty?.TrySetResult();
    }

    /// <summary>Everything unanswered.</summary>
    public List<Call> Snapshot() => Collect(long.MaxValue);

    /// <summary>Everything sent at or before that moment and still unanswered.</summary>
    public List<Call> SentBefore(long moment) => Collect(moment);

    /// <summary>Completes when nothing is unanswered.</summary>
    public async Task WaitUntilEmpty(CancellationToken cancellation)
    {
        while (Volatile.Read(ref _count) > 0)
        {
            _empty = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (Volatile.Read(ref _count) > 0) await _empty.Task.WaitAsync(cancellation);
        }
    }

    private List<Call> Collect(long moment)
    {
        List<Call> found = [];
        foreach (var shard in _shards) shard.Collect(moment, found);
        return found;
    }

    /// <summary>A call's place in its shard.</summary>
    public struct Links
    {
        public Shard? Shard;
        public Call? Earlier;
        public Call? Later;
    }

    public sealed class Shard
    {
        private readonly Lock _gate = new();
        private Call? _earliest;
        private Call? _latest;

        public void Add(Call call)
        {
            lock (_gate)
            {
                call.Links = new Links { Shard = this, Earlier = _latest };
                if (_latest is null) _earliest = call;
                else _latest.Links.Later = call;
                _latest = call;
            }
        }

        public bool Remove(Call call)
        {
            lock (_gate)
            {
                if (call.Links.Shard is null) return false;
                var (earlier, later) = (call.Links.Earlier, call.Links.Later);
                if (earlier is null) _earliest = later;
                else earlier.Links.Later = later;
                if (later is null) _latest = earlier;
                else later.Links.Earlier = earlier;
                call.Links = default;
                return true;
            }
        }

        public void Collect(long moment, List<Call> found)
        {
            lock (_gate)
            {
                for (var call = _earliest; call is not null && call.SentAt <= moment; call = call.Links.Later) found.Add(call);
            }
        }
    }
}
