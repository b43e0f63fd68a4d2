using Microsoft.Data.Sqlite;
using Revitalization.Storage.EventLog;

namespace Revitalization.Storage.Sqlite;

/// <summary>The writing connection of <c>events.db</c> with its prepared statements.</summary>
internal sealed class SqliteLogSession : IDisposable
{
    private readonly SqliteFile _file;
    private readonly SqliteConnection _connection;
    private readonly List<Statement> _statements = [];
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _head;
    private readonly Statement _version;
    private readonly Statement _find;
    private readonly Statement _addEvent;
    private readonly Statement _addCommand;
    private readonly Statement _save;
    private readonly Statement _drop;
    private readonly WalCheckpoint _checkpoint;

    private SqliteLogSession(SqliteFile file, SqliteConnection connection)
    {
        (_file, _connection) = (file, connection);
        _begin = Prepare(StorageCall.Begin, "BEGIN IMMEDIATE");
        _commit = Prepare(StorageCall.Commit, "COMMIT");
        _head = Prepare(StorageCall.Query, SqliteLogWriter.HeadSql);
        _version = Prepare(StorageCall.Query, "SELECT version FROM events WHERE stream = $1 ORDER BY version DESC LIMIT 1");
        _find = Prepare(StorageCall.Query, SqliteLogWriter.FindCommandSql);
        _addEvent = Prepare(StorageCall.Write, "INSERT INTO events VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)");
        _addCommand = Prepare(StorageCall.Write, "INSERT INTO commands VALUES ($1, $2, $3, $4, $5, $6)");
        _save = Prepare(StorageCall.Write, """
            INSERT INTO snapshots VALUES ($1, $2, $3, $4) ON CONFLICT (stream) DO UPDATE
            SET version = excluded.version, schema = excluded.schema, data = excluded.data
            WHERE excluded.version > version OR excluded.schema <> schema
            """);
        _drop = Prepare(StorageCall.Write, "DELETE FROM snapshots WHERE stream = $1");
        _checkpoint = new WalCheckpoint(_connection, file.Seam);
    }

    public static SqliteLogSession Open(SqliteFile file) =>
        SqliteFile.Owning(file.OpenWriter(SqliteLogSchema.Version1), connection => new SqliteLogSession(file, connection));

    /// <summary>One transaction; durable when it returns.</summary>
    public (List<AppendResult> Results, long Head) Write(IReadOnlyList<LogWrite> batch)
    {
        _begin.Run();
        var appends = batch.Where(write => write.Append is not null).Select(write => write.Append!).ToList();
        var plan = BatchPlan.Of(
            appends, _head.Number(), id => _find.First(SqliteLogReader.ToOutcome, id), stream => _version.Number(stream));
        foreach (var (request, seqBefore, outcome) in plan.Accepted) Add(request, seqBefore, outcome);
        foreach (var write in batch) Keep(write);
        _commit.Run();
        return (LogWrite.InOrder(batch, plan.Results), plan.Head);
    }

    public void CheckpointIfDue() => _checkpoint.RunIfDue();

    public void Dispose()
    {
        foreach (var statement in _statements) statement.Dispose();
        _connection.Dispose();
    }

    private void Add(AppendRequest request, long seqBefore, CommandOutcome outcome)
    {
        var at = Instant.ToMicros(outcome.At);
        for (var i = 0; i < request.Events.Count; i++)
        {
            var e = request.Events[i];
            _addEvent.Run(
                seqBefore + i + 1, request.Stream, request.ExpectedVersion + i + 1, e.Type, e.SchemaVersion,
                e.Data, request.Actor, at, request.CommandId);
        }

        _addCommand.Run(outcome.CommandId, outcome.ContentHash, outcome.Stream, outcome.Version, outcome.Seq, at);
    }

    private void Keep(LogWrite write)
    {
        if (write.Save is { } save) _save.Run(save.Stream, save.Version, save.SchemaVersion, save.Data);
        if (write.Drop is { } stream) _drop.Run(stream);
    }

    private Statement Prepare(StorageCall call, string sql)
    {
        var statement = new Statement(_connection, _file.Seam, call, sql);
        _statements.Add(statement);
        return statement;
    }
}
