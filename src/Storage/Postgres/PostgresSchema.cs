using System.Globalization;
using Npgsql;

namespace Revitalization.Storage.Postgres;

/// <summary>
/// Brings the tables of one schema to their newest version. May run in several processes at once: one does it, the
/// others wait and find it done.
/// </summary>
internal static class PostgresSchema
{
    public static async Task Migrate(NpgsqlDataSource source, string schema, CancellationToken cancellation, params string[] steps)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await Run(connection, $"SELECT pg_advisory_xact_lock({AdvisoryLock.Migrate})", cancellation);
        await Run(connection, $"CREATE SCHEMA IF NOT EXISTS {schema}", cancellation);
        await Run(connection, $"CREATE TABLE IF NOT EXISTS {schema}.schema_version(version int NOT NULL)", cancellation);

        var version = await Version(connection, schema, cancellation);
        if (version > steps.Length) throw new StorageFaultException($"The schema {schema} has tables of a newer version ({version}).");
        foreach (var step in steps.Skip(version)) await Run(connection, step, cancellation);
        if (version < steps.Length)
            await Run(connection, $"DELETE FROM {schema}.schema_version; INSERT INTO {schema}.schema_version VALUES ({steps.Length})", cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task<int> Version(NpgsqlConnection connection, string schema, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"SELECT coalesce(max(version), 0) FROM {schema}.schema_version", connection);
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
    }

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

/// <summary>Numbers of the advisory locks in the platform's database.</summary>
internal static class AdvisoryLock
{
    /// <summary>Held from numbering a batch until its commit is visible, so that order of seq is order of commit.</summary>
    public const long Append = 7_263_001;

    public const long Migrate = 7_263_002;

    /// <summary>Held by the one projector that writes, over all silos.</summary>
    public const long RegistryWriter = 7_263_003;
}
