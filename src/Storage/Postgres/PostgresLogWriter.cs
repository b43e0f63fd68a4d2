using Npgsql;
using Revitalization.Storage.EventLog;
using Revitalization.Storage.GroupCommit;

namespace Revitalization.Storage.Postgres;

/// <summary>Writes batches to PostgreSQL. After any failure it starts again on a new connection.</summary>
/// <param name="source">Nobody else's.</param>
internal sealed class PostgresLogWriter(NpgsqlDataSource source, Settlement settlement, StorageSeam seam, Action<long> committed)
    : IBatchSink<LogWrite, AppendResult>
{
    private PostgresLogSession? _session;

    public IReadOnlyList<AppendResult> Commit(IReadOnlyList<LogWrite> batch)
    {
        try
        {
            _session ??= PostgresLogSession.Open(source, seam);
            var (results, head) = _session.Write(batch);
            committed(head);
            return results;
        }
        catch
        {
            if (_session is { } doubted) settlement.Doubt(doubted.Process);
            Dispose();
            source.Clear(); // What is doubted is ended, and must not be lent again.
            throw;
        }
    }

    public void AfterCommit()
    {
    }

    public void Dispose()
    {
        _session?.Dispose();
        _session = null;
    }
}
