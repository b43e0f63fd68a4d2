using Microsoft.Data.Sqlite;
using SQLitePCL;
using Revitalization.Storage.EventLog;

namespace Revitalization.Storage.Sqlite;

/// <summary>One reading connection of the log. Every read is a short statement or two, so it never holds up a checkpoint.</summary>
internal sealed class SqliteLogReader : IDisposable
{
    private const string Columns = "SELECT seq, stream, version, type, schema, data, actor, at, command_id FROM events ";
    private const int LoadPage = 200;
    private readonly SqliteConnection _connection;
    private readonly Statement _begin;
    private readonly Statement _end;
    private readonly Statement _all;
    private readonly Statement _stream;
    private readonly Statement _snapshot;
    private readonly Statement _command;
    private readonly Statement _head;

    public SqliteLogReader(SqliteConnection connection, StorageSeam seam)
    {
        _connection = connection;
        // Else a statement whose LIMIT is bound is planned anew at every use, which costs more than what it reads.
        _ = raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
        Statement Query(string sql) => new(_connection, seam, StorageCall.Query, sql);
        _begin = new(connection, seam, StorageCall.Begin, "BEGIN");
        _end = new(connection, seam, StorageCall.Query, "END");
        _all = Query(Columns + "WHERE seq > $1 ORDER BY seq LIMIT $2");
        _stream = Query(Columns + "WHERE stream = $1 AND version > $2 ORDER BY version LIMIT $3");
        _snapshot = Query("SELECT stream, version, schema, data FROM snapshots WHERE stream = $1 AND schema = $2");
        _command = Query(SqliteLogWriter.FindCommandSql);
        _head = Query(SqliteLogWriter.HeadSql);
    }

    public long Head() => _head.Number();

    public CommandOutcome? FindCommand(string commandId) => _command.First(ToOutcome, commandId);

    public List<StoredEvent> Read(long afterSeq, int limit) => _all.All(ToEvent, afterSeq, limit);

    public List<StoredEvent> ReadStream(string stream, long afterVersion, int limit) =>
        _stream.All(ToEvent, stream, afterVersion, limit);

    /// <summary>Streams' snapshots and what came after them.</summary>
    public LoadedStream[] Load(IReadOnlyList<LoadRequest> asked)
    {
        var loaded = FirstPages(asked);
        for (var at = 0; at < loaded.Length; at++)
            for (var page = loaded[at].Events; page.Count == LoadPage; loaded[at].Events.AddRange(page))
                page = ReadStream(asked[at].Stream, page[^1].Version, LoadPage); // In pages, so that a long history does not hold up a checkpoint.
        return Array.ConvertAll(loaded, each => new LoadedStream(each.Snapshot, each.Events));
    }

    // Each read transaction begins with an empty cache, once somebody has written: many reads in one cost a fraction.
    private (Snapshot? Snapshot, List<StoredEvent> Events)[] FirstPages(IReadOnlyList<LoadRequest> asked)
    {
        var loaded = new (Snapshot? Snapshot, List<StoredEvent> Events)[asked.Count];
        _begin.Run();
        try
        {
            for (var at = 0; at < loaded.Length; at++)
            {
                var snapshot = Snapshot(asked[at].Stream, asked[at].SnapshotSchema);
                loaded[at] = (snapshot, ReadStream(asked[at].Stream, snapshot?.Version ?? 0, LoadPage));
            }
            return loaded;
        }
        finally
        {
            _end.Run();
        }
    }

    private Snapshot? Snapshot(string stream, int schema) => _snapshot.First(
        row => new Snapshot(row.Text(0), row.Number(1), row.Small(2), row.Blob(3)), stream, schema);

    public void Dispose()
    {
        foreach (var statement in (Statement[])[_begin, _end, _all, _stream, _snapshot, _command, _head]) statement.Dispose();
        _connection.Dispose();
    }

    internal static CommandOutcome ToOutcome(Row row) => new(
        row.Text(0), row.Text(1), row.Text(2), row.Number(3), row.Number(4), Instant.FromMicros(row.Number(5)));

    private static StoredEvent ToEvent(Row row) => new(
        row.Number(0), row.Text(1), row.Number(2), row.Text(3), row.Small(4), row.Blob(5),
        row.Text(6), Instant.FromMicros(row.Number(7)), row.Text(8));
}
