using System.Data.Common;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Projections;

/// <summary>Which columns a row has, in order, and what happens when its key is already there.</summary>
/// <param name="Keys">The columns of the primary key; they come first.</param>
/// <param name="Values">The other columns.</param>
/// <param name="Add">Numbers are added to what stands there instead of replacing it.</param>
public sealed record RowShape(string Table, IReadOnlyList<string> Keys, IReadOnlyList<string> Values, bool Add = false);

internal static class RowWriter
{
    public static RowInsert Into(string table, RowShape shape)
    {
        string[] columns = [.. shape.Keys, .. shape.Values];
        var sets = shape.Values.Select(column => shape.Add ? $"{column}={table}.{column}+excluded.{column}" : $"{column}=excluded.{column}");
        return new(
            table, string.Join(',', columns), columns.Length,
            $"ON CONFLICT ({string.Join(',', shape.Keys)}) DO UPDATE SET {string.Join(',', sets)}");
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
