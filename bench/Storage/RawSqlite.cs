using Microsoft.Data.Sqlite;
using Revitalization.Bench.Harness;

namespace Revitalization.Bench.Storage;

/// <summary>
/// What SQLite itself does with group commits of the same rows: one table of events, one thread, prepared statement,
/// synchronous=FULL, no checks, no receipts, no callers to answer.
/// </summary>
internal static class RawSqlite
{
    // A sync that also makes the file longer costs several times one that writes over what is there. So the write-ahead
    // log first gets the length at which ours is copied back, or a young file would be measured against an old one.
    private const int LogRows = 40_000;

    public static double PerSecond(string folder, int batch, TimeSpan time)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "raw.db")};Pooling=false");
        connection.Open();
        Run(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=4096");
        Run(connection, """
            CREATE TABLE events(seq INTEGER PRIMARY KEY, stream TEXT, version INTEGER, type TEXT, schema INTEGER, data BLOB,
              actor TEXT, at INTEGER, command_id TEXT)
            """);
        using var insert = Insert(connection);
        WriteBatch(connection, insert, LogRows, 0);
        Run(connection, "PRAGMA wal_checkpoint(RESTART)");
        return Measure.PerSecond(time, batch, turn => WriteBatch(connection, insert, batch, turn));
    }

    private static void WriteBatch(SqliteConnection connection, SqliteCommand insert, int batch, int turn)
    {
        using var transaction = connection.BeginTransaction();
        insert.Transaction = transaction;
        for (var n = turn * batch; n < (turn + 1) * batch; n++)
        {
            insert.Parameters[0].Value = Events.Stream(0, n);
            insert.Parameters[1].Value = n % 10;
            insert.Parameters[2].Value = Events.CommandId(0, n);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static SqliteCommand Insert(SqliteConnection connection)
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

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
