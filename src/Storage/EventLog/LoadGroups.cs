namespace Revitalization.Storage.EventLog;

/// <summary>One activation's question: a stream's snapshot of this shape and the events after it.</summary>
internal readonly record struct LoadRequest(string Stream, int SnapshotSchema);

/// <summary>The answer, whole however long the history.</summary>
internal readonly record struct LoadedStream(Snapshot? Snapshot, IReadOnlyList<StoredEvent> Events);

/// <summary>
/// Activations that come at once share a read: while as many reads are under way as there may be, those who come gather for the next one.
/// A lone one never waits. What was asked is read after it was asked, never before.
/// </summary>
/// <param name="read">One answer per question, in order. Runs on the pool, outside any grain's turn.</param>
internal sealed class LoadGroups(Func<IReadOnlyList<LoadRequest>, Task<IReadOnlyList<LoadedStream>>> read)
{
    private const int ReadsAtOnce = 2;
    private const int LoadsPerRead = 64;

    private readonly Lock _gate = new();
    private readonly Queue<Waiting> _waiting = new();
    private int _reading;

    public Task<LoadedStream> Load(LoadRequest request, CancellationToken cancellation)
    {
        var asked = new Waiting(request);
        lock (_gate)
        {
            _waiting.Enqueue(asked);
            if (_reading == ReadsAtOnce) return asked.Answer.Task.WaitAsync(cancellation);
            _reading++;
        }
        // In line behind what the pool has to do, for among that are others who will ask.
        _ = Task.Factory.StartNew(ReadAll, CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default);
        return asked.Answer.Task.WaitAsync(cancellation);
    }

    private async Task ReadAll()
    {
        while (Next() is { Count: > 0 } group) await Answer(group);
    }

    private List<Waiting> Next()
    {
        lock (_gate)
        {
            var group = new List<Waiting>(Math.Min(_waiting.Count, LoadsPerRead));
            while (group.Count < LoadsPerRead && _waiting.TryDequeue(out var asked)) group.Add(asked);
            if (group.Count == 0) _reading--;
            return group;
        }
    }

#pragma warning disable CA1031 // Whatever the database throws belongs to those who asked, who are told; the next group is read.
    private async Task Answer(List<Waiting> group)
    {
        try
        {
            var answers = await read(group.ConvertAll(asked => asked.Request));
            for (var at = 0; at < group.Count; at++) group[at].Answer.TrySetResult(answers[at]);
        }
        catch (Exception cause)
        {
            foreach (var asked in group) asked.Answer.TrySetException(cause);
        }
    }
#pragma warning restore CA1031

    private sealed record Waiting(LoadRequest Request)
    {
        // A reader must not run its callers' continuations.
        public TaskCompletionSource<LoadedStream> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
