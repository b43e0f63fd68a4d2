using Revitalization.Portal.Cube.Conditions;
using Revitalization.Portal.Cube.Grouping;
using Revitalization.Portal.Cube.Scanning;
using Revitalization.Portal.Cube.Tables;
using Revitalization.Portal.OData.Apply;
using Revitalization.Portal.OData.Execution;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Sql;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Cube;

/// <summary>Answers what the cube was taught: rows of Observations in the order of their key, and groups of them. All else gives null, and SQL answers.</summary>
internal sealed class CubeExecutor(ReplicaStore store)
{
    public IRowCursor? Open(CollectionQuery query, Page page, TimeSpan timeout, CancellationToken cancellation) =>
        With(query, lease =>
        {
            var deadline = new Deadline(timeout, cancellation);
            return (IRowCursor?)Rows(lease, query, page, deadline) ?? Table(lease, query, page, deadline);
        });

    public long? Count(CollectionQuery query, TimeSpan timeout, CancellationToken cancellation)
    {
        long? counted = null;
        With(query, lease =>
        {
            var deadline = new Deadline(timeout, cancellation);
            counted = Condition(lease, query.Stage) is { } condition
                ? new CubeScan(lease.File, condition, deadline).Count()
                : Table(lease, query.Stage, deadline)?.Rows.Count;
            return null;
        });
        return counted;
    }

    // The lease goes with a cursor of rows; whatever else comes of it, it ends here.
    private IRowCursor? With(CollectionQuery query, Func<CubeLease, IRowCursor?> answer)
    {
        if (SourceOf(query.Stage)?.Set != Disclosure.Observations || store.Cubes.Lease(query.Release) is not { } lease) return null;
        IRowCursor? cursor = null;
        try
        {
            return cursor = answer(lease);
        }
        catch (InsufficientExecutionStackException)
        {
            return null; // SQL says that it is too complex.
        }
        finally
        {
            if (cursor is not CubeRows) lease.Dispose();
        }
    }

    private static CubeRows? Rows(CubeLease lease, CollectionQuery query, Page page, Deadline deadline)
    {
        if (!IsKeyOrder(query.Order) || Condition(lease, query.Stage) is not { } condition) return null;
        var scan = new CubeScan(lease.File, condition, deadline);
        if (page.After?.Keys is { } keys)
        {
            if (keys is not [string region, string period, string indicator]) return null; // SQL refuses it, or finds its place.
            scan.StartAfter(region, period, indicator);
        }
        scan.Skip(page.Skip + (page.After?.Offset ?? 0));
        return new CubeRows(lease, scan, new RowLayout(query.Stage.Shape, true, null, 3), page.Rows);
    }

    private static TableCursor? Table(CubeLease lease, CollectionQuery query, Page page, Deadline deadline) =>
        Table(lease, query.Stage, deadline)?.InOrder(query.Order)?.Slice(page.Skip + (page.After?.Offset ?? 0), page.Rows) is { } table ? new TableCursor(table) : null;

    private static CellTable? Table(CubeLease lease, Stage stage, Deadline deadline)
    {
        switch (stage)
        {
            case Stage.Group group:
                var columns = ColumnsOf(lease, group);
                return Condition(lease, group.From) is { } condition ? GroupScan.Run(columns, condition, group, deadline) : null;
            case Stage.Filter filter:
                return Table(lease, filter.From, deadline)?.Where(filter.Condition);
            case Stage.Slice slice:
                return Table(lease, slice.From, deadline)?.InOrder(slice.Order)?.Slice(slice.Skip, slice.Top);
            case Stage.Best best:
                return Table(lease, best.From, deadline) is { } from ? BestRows.Of(from, best) : null;
            case Stage.Concat concat:
                var branches = concat.Branches.Select((branch, at) => Table(lease, branch, deadline)?.InOrder(concat.Orders[at])).ToList();
                return branches.Any(branch => branch is null) ? null : CellTable.Concat(concat, branches!);
            default:
                return null;
        }
    }

    private static bool IsKeyOrder(IReadOnlyList<SortKey> order) => order.Count <= 3
        && order.Zip(Disclosure.Observations.Key).All(one => !one.First.Descending && one.First.Expression is ColumnExpression { Range: Paths.It } column && column.Path == one.Second);

    // Null where rows are not those of the set, under filters that the cube knows.
    private static CubeCondition? Condition(CubeLease lease, Stage stage)
    {
        var conditions = new List<Expression>();
        for (; stage is Stage.Filter filter; stage = filter.From) conditions.Add(filter.Condition);
        return stage is Stage.Source ? CubeCondition.Of(ColumnsOf(lease, stage), conditions) : null;
    }

    private static CubeColumns ColumnsOf(CubeLease lease, Stage stage) => new(lease.File, SourceOf(stage)!.Set.Properties);

    private static Stage.Source? SourceOf(Stage stage) => stage switch
    {
        Stage.Source source => source,
        Stage.Filter filter => SourceOf(filter.From),
        Stage.Group group => SourceOf(group.From),
        Stage.Slice slice => SourceOf(slice.From),
        Stage.Best best => SourceOf(best.From),
        Stage.Concat concat => SourceOf(concat.Branches[0]),
        _ => null,
    };
}
