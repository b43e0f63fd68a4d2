using System.Data.Common;

namespace Revitalization.Silo.Projections;

/// <summary>The transaction a projection writes in: rows and checkpoint commit together.</summary>
/// <param name="suffix">Of the tables' names: that of a rebuild's shadow tables, or none.</param>
/// <param name="rowsPerStatement">One where a statement costs no round trip (SQLite), many where it does.</param>
public sealed class ProjectionBatch(DbConnection connection, DbTransaction transaction, string suffix, int rowsPerStatement)
{
    private const int KeysPerQuery = 400;

    public DbConnection Connection => connection;

    public DbTransaction Transaction => transaction;

    /// <summary>The name under which the table is written in this batch.</summary>
    public string Table(string name) => name + suffix;

    /// <summary>The same transaction over tables with another suffix.</summary>
    public ProjectionBatch In(string other) => new(connection, transaction, other, rowsPerStatement);

    public DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return command;
    }

    /// <summary>Inserts or replaces rows by key. Keys must be distinct within one call.</summary>
    public Task Upsert(RowShape shape, IReadOnlyList<object?[]> rows, CancellationToken cancellation) =>
        RowWriter.Write(this, shape, rows, rowsPerStatement, cancellation);

    /// <summary>Deletes the rows whose key column is among the keys.</summary>
    public async Task Delete(string table, string keyColumn, IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        foreach (var some in keys.Chunk(KeysPerQuery))
        {
            await using var command = Command($"DELETE FROM {Table(table)} WHERE {keyColumn} IN ({Names(some.Length)})");
            Bind(command, some);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>Reads rows whose key column is among the keys, some hundreds of keys per statement.</summary>
    public async Task<List<T>> Find<T>(
        string columns, string table, string keyColumn, IReadOnlyCollection<string> keys, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        var found = new List<T>(keys.Count);
        foreach (var some in keys.Chunk(KeysPerQuery))
        {
            await using var command = Command($"SELECT {columns} FROM {Table(table)} WHERE {keyColumn} IN ({Names(some.Length)})");
            Bind(command, some);
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation)) found.Add(read(reader));
        }
        return found;
    }

    private static string Names(int count) => string.Join(',', Enumerable.Range(0, count).Select(index => $"@p{index}"));

    private static void Bind(DbCommand command, string[] keys)
    {
        for (var index = 0; index < keys.Length; index++) command.Add($"p{index}", keys[index]);
    }
}
