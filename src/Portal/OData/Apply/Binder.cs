using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Requests;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.OData.Apply;

/// <summary>A chain of stages as it grows, with what is known of its rows.</summary>
/// <param name="Order">The order its rows are in, by the last <c>orderby</c> or <c>topcount</c>.</param>
/// <param name="Facts">What filters so far have fixed, for the guard.</param>
internal sealed record Chain(Stage Stage, IReadOnlyList<SortKey> Order, Facts Facts)
{
    public Shape Shape => Stage.Shape;
}

/// <summary>Turns transformations into stages: types every inner expression by the shape before it, and asks the guard.</summary>
internal sealed class Binder(ExpressionParser expressions, Guard guard)
{
    private int _columns;

    public Chain Start(SetModel set)
    {
        var columns = set.Properties.Select(property => new Column(
            property.Name, property.Type, property.Nullable, NextIdentifier(), IsMeasured(set, property)));
        return new Chain(new Stage.Source(set, new Shape(set, [.. columns])), [], Facts.None);
    }

    // Numbers whose unit stands in another column.
    private static bool IsMeasured(SetModel set, Property property) =>
        (set == Disclosure.Observations && property.Name == "Value") || (set == AidSets.AidReports && property.Name == "Quantity");

    public Chain Apply(Chain chain, IEnumerable<Transformation> steps) => steps.Aggregate(chain, Apply);

    public Chain Filter(Chain chain, string text) => Where(chain, expressions.Filter(chain.Shape, text));

    public static Chain Where(Chain chain, Expression condition) => chain with
    {
        Stage = new Stage.Filter(chain.Stage, condition), Facts = chain.Facts.And(condition),
    };

    public static Chain Search(Chain chain, string text) => Where(chain, SearchParser.Parse(text, chain.Shape));

    public Chain OrderBy(Chain chain, string text) => chain with { Order = expressions.OrderBy(chain.Shape, text) };

    public Chain Compute(Chain chain, string text)
    {
        const int Most = 20;
        var items = TextSplitter.Split(text, ',').Select(item => AggregateParser.Aliased(item.Trim())).ToList();
        if (items.Count > Most) throw QueryFaultException.Bad("compute 的项太多。");
        var added = items.Select(item => Computed(chain.Shape, item.Body, item.Alias)).ToList();
        var shape = Unique(chain.Shape with { Columns = [.. chain.Shape.Columns, .. added.Select(one => one.Column)] });
        return chain with { Stage = new Stage.Compute(chain.Stage, added, shape) };
    }

    private Chain Apply(Chain chain, Transformation step) => step switch
    {
        Transformation.Identity => chain,
        Transformation.Filter filter => Filter(chain, filter.Text),
        Transformation.Search search => Search(chain, search.Text),
        Transformation.Compute compute => Compute(chain, compute.Text),
        Transformation.OrderBy order => OrderBy(chain, order.Text),
        Transformation.Skip skip => Slice(chain, skip.Count, null),
        Transformation.Top top => Slice(chain, 0, top.Count),
        Transformation.Best best => Best(chain, best, []),
        Transformation.Aggregate aggregate => Group(chain, [], aggregate.Items),
        Transformation.GroupBy groupBy => GroupBy(chain, groupBy),
        Transformation.Concat concat => Concat(chain, concat),
        _ => throw new System.Diagnostics.UnreachableException($"{step.GetType().Name} was never taught to the binder."),
    };

    private static Chain Slice(Chain chain, long skip, long? top) =>
        chain with { Stage = new Stage.Slice(chain.Stage, chain.Order, skip, top) };

    /// <param name="within">Of each group of these; of all rows, where there are none, they come in the order they were chosen by.</param>
    private Chain Best(Chain chain, Transformation.Best best, IReadOnlyList<Expression> within)
    {
        var key = new SortKey(expressions.Value(chain.Shape, best.Text), Descending: !best.Least);
        if (best.Kind == PortionKind.Count) chain = Stated(chain, key.Expression);
        if (within.Count == 0 && best.Kind == PortionKind.Count) return Slice(chain with { Order = [key] }, 0, best.Amount);
        if (best.Kind != PortionKind.Count) CheckSum(chain, within, key.Expression);
        var factor = best.Kind switch
        {
            PortionKind.Percent => 100 * SqlFunctions.Scale,
            PortionKind.Sum when key.Expression.Type != DataType.Decimal => SqlFunctions.Scale,
            _ => 1,
        };
        return chain with { Stage = new Stage.Best(chain.Stage, within, key, new Portion(best.Kind, best.Amount, factor)), Order = within.Count == 0 ? [key] : [] };
    }

    // A withheld figure is neither the least nor the greatest: ordered as null it would come first from below. By sum they are left out anyhow.
    private static Chain Stated(Chain chain, Expression key) => key.Nullable
        ? chain with { Stage = new Stage.Filter(chain.Stage, Typing.Binary(Operator.NotEqual, key, new LiteralExpression(key.Type, null))) }
        : chain;

    // What is added up on the way to an amount must be what can be added.
    private void CheckSum(Chain chain, IReadOnlyList<Expression> within, Expression added)
    {
        if (!Typing.IsNumber(added.Type)) throw QueryFaultException.Bad("只有数能求和。");
        guard.Check(chain, within, [new Aggregate(new Column("", added.Type, true, "", Origins.OfValue(chain.Shape, added)), "sum", added)]);
    }

