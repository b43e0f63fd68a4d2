namespace Revitalization.Storage.Sqlite;

/// <summary>The tables of <c>events.db</c>.</summary>
internal static class SqliteLogSchema
{
    public const string Version1 = """
        CREATE TABLE events(
          seq INTEGER PRIMARY KEY, stream TEXT NOT NULL, version INTEGER NOT NULL, type TEXT NOT NULL, schema INTEGER NOT NULL,
          data BLOB NOT NULL, actor TEXT NOT NULL, at INTEGER NOT NULL, command_id TEXT NOT NULL);
        CREATE UNIQUE INDEX events_by_stream ON events(stream, version);
        CREATE TABLE commands(
          command_id TEXT PRIMARY KEY, content_hash TEXT NOT NULL, stream TEXT NOT NULL, version INTEGER NOT NULL,
          seq INTEGER NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE snapshots(stream TEXT PRIMARY KEY, version INTEGER NOT NULL, schema INTEGER NOT NULL, data BLOB NOT NULL)
        """;

    // The log is written between any two reads, so each begins with an empty cache; emptying a large one costs what it could have held.
    public const string ReaderPragmas = "PRAGMA cache_size=-256;";

    // FULL: a commit returns after its sync. Checkpoints run between batches, never inside a commit that callers wait for. The cache holds what
    // lies above the leaves of a large log; a leaf is hardly met twice, and SQLite looks through the whole cache at the end of most commits.
    public static SqliteFile File(string folder, StorageSeam seam) => new(
        Path.Combine(folder, "events.db"),
        "PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0; PRAGMA secure_delete=ON; PRAGMA cache_size=-8192;", seam);
}
