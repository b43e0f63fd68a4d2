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

    /// <summary>Inserts rows in the transaction the writer has open, as fast as this database does it.</summary>
    /// <param name="writer">From <see cref="OpenWriter"/>.</param>
    Task Insert(DbConnection writer, RowInsert insert, IReadOnlyList<object?[]> rows, CancellationToken cancellation = default);

    /// <summary>The condition that a column is among keys, and the value of its one parameter <c>@keys</c>: one statement for any number.</summary>
    (string Condition, object Keys) Among(string column, IReadOnlyCollection<string> keys);

    /// <summary>
    /// A connection that reads what is committed and never holds up the writer. Several reads of one moment go into a
    /// transaction with <see cref="System.Data.IsolationLevel.RepeatableRead"/>.
    /// </summary>
    ValueTask<DbConnection> OpenReader(CancellationToken cancellation = default);
}

/// <summary>An INSERT for any number of rows, each as wide as its columns.</summary>
/// <param name="Columns">In the order of a row's values.</param>
/// <param name="Conflict">Such as <c>ON CONFLICT (household) DO UPDATE SET …</c>.</param>
public sealed record RowInsert(string Table, string Columns, int Width, string Conflict)
{
    /// <summary>Up to where the rows are named.</summary>
    public string Into => $"INSERT INTO {Table} ({Columns})";
}
