using Npgsql;
using NpgsqlTypes;
using Revitalization.Storage.Registry;

namespace Revitalization.Storage.Postgres;

/// <summary>
/// Many rows in one statement, since each statement is a round trip; sent as columns (<c>unnest</c>), so that any number of rows is the
/// same statement and the server compiles it once, not for every number of rows anew.
/// </summary>
internal sealed class PostgresInsert(RowInsert insert, NpgsqlDbType[] types)
{
    private const int RowsPerStatement = 2_048;

    private readonly string _sql =
        $"{insert.Into} SELECT * FROM unnest({string.Join(',', Enumerable.Range(1, insert.Width).Select(at => FormattableString.Invariant($"${at}")))}) {insert.Conflict}";

    /// <summary>Asks the table once what its columns hold.</summary>
    public static async Task<PostgresInsert> Of(NpgsqlConnection connection, RowInsert insert, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"SELECT {insert.Columns} FROM {insert.Table} LIMIT 0", connection);
        await using var nothing = await command.ExecuteReaderAsync(cancellation);
        var types = new NpgsqlDbType[insert.Width];
        for (var column = 0; column < types.Length; column++) types[column] = TypeOf(nothing.GetDataTypeName(column));
        return new(insert, types);
    }

    public async Task Run(NpgsqlConnection connection, IReadOnlyList<object?[]> rows, CancellationToken cancellation)
    {
        for (var start = 0; start < rows.Count; start += RowsPerStatement)
        {
            await using var command = new NpgsqlCommand(_sql, connection);
            var count = Math.Min(RowsPerStatement, rows.Count - start);
            for (var column = 0; column < types.Length; column++)
                command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | types[column], Value = Values(types[column], rows, start, count, column) });
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static Array Values(NpgsqlDbType type, IReadOnlyList<object?[]> rows, int start, int count, int column) => type switch
    {
        NpgsqlDbType.Text => Column(rows, start, count, column, value => (string?)value),
        NpgsqlDbType.Bigint => Column(rows, start, count, column, value => (long?)value),
        _ => Column(rows, start, count, column, value => (byte[]?)value),
    };

    private static T[] Column<T>(IReadOnlyList<object?[]> rows, int start, int count, int column, Func<object?, T> as_)
    {
        var values = new T[count];
        for (var row = 0; row < count; row++) values[row] = as_(rows[start + row][column]);
        return values;
    }

    private static NpgsqlDbType TypeOf(string name) => name switch
    {
        "text" => NpgsqlDbType.Text,
        "bigint" => NpgsqlDbType.Bigint,
        "bytea" => NpgsqlDbType.Bytea,
        _ => throw new StorageFaultException($"A registry's column is TEXT, BIGINT or BYTEA, not {name}."),
    };
}
