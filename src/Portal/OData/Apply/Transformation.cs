namespace Revitalization.Portal.OData.Apply;

/// <summary>One step of <c>$apply</c> as written: inner expressions are still text, for they are typed by the step before.</summary>
internal abstract record Transformation
{
    public sealed record Filter(string Text) : Transformation;
    public sealed record Search(string Text) : Transformation;
    public sealed record Compute(string Text) : Transformation;
    public sealed record OrderBy(string Text) : Transformation;
    public sealed record Skip(long Count) : Transformation;
    public sealed record Top(long Count) : Transformation;

    /// <summary>The greatest (or least) by an expression: so many, or as few as reach a sum or a share.</summary>
    public sealed record Best(PortionKind Kind, long Amount, string Text, bool Least) : Transformation;
    public sealed record Aggregate(IReadOnlyList<AggregateText> Items) : Transformation;

    /// <param name="Inner">What happens within each group; empty: the groups alone.</param>
    public sealed record GroupBy(IReadOnlyList<string> Keys, IReadOnlyList<Transformation> Inner) : Transformation;
    public sealed record Concat(IReadOnlyList<IReadOnlyList<Transformation>> Branches) : Transformation;
    public sealed record Identity : Transformation;
}

/// <param name="Expression">Null for <c>$count</c>.</param>
/// <param name="Method">sum, average, min, max, countdistinct or $count.</param>
internal sealed record AggregateText(string? Expression, string Method, string Alias);
