using System.Data.Common;
using System.Text;

namespace Revitalization.Silo.Projections;

/// <summary>Which columns a row has, in order, and what happens when its key is already there.</summary>
/// <param name="Keys">The columns of the primary key; they come first.</param>
/// <param name="Values">The other columns.</param>
/// <param name="Add">Numbers are added to what stands there instead of replacing it.</param>
public sealed record RowShape(string Table, IReadOnlyList<string> Keys, IReadOnlyList<string> Values, bool Add = false);

internal static class RowWriter
{
    private const int ParametersPerStatement = 16_000;

    public static async Task Write(
        ProjectionBatch batch, RowShape shape, IReadOnlyList<object?[]> rows, int rowsPerStatement, CancellationToken cancellation)
    {
        var width = shape.Keys.Count + shape.Values.Count;
        var chunk = Math.Clamp(ParametersPerStatement / width, 1, rowsPerStatement);
        var full = rows.Count / chunk * chunk;
        if (full > 0) await WriteChunks(batch, shape, rows, 0, full, chunk, cancellation);
        if (full < rows.Count) await WriteChunks(batch, shape, rows, full, rows.Count, rows.Count - full, cancellation);
    }

    // One command object serves all chunks of a size, so that its statement is compiled once.
    private static async Task WriteChunks(
        ProjectionBatch batch, RowShape shape, IReadOnlyList<object?[]> rows, int from, int to, int chunk, CancellationToken cancellation)
    {
        await using var command = batch.Command(Sql(batch, shape, chunk));
        var width = shape.Keys.Count + shape.Values.Count;
        for (var index = 0; index < chunk * width; index++) command.Add($"p{index}", null);
        for (var start = from; start < to; start += chunk)
        {
            for (var row = 0; row < chunk; row++) Fill(command, row * width, rows[start + row]);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static void Fill(DbCommand command, int offset, object?[] row)
    {
        for (var column = 0; column < row.Length; column++)
        {
            command.Parameters[offset + column].Value = row[column] ?? DBNull.Value;
        }
    }

    private static string Sql(ProjectionBatch batch, RowShape shape, int rows)
    {
        var table = batch.Table(shape.Table);
        string[] columns = [.. shape.Keys, .. shape.Values];
        var sql = new StringBuilder($"INSERT INTO {table} ({string.Join(',', columns)}) VALUES ");
        for (var row = 0; row < rows; row++)
        {
            var names = columns.Select((_, column) => $"@p{row * columns.Length + column}");
            sql.Append(row == 0 ? "(" : ",(").AppendJoin(',', names).Append(')');
        }
        var sets = shape.Values.Select(column => shape.Add ? $"{column}={table}.{column}+excluded.{column}" : $"{column}=excluded.{column}");
        return sql.Append(" ON CONFLICT (").AppendJoin(',', shape.Keys).Append(") DO UPDATE SET ").AppendJoin(',', sets).ToString();
    }
}

/// <summary>The few conveniences over ADO.NET that projections and queries share.</summary>
public static class DbCommands
{
    public static void Add(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@" + name; // As it stands in the statement: SQLite's provider tries every other prefix in turn.
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }

    public static async Task<int> Execute(
        this DbConnection connection, DbTransaction? transaction, string sql, CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in values) command.Add(name, value);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    public static string? Text(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
