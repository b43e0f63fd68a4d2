using Npgsql;
using Revitalization.Storage.EventLog;

namespace Revitalization.Storage.Postgres;

/// <summary>Rows of the log as the platform's records.</summary>
internal static class PostgresRows
{
    public static CommandOutcome ToOutcome(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetInt64(4), row.GetFieldValue<DateTimeOffset>(5));

    public static StoredEvent ToEvent(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetInt32(4), row.GetFieldValue<byte[]>(5),
        row.GetString(6), row.GetFieldValue<DateTimeOffset>(7), row.GetString(8));

    /// <summary>Of a row in the columns of an event.</summary>
    public static Snapshot ToLoadedSnapshot(NpgsqlDataReader row) => new(
        row.GetString(1), row.GetInt64(2), row.GetInt32(4), row.GetFieldValue<byte[]>(5));

    public static async Task<List<T>> All<T>(NpgsqlDataReader rows, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        var all = new List<T>();
        while (await rows.ReadAsync(cancellation)) all.Add(read(rows));
        return all;
    }
}
