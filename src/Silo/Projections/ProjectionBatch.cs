using System.Data.Common;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Projections;

/// <summary>The transaction a projection writes in: rows and checkpoint commit together.</summary>
/// <param name="suffix">Of the tables' names: that of a rebuild's shadow tables, or none.</param>
public sealed class ProjectionBatch(DbConnection connection, DbTransaction transaction, string suffix, IRegistryDatabase database)
{
    public DbConnection Connection => connection;

    public DbTransaction Transaction => transaction;

    /// <summary>The name under which the table is written in this batch.</summary>
    public string Table(string name) => name + suffix;

    /// <summary>The same transaction over tables with another suffix.</summary>
    public ProjectionBatch In(string other) => new(connection, transaction, other, database);

    public DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return command;
    }

    /// <summary>Inserts or replaces rows by key. Keys must be distinct within one call.</summary>
    public Task Upsert(RowShape shape, IReadOnlyList<object?[]> rows, CancellationToken cancellation) =>
        rows.Count == 0 ? Task.CompletedTask : database.Insert(connection, RowWriter.Into(Table(shape.Table), shape), rows, cancellation);

    /// <summary>Deletes the rows whose key column is among the keys.</summary>
    public async Task Delete(string table, string keyColumn, IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        if (keys.Count == 0) return;
        await using var command = Among($"DELETE FROM {Table(table)}", keyColumn, keys);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Reads rows whose key column is among the keys, in one statement.</summary>
    public async Task<List<T>> Find<T>(
        string columns, string table, string keyColumn, IReadOnlyCollection<string> keys, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        var found = new List<T>(keys.Count);
        if (keys.Count == 0) return found;
        await using var command = Among($"SELECT {columns} FROM {Table(table)}", keyColumn, keys);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) found.Add(read(reader));
        return found;
    }

    private DbCommand Among(string statement, string keyColumn, IReadOnlyCollection<string> keys)
    {
        var (condition, value) = database.Among(keyColumn, keys);
        var command = Command($"{statement} WHERE {condition}");
        command.Add("keys", value);
        return command;
    }
}
