using Microsoft.Data.Sqlite;

namespace Revitalization.Storage.Sqlite;

/// <summary>One database file: how its connections are opened, and the version of its tables.</summary>
/// <param name="Path">The file; its folder exists.</param>
/// <param name="Pragmas">Per connection that writes, beyond those all share.</param>
/// <param name="Pooled">Whether a closed connection stays open for the next caller, with its cache.</param>
internal sealed record SqliteFile(string Path, string Pragmas, StorageSeam Seam, bool Pooled = false)
{
    // Nobody asks how much memory SQLite has; counting it takes one lock for all connections, at every allocation. Only the
    // first user of SQLite in a process can say so, and nothing is lost where somebody was faster.
    static SqliteFile()
    {
        SQLitePCL.Batteries_V2.Init();
        _ = SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    // mmap would turn a disk error into a signal that ends the process.
    private const string Shared = "PRAGMA busy_timeout=5000; PRAGMA mmap_size=0; PRAGMA foreign_keys=ON;";

    /// <summary>A connection that writes. Brings the tables to the newest version; each step runs once, in its own transaction.</summary>
    public SqliteConnection OpenWriter(params string[] steps) => Open(SqliteOpenMode.ReadWriteCreate, connection =>
    {
        Run(connection, Shared + "PRAGMA journal_mode=WAL;" + Pragmas);
        Migrate(connection, steps);
    });

    public SqliteConnection OpenReader(string pragmas = "") => Open(SqliteOpenMode.ReadWrite, connection => PrepareReader(connection, pragmas));

    /// <summary>A reading connection that keeps its prepared statements; it is nobody's pool's but its lender's.</summary>
    public KeepingConnection OpenReading()
    {
        Seam.Before(StorageCall.Connect);
        var address = new SqliteConnectionStringBuilder { DataSource = Path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ConnectionString;
        var connection = new KeepingConnection(address, reads: true);
        Owning(connection, opened =>
        {
            opened.Open();
            PrepareReader(opened, "");
            Seam.After(StorageCall.Connect);
            return opened;
        });
        return connection;
    }

    private void PrepareReader(SqliteConnection connection, string pragmas) => Run(connection, Shared + "PRAGMA query_only=ON;" + pragmas);

    /// <summary>What is built on a connection owns it; if the building fails nobody does, and it is closed.</summary>
    public static T Owning<T>(SqliteConnection connection, Func<SqliteConnection, T> build)
    {
        try
        {
            return build(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Closes the connections that wait for the next caller.</summary>
    public void ClosePool()
    {
        foreach (var mode in (SqliteOpenMode[])[SqliteOpenMode.ReadWrite, SqliteOpenMode.ReadWriteCreate])
        {
            using var connection = new SqliteConnection(Address(mode));
            SqliteConnection.ClearPool(connection);
        }
    }

    private string Address(SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = Path, Mode = mode, Pooling = Pooled }.ConnectionString;

    private void Migrate(SqliteConnection writer, string[] steps)
    {
        var version = Convert.ToInt32(Scalar(writer, "PRAGMA user_version"), provider: null);
        if (version > steps.Length)
            throw new StorageFaultException($"{System.IO.Path.GetFileName(Path)} has tables of a newer version ({version}).");

        for (; version < steps.Length; version++)
            Run(writer, $"BEGIN IMMEDIATE; {steps[version]}; PRAGMA user_version={version + 1}; COMMIT;");
    }

    private void Run(SqliteConnection connection, string sql)
    {
        Seam.Before(StorageCall.Write);
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
        Seam.After(StorageCall.Write);
    }

    private SqliteConnection Open(SqliteOpenMode mode, Action<SqliteConnection> prepare)
    {
        Seam.Before(StorageCall.Connect);
        var connection = new KeepingConnection(Address(mode), reads: mode == SqliteOpenMode.ReadWrite);
        return Owning(connection, opened =>
        {
            opened.Open();
            prepare(opened);
            Seam.After(StorageCall.Connect);
            return opened;
        });
    }

    private object? Scalar(SqliteConnection connection, string sql)
    {
        Seam.Before(StorageCall.Query);
        using var command = new SqliteCommand(sql, connection);
        return command.ExecuteScalar();
    }
}
