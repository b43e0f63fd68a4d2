using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Reactors;

/// <summary>Events of different streams beside one another, those of one stream in their order: a thousand reports need not wait for each other's disks.</summary>
public static class StreamOrder
{
    public static Task ForEach(IReadOnlyList<StoredEvent> events, int atOnce, Func<StoredEvent, Task> act, CancellationToken cancellation) => Parallel.ForEachAsync(
        events.GroupBy(stored => stored.Stream, StringComparer.Ordinal),
        new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation },
        async (stream, stop) =>
        {
            foreach (var stored in stream)
            {
                stop.ThrowIfCancellationRequested(); // Another stream failed: all that is not done is done again from the checkpoint.
                await act(stored);
            }
        });
}
