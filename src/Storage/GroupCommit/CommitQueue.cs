using System.Diagnostics;

namespace Revitalization.Storage.GroupCommit;

/// <summary>
/// Group commit (成组提交): requests of many callers share one transaction, written by one thread. While a batch is
/// being synced the next one gathers, so the batch grows with the load and a lone caller never waits for others.
/// </summary>
internal sealed class CommitQueue<TRequest, TResult> : IAsyncDisposable
{
    private readonly IBatchSink<TRequest, TResult> _sink;
    private readonly BatchGatherer<Pending<TRequest, TResult>> _gatherer;
    private readonly WaitingLine<Pending<TRequest, TResult>> _queue;
    private readonly Thread _thread;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CommitQueue(string name, IBatchSink<TRequest, TResult> sink, Func<TRequest, int> weigh, CommitLimits limits)
    {
        _sink = sink;
        _queue = new(limits.Waiting);
        _gatherer = new(_queue, pending => weigh(pending.Request), limits);
        _thread = new Thread(Run) { IsBackground = true, Name = name };
        _thread.Start();
    }

    /// <summary>Completes when the request's transaction is durable. Cancellation counts until a batch takes the request.</summary>
    public async Task<TResult> Submit(TRequest request, CancellationToken cancellation)
    {
        var pending = new Pending<TRequest, TResult>(request, cancellation);
        if (!await _queue.Enter(pending, cancellation)) throw new ObjectDisposedException(_thread.Name, "The storage is closed.");
        return await pending.Result.Task;
    }

    /// <summary>Takes no more requests, writes those it has, and ends its thread.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Close();
        await _stopped.Task;
    }

    private void Run()
    {
        try
        {
            while (_gatherer.Next() is { } gathered)
                Write(gathered);
        }
        finally
        {
            _sink.Dispose();
            _stopped.TrySetResult();
        }
    }

    private void Write(List<Pending<TRequest, TResult>> gathered)
    {
        gathered.RemoveAll(pending => pending.GaveUp());
        if (gathered.Count == 0) return;

        var started = Stopwatch.GetTimestamp();
        if (TryCommit(gathered))
            _gatherer.Observe(gathered.Count, Stopwatch.GetElapsedTime(started));
    }

#pragma warning disable CA1031 // Whatever the database throws belongs to the callers, who are told; the thread serves the next batch.
    private bool TryCommit(List<Pending<TRequest, TResult>> batch)
    {
        try
        {
            var results = _sink.Commit(batch.ConvertAll(pending => pending.Request));
            for (var i = 0; i < batch.Count; i++) batch[i].Result.TrySetResult(results[i]);
        }
        catch (Exception cause)
        {
            var fault = new StorageFaultException("The write's outcome is unknown: " + cause.Message, cause);
            foreach (var pending in batch) pending.Result.TrySetException(fault);
            return false;
        }

        return TryHousekeeping();
    }

    private bool TryHousekeeping()
    {
        try
        {
            _sink.AfterCommit();
            return true;
        }
        catch (Exception cause)
        {
            Trace.TraceWarning("Storage housekeeping failed and will be tried again: {0}", cause.Message);
            return false;
        }
    }
#pragma warning restore CA1031
}
