using Revitalization.Portal.Cube;
using Revitalization.Portal.OData.Apply;
using Revitalization.Portal.OData.Sql;

namespace Revitalization.Portal.OData.Execution;

/// <summary>Gives a query to the cube where it was taught it, and to SQL otherwise.</summary>
/// <param name="cube">Null: SQL alone answers, which judges the cube in tests.</param>
internal sealed class QueryExecutor(SqlExecutor sql, PortalOptions options, CubeExecutor? cube)
{
    private long _byCube;

    /// <summary>How many queries the cube answered.</summary>
    public long ByCube => Interlocked.Read(ref _byCube);

    /// <param name="expands">Rows will be expanded, which SQL alone was taught.</param>
    public async Task<IRowCursor> Open(CollectionQuery query, Page page, bool expands, CancellationToken cancellation) =>
        (expands ? null : Counted(cube?.Open(query, page, options.QueryTimeout, cancellation))) ?? await sql.Open(query, page, cancellation);

    /// <summary>For a download, whose pace is its reader's.</summary>
    public async Task<IRowCursor> OpenExport(CollectionQuery query, Page page, CancellationToken cancellation) =>
        Counted(cube?.Open(query, page, options.ExportTimeout, cancellation)) ?? await sql.OpenExport(query, page, cancellation);

    public async Task<long> Count(CollectionQuery query, CancellationToken cancellation) =>
        cube?.Count(query, options.QueryTimeout, cancellation) ?? await sql.Count(query, cancellation);

    private IRowCursor? Counted(IRowCursor? cursor)
    {
        if (cursor is not null) Interlocked.Increment(ref _byCube);
        return cursor;
    }
}
