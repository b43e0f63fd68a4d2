using System.Globalization;
using System.Text;
using Npgsql;
using Revitalization.Storage.Registry;

namespace Revitalization.Storage.Postgres;

/// <summary>Many rows in one statement, since each statement is a round trip.</summary>
internal static class PostgresInsert
{
    private const int RowsPerStatement = 256;
    private const int ParametersPerStatement = 16_000;

    public static async Task Run(NpgsqlConnection connection, RowInsert insert, IReadOnlyList<object?[]> rows, CancellationToken cancellation)
    {
        var chunk = Math.Clamp(ParametersPerStatement / insert.Width, 1, RowsPerStatement);
        var full = rows.Count / chunk * chunk;
        if (full > 0) await WriteChunks(connection, insert, rows, 0, full, chunk, cancellation);
        if (full < rows.Count) await WriteChunks(connection, insert, rows, full, rows.Count, rows.Count - full, cancellation);
    }

    // One command object serves all chunks of a size, so that its statement is compiled once.
    private static async Task WriteChunks(
        NpgsqlConnection connection, RowInsert insert, IReadOnlyList<object?[]> rows, int from, int to, int chunk, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Sql(insert, chunk), connection);
        for (var index = 0; index < chunk * insert.Width; index++) command.Parameters.Add(new NpgsqlParameter());
        for (var start = from; start < to; start += chunk)
        {
            for (var row = 0; row < chunk; row++) Fill(command, row * insert.Width, rows[start + row]);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static void Fill(NpgsqlCommand command, int offset, object?[] row)
    {
        for (var column = 0; column < row.Length; column++) command.Parameters[offset + column].Value = row[column] ?? DBNull.Value;
    }

    private static string Sql(RowInsert insert, int rows)
    {
        var sql = new StringBuilder(insert.Into).Append(' ');
        for (var row = 0; row < rows; row++)
        {
            var names = Enumerable.Range(row * insert.Width + 1, insert.Width).Select(at => string.Create(CultureInfo.InvariantCulture, $"${at}"));
            sql.Append(row == 0 ? "(" : ",(").AppendJoin(',', names).Append(')');
        }
        return sql.Append(' ').Append(insert.Conflict).ToString();
    }
}
