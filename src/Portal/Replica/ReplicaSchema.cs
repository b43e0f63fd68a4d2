using Microsoft.Data.Sqlite;

namespace Revitalization.Portal.Replica;

/// <summary>
/// The tables of <c>portal.db</c>. Every row carries its release, so that an old release answers <c>?asOf=</c> while a new one
/// is written. Values are integers scaled by 10⁴: no floating point anywhere. <c>position</c> is the row's leaf in its release.
/// </summary>
internal static class ReplicaSchema
{
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS releases(
            number INTEGER PRIMARY KEY, published_at INTEGER NOT NULL, as_of TEXT NOT NULL, rows INTEGER NOT NULL,
            merkle_root TEXT NOT NULL, previous_root TEXT, corrects INTEGER, signature TEXT NOT NULL,
            signed BLOB NOT NULL, leaf BLOB NOT NULL, held INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS regions(
            release INTEGER NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, level TEXT NOT NULL, parent_code TEXT,
            position INTEGER NOT NULL, PRIMARY KEY(release, code)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS regions_by_parent ON regions(release, parent_code, code);
        CREATE TABLE IF NOT EXISTS indicators(
            release INTEGER NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, unit TEXT NOT NULL, definition TEXT NOT NULL,
            method TEXT NOT NULL, source TEXT NOT NULL, additive INTEGER NOT NULL, protected INTEGER NOT NULL,
            accumulation TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY(release, code)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS observations(
            release INTEGER NOT NULL, region_code TEXT NOT NULL, period TEXT NOT NULL, indicator_code TEXT NOT NULL,
            region_level TEXT NOT NULL, period_kind TEXT NOT NULL, value INTEGER, status TEXT NOT NULL, note TEXT,
            position INTEGER NOT NULL, PRIMARY KEY(release, region_code, period, indicator_code)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS observations_by_indicator
            ON observations(release, indicator_code, region_level, period, region_code, value);
        CREATE TABLE IF NOT EXISTS grams(
            release INTEGER NOT NULL, set_name TEXT NOT NULL, gram TEXT NOT NULL, code TEXT NOT NULL,
            PRIMARY KEY(release, set_name, gram, code)) WITHOUT ROWID;
        """;

    public static void Create(SqliteConnection connection)
    {
        Execute(connection, "PRAGMA journal_mode=WAL");
        Execute(connection, Tables);
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
