namespace Revitalization.Silo.Imports.Running;

/// <summary>
/// Batches on their way to the register, settled in the order of the sheet. Several fly at once, so that the log's writer has the next
/// one's rows while the last rows of this one are answered; two that share a household never do.
/// </summary>
public sealed class BatchFlight(Func<RowBatch, Task> send) : IAsyncDisposable
{
    public const int Most = 3;

    private readonly Queue<(RowBatch Batch, Task Sending)> _flying = new(Most);

    public bool IsEmpty => _flying.Count == 0;

    public bool Takes(RowBatch batch) => _flying.Count < Most && !_flying.Any(flying => flying.Batch.SharesAPlaceWith(batch));

    public void Start(RowBatch batch) => _flying.Enqueue((batch, send(batch)));

    /// <summary>The oldest, when the register has answered all of it.</summary>
    public async Task<RowBatch> Land()
    {
        var (batch, sending) = _flying.Peek();
        await sending;
        _flying.Dequeue();
        return batch;
    }

    /// <summary>What still flies has its end, whatever that is: the next attempt begins at the checkpoint, with nobody beside it.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var (_, sending) in _flying) await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
