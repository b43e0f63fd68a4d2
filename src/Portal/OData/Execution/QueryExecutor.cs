using Revitalization.Portal.OData.Apply;
using Revitalization.Portal.OData.Sql;

namespace Revitalization.Portal.OData.Execution;

/// <summary>Gives a query to whoever answers it: today always SQL.</summary>
internal sealed class QueryExecutor(SqlExecutor sql)
{
    /// <param name="expands">Rows will be expanded, which SQL alone was taught.</param>
    public async Task<IRowCursor> Open(CollectionQuery query, Page page, bool expands, CancellationToken cancellation) =>
        await sql.Open(query, page, cancellation);

    /// <summary>For a download, whose pace is its reader's.</summary>
    public async Task<IRowCursor> OpenExport(CollectionQuery query, Page page, CancellationToken cancellation) =>
        await sql.OpenExport(query, page, cancellation);

    public Task<long> Count(CollectionQuery query, CancellationToken cancellation) => sql.Count(query, cancellation);
}
