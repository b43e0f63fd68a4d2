using System.Diagnostics;

namespace Revitalization.Storage.GroupCommit;

/// <summary>
/// Decides how many requests share a transaction. After a batch its callers come back with their next request within
/// microseconds; committing the first who returns alone would make the others wait a whole sync. So it lingers for as
/// many as came last time, for a fraction of what a commit costs, and adapts to what it then sees. It sleeps meanwhile: on busy
/// processors a thread that yields comes back milliseconds late.
/// </summary>
internal sealed class BatchGatherer<T>(WaitingLine<T> queue, Func<T, int> weigh, CommitLimits limits)
{
    private static readonly TimeSpan LongestLinger = TimeSpan.FromMilliseconds(1);
    private int _expected = 1;
    private TimeSpan _linger = TimeSpan.Zero;

    /// <summary>The next batch, never empty, or null when the queue was closed and is drained.</summary>
    public List<T>? Next()
    {
        if (!queue.WaitForFirst()) return null;

        var batch = new List<T>(Math.Min(_expected, limits.Batch));
        var weight = 0;
        var started = Stopwatch.GetTimestamp();
        do
        {
            while (batch.Count < limits.Batch && weight < limits.BatchBytes && queue.TryTake(out var item))
            {
                batch.Add(item);
                weight += weigh(item);
            }
        }
        while (Linger(batch.Count, weight, started));
        return batch;
    }

    public void Observe(int count, TimeSpan commit)
    {
        _expected = count;
        _linger = commit / 4 < LongestLinger ? commit / 4 : LongestLinger;
    }

    /// <summary>Waits for those still missing; false when it is time to write.</summary>
    private bool Linger(int count, int weight, long started)
    {
        var missing = Math.Min(_expected, limits.Batch) - count;
        if (missing <= 0 || weight >= limits.BatchBytes || Stopwatch.GetElapsedTime(started) >= _linger) return false;
        queue.WaitFor(missing, LongestLinger); // The clock of waits has no finer step.
        return true;
    }
}
