using Npgsql;

namespace Revitalization.Storage.Postgres;

/// <summary>
/// After a lost connection the server may still be committing the batch. Whoever then asks what became of it first
/// waits until that transaction is over, which it is when the lock it held can be had.
/// </summary>
internal sealed class Settlement(NpgsqlDataSource source)
{
    private long _doubts;
    private long _settled;

    /// <summary>A batch's outcome is unknown.</summary>
    public void Doubt() => Interlocked.Increment(ref _doubts);

    public async ValueTask Wait(CancellationToken cancellation)
    {
        var doubts = Interlocked.Read(ref _doubts);
        if (Interlocked.Read(ref _settled) >= doubts) return;

        await using var command = source.CreateCommand($"SELECT pg_advisory_xact_lock({AdvisoryLock.Append})");
        await command.ExecuteNonQueryAsync(cancellation);
        Settle(doubts);
    }

    private void Settle(long doubts)
    {
        var settled = Interlocked.Read(ref _settled);
        while (settled < doubts)
        {
            var before = Interlocked.CompareExchange(ref _settled, doubts, settled);
            if (before == settled) return;
            settled = before;
        }
    }
}
