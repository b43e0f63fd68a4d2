using System.Data.Common;

namespace Revitalization.Silo.Projections;

/// <summary>Creates a projection's tables, and puts shadows in the place of the ones that served meanwhile.</summary>
public static class ProjectionTables
{
    public const string ShadowSuffix = "__shadow";

    public static async Task Create(
        IProjection projection, bool shadow, string blobType, DbConnection connection, DbTransaction transaction, CancellationToken cancellation)
    {
        foreach (var table in projection.Tables)
        {
            var name = shadow ? table.Name + ShadowSuffix : table.Name;
            var columns = table.Columns.Replace("{blob}", blobType, StringComparison.Ordinal);
            await connection.Execute(transaction, $"CREATE TABLE IF NOT EXISTS {name} ({columns})", cancellation);
            if (!shadow) await CreateIndexes(table, connection, transaction, cancellation);
        }
    }

    public static async Task Drop(
        IProjection projection, bool shadow, DbConnection connection, DbTransaction transaction, CancellationToken cancellation)
    {
        foreach (var table in projection.Tables)
        {
            await connection.Execute(transaction, $"DROP TABLE IF EXISTS {table.Name}{(shadow ? ShadowSuffix : "")}", cancellation);
        }
    }

    /// <summary>In one transaction: readers see the old tables until it commits, the new ones after.</summary>
    public static async Task Swap(IProjection projection, DbConnection connection, DbTransaction transaction, CancellationToken cancellation)
    {
        await Drop(projection, shadow: false, connection, transaction, cancellation);
        foreach (var table in projection.Tables)
        {
            await connection.Execute(transaction, $"ALTER TABLE {table.Name}{ShadowSuffix} RENAME TO {table.Name}", cancellation);
            await CreateIndexes(table, connection, transaction, cancellation);
        }
    }

    private static async Task CreateIndexes(
        ProjectionTable table, DbConnection connection, DbTransaction transaction, CancellationToken cancellation)
    {
        for (var index = 0; index < table.Indexes.Count; index++)
        {
            var sql = $"CREATE INDEX IF NOT EXISTS {table.Name}_i{index} ON {table.Name} ({table.Indexes[index]})";
            await connection.Execute(transaction, sql, cancellation);
        }
    }
}
