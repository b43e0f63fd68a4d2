using Microsoft.Data.Sqlite;
using Revitalization.Bench.Harness;

namespace Revitalization.Bench.Storage;

/// <summary>
/// What SQLite itself does with group commits of the same rows: one thread, prepared statements, synchronous=FULL, no checks,
/// no plan, no callers to answer.
/// </summary>
internal static class RawSqlite
{
    // A sync that also makes the file longer costs several times one that writes over what is there. So the write-ahead
    // log first gets the length at which ours is copied back, or a young file would be measured against an old one.
    private const int LogRows = 40_000;

    public static double PerSecond(string folder, int batch, TimeSpan time, RawRows rows = RawRows.EventAlone)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "raw.db")};Pooling=false");
        connection.Open();
        Run(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=4096");
        Run(connection, """
            CREATE TABLE events(seq INTEGER PRIMARY KEY, stream TEXT, version INTEGER, type TEXT, schema INTEGER, data BLOB,
              actor TEXT, at INTEGER, command_id TEXT)
            """);
        using var insert = InsertEvent(connection);
        using var keep = rows == RawRows.AsACommandLeaves ? InsertCommand(connection) : null;
        WriteBatch(connection, insert, keep, LogRows, 0);
        Run(connection, "PRAGMA wal_checkpoint(RESTART)");
        var first = (LogRows / batch) + 1; // Where rows have keys, those of the filling are taken.
        return Measure.PerSecond(time, batch, turn => WriteBatch(connection, insert, keep, batch, first + turn));
    }

    private static void WriteBatch(SqliteConnection connection, SqliteCommand insert, SqliteCommand? keep, int batch, int turn)
    {
        using var transaction = connection.BeginTransaction();
        insert.Transaction = transaction;
        for (var n = turn * batch; n < (turn + 1) * batch; n++)
        {
            var (stream, version, command) = (Events.Stream(0, n), n % 10, Events.CommandId(0, n));
            insert.Parameters[0].Value = stream;
            insert.Parameters[1].Value = version;
            insert.Parameters[2].Value = command;
            insert.ExecuteNonQuery();
            if (keep is null) continue;
            keep.Transaction = transaction;
            keep.Parameters[0].Value = command;
            keep.Parameters[1].Value = stream;
            keep.Parameters[2].Value = version;
            keep.Parameters[3].Value = n;
            keep.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static SqliteCommand InsertEvent(SqliteConnection connection)
    {
        var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO events VALUES (NULL, $stream, $version, 'income.reported', 1, $data, 'monitor', 0, $command)";
        insert.Parameters.Add(new("$stream", ""));
        insert.Parameters.Add(new("$version", SqliteType.Integer));
        insert.Parameters.Add(new("$command", ""));
        insert.Parameters.Add(new("$data", Events.Data));
        insert.Prepare();
        return insert;
    }

    private static SqliteCommand InsertCommand(SqliteConnection connection)
    {
        Run(connection, """
            CREATE UNIQUE INDEX events_by_stream ON events(stream, version);
            CREATE TABLE commands(command_id TEXT PRIMARY KEY, content_hash TEXT NOT NULL, stream TEXT NOT NULL, version INTEGER NOT NULL,
              seq INTEGER NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID
            """);
        var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO commands VALUES ($command, 'content', $stream, $version, $seq, 0)";
        insert.Parameters.Add(new("$command", ""));
        insert.Parameters.Add(new("$stream", ""));
        insert.Parameters.Add(new("$version", SqliteType.Integer));
        insert.Parameters.Add(new("$seq", SqliteType.Integer));
        insert.Prepare();
        return insert;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
