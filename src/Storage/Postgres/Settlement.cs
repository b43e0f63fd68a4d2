using Npgsql;

namespace Revitalization.Storage.Postgres;

/// <summary>Which process of the server a session has; a number alone may be given to another later.</summary>
internal readonly record struct ServerProcess(int Id, DateTime Began);

/// <summary>
/// After a lost connection the server may still be committing the batch, or have all of it before it, unread. Whoever then asks what became
/// of it first ends that process and waits until it is gone: from then on what is written is written, and nothing more comes.
/// </summary>
internal sealed class Settlement(NpgsqlDataSource source)
{
    private const string Same = "FROM pg_stat_activity WHERE pid = $1 AND backend_start = $2";
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly List<ServerProcess> _doubted = [];
    private volatile bool _isInDoubt;

    /// <summary>The outcome of what was last sent to this process is unknown.</summary>
    public void Doubt(ServerProcess process)
    {
        lock (_gate) _doubted.Add(process);
        _isInDoubt = true;
    }

    public async ValueTask Wait(CancellationToken cancellation)
    {
        if (!_isInDoubt) return;
        ServerProcess[] doubted;
        lock (_gate) doubted = [.. _doubted];
        foreach (var process in doubted) await End(process, cancellation);
        lock (_gate)
        {
            foreach (var process in doubted) _doubted.Remove(process);
            _isInDoubt = _doubted.Count > 0;
        }
    }

    private async Task End(ServerProcess process, CancellationToken cancellation)
    {
        var clock = TimeProvider.System; // How long to look at a server is no date in the county's calendar.
        var started = clock.GetTimestamp();
        while (await Ask($"SELECT count(pg_terminate_backend(pid)) {Same}", process, cancellation) > 0)
        {
            if (clock.GetElapsedTime(started) > LongestWait) throw new StorageFaultException("Whether a write is under way is not known yet.");
            await Task.Delay(BetweenLooks, clock, cancellation);
        }
    }

    private async Task<long> Ask(string sql, ServerProcess process, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new() { Value = process.Id });
        command.Parameters.Add(new() { Value = process.Began });
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