    private Chain GroupBy(Chain chain, Transformation.GroupBy groupBy)
    {
        // A filter within groups is a filter before them; the greatest are chosen of each; an aggregate ends the inner chain; what follows works on the groups.
        var (before, aggregate, after) = Divide(groupBy.Inner);
        var kept = before.Aggregate(chain, (so, step) => step is Transformation.Best best ? Best(so, best, [.. groupBy.Keys.Select(key => Key(so.Shape, key).Key)]) : Apply(so, step));
        return aggregate is null && before.Count > 0 ? kept : Apply(Group(kept, groupBy.Keys, aggregate?.Items ?? []), after);
    }

    private static (List<Transformation> Before, Transformation.Aggregate? Aggregate, List<Transformation> After) Divide(IReadOnlyList<Transformation> inner)
    {
        var steps = inner.Where(step => step is not Transformation.Identity).ToList();
        var at = steps.FindIndex(step => step is Transformation.Aggregate);
        var before = at < 0 ? steps : steps[..at];
        if (before.Any(step => step is not (Transformation.Filter or Transformation.Search or Transformation.Compute or Transformation.Best)))
            throw NotOffered.WithinGroups.Fault("groupby 里的这种步骤");
        List<Transformation> after = at < 0 ? [] : steps[(at + 1)..];
        if (after.Any(step => step is not (Transformation.Filter or Transformation.Compute))) throw NotOffered.WithinGroups.Fault("groupby 里 aggregate 之后的这种步骤");
        return (before, at < 0 ? null : (Transformation.Aggregate)steps[at], after);
    }

    private Chain Group(Chain chain, IReadOnlyList<string> keyTexts, IReadOnlyList<AggregateText> items)
    {
        var keys = keyTexts.Select(text => Key(chain.Shape, text)).ToList();
        var aggregates = items.Select(item => Aggregated(chain.Shape, item)).ToList();
        guard.Check(chain, [.. keys.Select(key => key.Key)], aggregates);
        var shape = Unique(new Shape(null, [.. keys.Select(key => key.Column), .. aggregates.Select(aggregate => aggregate.Column)]));
        return new Chain(new Stage.Group(chain.Stage, keys, aggregates, shape), [], chain.Facts);
    }

    private (Column Column, Expression Key) Key(Shape shape, string path)
    {
        if (!path.All(c => char.IsLetterOrDigit(c) || c is '_' or '/')) throw QueryFaultException.Bad("groupby 只按列分组。");
        var key = expressions.Value(shape, path);
        if (key is not (ColumnExpression or NavigationExpression)) throw QueryFaultException.Bad("groupby 只按列分组。");
        return (new Column(path, key.Type, key.Nullable, NextIdentifier(), Origins.OfValue(shape, key)), key);
    }

    private Aggregate Aggregated(Shape shape, AggregateText item)
    {
        var operand = item.Expression is null ? null : expressions.Value(shape, item.Expression);
        if (item.Method is "sum" or "average" && !Typing.IsNumber(operand!.Type)) throw QueryFaultException.Bad("只有数能求和、求平均。");
        var counts = item.Method is "countdistinct" or "$count";
        var type = item.Method switch
        {
            "average" => DataType.Decimal,
            "sum" when operand!.Type != DataType.Decimal => DataType.Int64,
            _ => counts ? DataType.Int64 : operand!.Type,
        };
        var ofValue = !counts && Origins.OfValue(shape, operand!);
        return new Aggregate(new Column(item.Alias, type, !counts, NextIdentifier(), ofValue, IsNamedHere: true), item.Method, operand);
    }

    private Chain Concat(Chain chain, Transformation.Concat concat)
    {
        var branches = concat.Branches.Select(steps => Apply(chain, steps)).ToList();
        var columns = new List<Column>();
        foreach (var column in branches.SelectMany(branch => branch.Shape.Columns)) Merge(columns, column);
        var shape = Unique(new Shape(null, columns));
        var stage = new Stage.Concat([.. branches.Select(branch => branch.Stage)], [.. branches.Select(branch => branch.Order)], shape);
        return new Chain(stage, [], Facts.Mixed);
    }

    private void Merge(List<Column> columns, Column column)
    {
        var at = columns.FindIndex(known => known.Path == column.Path);
        if (at < 0)
        {
            columns.Add(column with { Nullable = true, Identifier = NextIdentifier() });
            return;
        }
        if (columns[at].Type != column.Type) throw QueryFaultException.Bad($"concat 各支的 {column.Path} 类型不同。");
        columns[at] = columns[at] with { OfValue = columns[at].OfValue || column.OfValue };
    }

    private (Column Column, Expression Expression) Computed(Shape shape, string text, string alias)
    {
        var expression = expressions.Value(shape, text);
        return (new Column(alias, expression.Type, expression.Nullable, NextIdentifier(), Origins.OfValue(shape, expression), IsNamedHere: true), expression);
    }

    private static Shape Unique(Shape shape)
    {
        if (shape.Columns.Any(column => Reserved(shape, column))) throw QueryFaultException.Bad("这个名称已是列名，请另起一个。");
        var clash = shape.Columns.Any(one => shape.Columns.Any(other =>
            !ReferenceEquals(one, other) && (one.Path == other.Path || other.Path.StartsWith(one.Path + "/", StringComparison.Ordinal))));
        var navigation = shape.Entity is { } entity && shape.Columns.Any(column => entity.Navigation(column.Path) is not null);
        return clash || navigation ? throw QueryFaultException.Bad("有两列同名。") : shape;
    }

    // A count that calls itself IndicatorCode would deceive the guard.
    private static bool Reserved(Shape shape, Column column) =>
        column.IsNamedHere && (Disclosure.Observations.Find(column.Path) is not null || column.Path == "Unit" || shape.Entity?.Find(column.Path) is not null
            || Disclosure.Observations.Navigation(column.Path) is not null);

    private string NextIdentifier() => $"c{_columns++}";
}
