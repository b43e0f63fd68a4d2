using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.Replica;

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

    /// <summary>The first rows by a key, of all rows or of each group.</summary>
    /// <param name="Within">What makes a group; empty: all rows are one.</param>
    public sealed record Best(Stage From, IReadOnlyList<Expression> Within, SortKey By, Portion Portion) : Stage(From.Shape);

    /// <param name="Branches">Their rows one after the other; a column that a branch lacks is absent from its rows.</param>
    public sealed record Concat(IReadOnlyList<Stage> Branches, IReadOnlyList<IReadOnlyList<SortKey>> Orders, Shape Shape) : Stage(Shape);
}

/// <summary>How many of the first rows are kept.</summary>
public enum PortionKind
{
    Count, // topcount: so many rows, of those with a value.
    Sum, // topsum: as few rows as reach a sum; without a value a row counts for nothing and is left out.
    Percent, // toppercent: as few rows as reach a share of the whole sum.
}

/// <param name="Amount">Rows, or a sum or percentage scaled as decimals are.</param>
/// <param name="Factor">What brings a sum of the key's numbers to the scale of <paramref name="Amount"/>.</param>
public sealed record Portion(PortionKind Kind, long Amount, long Factor)
{
    /// <summary>Whether the rows so far are enough.</summary>
    public bool Reached(long sum, long whole) => SqlFunctions.Reaches(sum, Factor, Amount, Kind == PortionKind.Percent ? whole : 1);
}

/// <param name="Operand">Null for <c>$count</c>.</param>
public sealed record Aggregate(Column Column, string Method, Expression? Operand);

/// <summary>A whole collection query.</summary>
/// <param name="Order">What the caller asked for; the executor completes it to a total order.</param>
public sealed record CollectionQuery(int Release, Stage Stage, IReadOnlyList<SortKey> Order);
