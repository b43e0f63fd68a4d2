using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Revitalization.Portal.Cube.Files;

/// <summary>
/// A release's observations from the replica in the order of their key, as SQLite's own bytes: ten million rows make no string.
/// </summary>
internal sealed class ObservationReader : IDisposable
{
    private const string Sql = """
        SELECT region_code, period, indicator_code, region_level, period_kind, value, status, note
        FROM observations WHERE release = ?1 ORDER BY region_code, period, indicator_code
        """;

    private readonly sqlite3_stmt _statement;

    public ObservationReader(SqliteConnection connection, int release)
    {
        Check(raw.sqlite3_prepare_v2(connection.Handle, Sql, out _statement));
        Check(raw.sqlite3_bind_int(_statement, 1, release));
    }

    public ReadOnlySpan<byte> Region => raw.sqlite3_column_blob(_statement, 0);
    public ReadOnlySpan<byte> Period => raw.sqlite3_column_blob(_statement, 1);
    public ReadOnlySpan<byte> Indicator => raw.sqlite3_column_blob(_statement, 2);
    public ReadOnlySpan<byte> RegionLevel => raw.sqlite3_column_blob(_statement, 3);
    public ReadOnlySpan<byte> PeriodKind => raw.sqlite3_column_blob(_statement, 4);
    public long? Value => IsNull(5) ? null : raw.sqlite3_column_int64(_statement, 5);
    public ReadOnlySpan<byte> Status => raw.sqlite3_column_blob(_statement, 6);
    public bool HasNote => !IsNull(7);
    public ReadOnlySpan<byte> Note => raw.sqlite3_column_blob(_statement, 7);

    public bool Read()
    {
        var result = raw.sqlite3_step(_statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE)) Check(result);
        return result == raw.SQLITE_ROW;
    }

    public void Dispose() => _statement.Dispose();

    private bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    private static void Check(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE)) throw new SqliteException(raw.sqlite3_errstr(result).utf8_to_string(), result);
    }
}
