using System.Data.Common;

namespace Revitalization.Storage.Registry;

/// <summary>
/// Where projections keep their tables (台账): <c>registry.db</c> or a PostgreSQL schema. SQL is the common subset
/// (<c>INSERT … ON CONFLICT DO UPDATE</c>, <c>@name</c> parameters, BIGINT, TEXT, BYTEA/BLOB as <see cref="BlobType"/>).
/// </summary>
public interface IRegistryDatabase : IAsyncDisposable
{
    string BlobType { get; }

    /// <summary>The one connection that writes; held by one projector at a time.</summary>
    ValueTask<DbConnection> OpenWriter(CancellationToken cancellation = default);

    /// <summary>A connection that reads a committed snapshot and never holds up the writer.</summary>
    ValueTask<DbConnection> OpenReader(CancellationToken cancellation = default);
}
