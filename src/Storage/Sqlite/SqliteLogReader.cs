using Microsoft.Data.Sqlite;
using Revitalization.Storage.EventLog;

namespace Revitalization.Storage.Sqlite;

/// <summary>One reading connection of the log. Every read is one short statement, so it never holds up a checkpoint.</summary>
internal sealed class SqliteLogReader : IDisposable
{
    private const string Columns = "SELECT seq, stream, version, type, schema, data, actor, at, command_id FROM events ";
    private readonly SqliteConnection _connection;
    private readonly Statement _all;
    private readonly Statement _stream;
    private readonly Statement _snapshot;
    private readonly Statement _command;
    private readonly Statement _head;

    public SqliteLogReader(SqliteConnection connection, StorageSeam seam)
    {
        _connection = connection;
        Statement Query(string sql, int parameters) => new(_connection, seam, StorageCall.Query, sql, parameters);
        _all = Query(Columns + "WHERE seq > $1 ORDER BY seq LIMIT $2", 2);
        _stream = Query(Columns + "WHERE stream = $1 AND version > $2 ORDER BY version LIMIT $3", 3);
        _snapshot = Query("SELECT stream, version, schema, data FROM snapshots WHERE stream = $1 AND schema = $2", 2);
        _command = Query(SqliteLogWriter.FindCommandSql, 1);
        _head = Query(SqliteLogWriter.HeadSql, 0);
    }

    public long Head() => _head.Number();

    public CommandOutcome? FindCommand(string commandId) => _command.First(ToOutcome, commandId);

    public List<StoredEvent> Read(long afterSeq, int limit) => _all.All(ToEvent, afterSeq, limit);

    public List<StoredEvent> ReadStream(string stream, long afterVersion, int limit) =>
        _stream.All(ToEvent, stream, afterVersion, limit);

    public Snapshot? Snapshot(string stream, int schema) => _snapshot.First(
        row => new Snapshot(row.GetString(0), row.GetInt64(1), row.GetInt32(2), row.GetFieldValue<byte[]>(3)), stream, schema);

    public void Dispose()
    {
        foreach (var statement in (Statement[])[_all, _stream, _snapshot, _command, _head]) statement.Dispose();
        _connection.Dispose();
    }

    internal static CommandOutcome ToOutcome(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetInt64(4), Instant.FromMicros(row.GetInt64(5)));

    private static StoredEvent ToEvent(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetInt32(4), row.GetFieldValue<byte[]>(5),
        row.GetString(6), Instant.FromMicros(row.GetInt64(7)), row.GetString(8));
}
