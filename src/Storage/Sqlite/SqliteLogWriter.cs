using Revitalization.Storage.EventLog;
using Revitalization.Storage.GroupCommit;

namespace Revitalization.Storage.Sqlite;

/// <summary>Writes batches to <c>events.db</c>. After any failure it starts again on a new connection.</summary>
internal sealed class SqliteLogWriter(SqliteFile file, Action<long> committed) : IBatchSink<LogWrite, AppendResult>
{
    public const string HeadSql = "SELECT seq FROM events ORDER BY seq DESC LIMIT 1";
    public const string FindCommandSql =
        "SELECT command_id, content_hash, stream, version, seq, at FROM commands WHERE command_id = $1";

    private SqliteLogSession? _session = SqliteLogSession.Open(file);

    public IReadOnlyList<AppendResult> Commit(IReadOnlyList<LogWrite> batch)
    {
        try
        {
            _session ??= SqliteLogSession.Open(file);
            var (results, head) = _session.Write(batch);
            committed(head);
            return results;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void AfterCommit() => _session?.CheckpointIfDue();

    public void Dispose()
    {
        _session?.Dispose();
        _session = null;
    }
}
