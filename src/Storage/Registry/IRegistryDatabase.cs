using System.Data.Common;

namespace Revitalization.Storage.Registry;

/// <summary>
/// Where projections keep their tables (台账): <c>registry.db</c> or a PostgreSQL schema. SQL is the common subset
/// (<c>INSERT … ON CONFLICT DO UPDATE</c>, <c>@name</c> parameters, BIGINT, TEXT, BYTEA/BLOB as <see cref="BlobType"/>).
/// </summary>
public interface IRegistryDatabase : IAsyncDisposable
{
    string BlobType { get; }

    /// <summary>
    /// The one connection that writes; held by one projector at a time, over all silos. Dispose it soon: the others wait,
    /// and give up after two minutes. What it left uncommitted is rolled back.
    /// </summary>
    ValueTask<DbConnection> OpenWriter(CancellationToken cancellation = default);

    /// <summary>
    /// A connection that reads what is committed and never holds up the writer. Several reads of one moment go into a
    /// transaction with <see cref="System.Data.IsolationLevel.RepeatableRead"/>.
    /// </summary>
    ValueTask<DbConnection> OpenReader(CancellationToken cancellation = default);
}
