using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;

namespace Revitalization.Portal.OData.Apply;

/// <summary>
/// One step of the query model: typed, checked, free of SQL. An executor (SQL now, the cube later) runs a chain of them.
/// Each knows the shape it gives; the shape it takes is its source's.
/// </summary>
public abstract record Stage(Shape Shape)
{
    /// <summary>The rows of a set in the release asked for.</summary>
    public sealed record Source(SetModel Set, Shape Shape) : Stage(Shape);

    public sealed record Filter(Stage From, Expression Condition) : Stage(From.Shape);

    /// <param name="Added">New columns, by the identifiers that <paramref name="Shape"/> gives them.</param>
    public sealed record Compute(Stage From, IReadOnlyList<(Column Column, Expression Expression)> Added, Shape Shape) : Stage(Shape);

    public sealed record Group(Stage From, IReadOnlyList<(Column Column, Expression Key)> Keys, IReadOnlyList<Aggregate> Aggregates, Shape Shape)
        : Stage(Shape);

    /// <summary>Rows by order, of which some are skipped and at most <paramref name="Top"/> taken.</summary>
    public sealed record Slice(Stage From, IReadOnlyList<SortKey> Order, long Skip, long? Top) : Stage(From.Shape);

    /// <param name="Branches">Their rows one after the other; a column that a branch lacks is absent from its rows.</param>
    public sealed record Concat(IReadOnlyList<Stage> Branches, IReadOnlyList<IReadOnlyList<SortKey>> Orders, Shape Shape) : Stage(Shape);
}

/// <param name="Operand">Null for <c>$count</c>.</param>
public sealed record Aggregate(Column Column, string Method, Expression? Operand);

/// <summary>A whole collection query.</summary>
/// <param name="Order">What the caller asked for; the executor completes it to a total order.</param>
public sealed record CollectionQuery(int Release, Stage Stage, IReadOnlyList<SortKey> Order);
