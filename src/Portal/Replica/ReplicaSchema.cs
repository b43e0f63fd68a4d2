using Microsoft.Data.Sqlite;
using Revitalization.Portal.OData.Model;

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
        CREATE TABLE IF NOT EXISTS freshness(
            release INTEGER NOT NULL, region_code TEXT NOT NULL, row BLOB NOT NULL, position INTEGER NOT NULL, PRIMARY KEY(release, region_code)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS grams(
            release INTEGER NOT NULL, set_name TEXT NOT NULL, gram TEXT NOT NULL, code TEXT NOT NULL,
            PRIMARY KEY(release, set_name, gram, code)) WITHOUT ROWID;
        """;

    public static void Create(SqliteConnection connection)
    {
        Execute(connection, "PRAGMA journal_mode=WAL");
        Execute(connection, Tables);
        Execute(connection, ChannelFiles.Table);
        foreach (var set in Disclosure.OfAid) Execute(connection, TableOf(set));
    }

    // A table of aid holds its set's properties in their order, then the row's leaf; what a navigation looks for is indexed.
    private static string TableOf(SetModel set)
    {
        var columns = set.Properties.Select(property => $"{property.Column} {StoredAs(property.Type)}{(property.Nullable ? "" : " NOT NULL")}");
        var key = string.Join(',', set.Key.Select(part => set.Find(part)!.Column));
        var table = $"CREATE TABLE IF NOT EXISTS {set.Table}(release INTEGER NOT NULL, {string.Join(", ", columns)}, position INTEGER NOT NULL, PRIMARY KEY(release, {key})) WITHOUT ROWID;";
        string[] sought = ["PartnershipCode", "ProjectId"];
        return table + string.Concat(sought.Select(set.Find).OfType<Property>().Where(property => property.Name != set.Key[0])
            .Select(property => $"CREATE INDEX IF NOT EXISTS {set.Table}_by_{property.Column} ON {set.Table}(release, {property.Column});"));
    }

    private static string StoredAs(DataType type) => type is DataType.Text or DataType.Date or DataType.Guid ? "TEXT" : "INTEGER";

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
