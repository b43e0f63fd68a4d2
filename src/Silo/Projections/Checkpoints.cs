using System.Data.Common;
using System.Globalization;

namespace Revitalization.Silo.Projections;

/// <summary>How far a projection (or a reactor) has come, in the database its rows are in.</summary>
/// <param name="Error">Why it stopped, null while it runs.</param>
public sealed record Checkpoint(string Name, int SchemaVersion, long Position, string? Error);

public static class Checkpoints
{
    public static Task CreateTable(DbConnection connection, CancellationToken cancellation) => connection.Execute(
        null,
        "CREATE TABLE IF NOT EXISTS checkpoints (name TEXT PRIMARY KEY, schema_version BIGINT NOT NULL, position BIGINT NOT NULL, error TEXT)",
        cancellation);

    public static async Task<Checkpoint?> Find(
        DbConnection connection, DbTransaction? transaction, string name, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT schema_version, position, error FROM checkpoints WHERE name=@name";
        command.Add("name", name);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) return null;
        var version = Convert.ToInt32(reader.GetValue(0), CultureInfo.InvariantCulture);
        return new Checkpoint(name, version, reader.GetInt64(1), reader.Text(2));
    }

    public static Task Save(DbConnection connection, DbTransaction? transaction, Checkpoint checkpoint, CancellationToken cancellation) =>
        connection.Execute(
            transaction,
            """
            INSERT INTO checkpoints (name, schema_version, position, error) VALUES (@name, @version, @position, @error)
            ON CONFLICT (name) DO UPDATE SET schema_version=excluded.schema_version, position=excluded.position, error=excluded.error
            """,
            cancellation,
            ("name", checkpoint.Name), ("version", (long)checkpoint.SchemaVersion), ("position", checkpoint.Position), ("error", checkpoint.Error));

    public static Task Delete(DbConnection connection, DbTransaction? transaction, string name, CancellationToken cancellation) =>
        connection.Execute(transaction, "DELETE FROM checkpoints WHERE name=@name", cancellation, ("name", name));
}
