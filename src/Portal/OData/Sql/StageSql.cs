using Revitalization.Portal.OData.Apply;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.OData.Sql;

/// <summary>A chain of stages as one SELECT.</summary>
/// <param name="CountsMissing">It has the hidden column <c>missing</c>: suppressed cells behind a row's numbers.</param>
/// <param name="Branches">After a concat: the columns of each branch; the hidden columns <c>branch</c> and <c>ordinal</c> are there.</param>
internal sealed record Relation(string Sql, Shape Shape, bool CountsMissing, IReadOnlyList<IReadOnlySet<string>>? Branches)
{
    public bool HasBranches => Branches is not null;
}

internal sealed class StageSql(SqlParameters parameters)
{
    private readonly ExpressionSql _expressions = new(parameters);

    public SqlAliases Aliases { get; } = new();

    public Relation Write(Stage stage) => stage switch
    {
        Stage.Source source => Source(source),
        Stage.Filter filter => Filter(filter),
        Stage.Compute compute => Compute(compute),
        Stage.Group group => Group(group),
        Stage.Slice slice => Slice(slice),
        Stage.Best best => new BestSql(this, parameters).Write(best, Write(best.From)),
        Stage.Concat concat => Concat(concat),
        _ => throw new InvalidOperationException($"{stage.GetType().Name} was never taught to SQL."),
    };

    public string Write(Expression expression, Shape shape, string alias) =>
        _expressions.Write(expression, SqlScope.Of(Aliases, alias, shape));

    /// <summary>Sort keys that leave no two rows equal: those asked for, then the key, or every column.</summary>
    public IReadOnlyList<(string Sql, SortKey Key)> TotalOrder(IReadOnlyList<SortKey> order, Relation relation, string alias)
    {
        var rest = (relation.Shape.Entity?.Key ?? relation.Shape.Columns.Select(column => column.Path))
            .Select(path => relation.Shape.Find(path)!)
            .Select(column => new SortKey(new ColumnExpression(Paths.It, column.Path, column.Type, column.Nullable), Descending: false))
            .Where(key => !order.Any(known => known.Expression == key.Expression));
        return [.. order.Concat(rest).Select(key => (Write(key.Expression, relation.Shape, alias), key))];
    }

    private static Relation Source(Stage.Source source)
    {
        var columns = source.Shape.Columns.Zip(source.Set.Properties, (column, property) => $"{property.Column} AS {column.Identifier}");
        var counts = source.Set == Disclosure.Observations;
        var missing = counts ? ", (value IS NULL) AS missing" : "";
        return new Relation(
            $"SELECT {string.Join(", ", columns)}{missing} FROM {source.Set.Table} WHERE {source.Set.OfRelease}", source.Shape, counts, null);
    }

    private Relation Filter(Stage.Filter filter)
    {
        var (input, alias) = (Write(filter.From), Aliases.Next());
        return input with { Sql = $"SELECT * FROM ({input.Sql}) {alias} WHERE {Write(filter.Condition, input.Shape, alias)}" };
    }

    private Relation Compute(Stage.Compute compute)
    {
        var (input, alias) = (Write(compute.From), Aliases.Next());
        var added = compute.Added.Select(one => $"{Write(one.Expression, input.Shape, alias)} AS {one.Column.Identifier}");
        return input with
        {
            Sql = $"SELECT {alias}.*, {string.Join(", ", added)} FROM ({input.Sql}) {alias}", 
            Shape = compute.Shape,
            Branches = input.Branches?.Select(IReadOnlySet<string> (branch) => branch.Concat(compute.Added.Select(one => one.Column.Path)).ToHashSet(StringComparer.Ordinal)).ToList(),
        };
    }

    private Relation Group(Stage.Group group)
    {
        var (input, alias) = (Write(group.From), Aliases.Next());
        var keys = group.Keys.Select(key => (Sql: Write(key.Key, input.Shape, alias), key.Column.Identifier)).ToList();
        var columns = keys.Select(key => $"{key.Sql} AS {key.Identifier}")
            .Concat(group.Aggregates.Select(aggregate => $"{Aggregate(aggregate, input.Shape, alias)} AS {aggregate.Column.Identifier}")).ToList();
        var counts = input.CountsMissing && group.Aggregates.Any(aggregate => aggregate.Column.OfValue);
        if (counts) columns.Add($"COALESCE(SUM({alias}.missing), 0) AS missing");
        if (columns.Count == 0) columns.Add("1");
        // By position: an expression with parameters in it would otherwise count as another one.
        var by = keys.Count == 0 ? "" : $" GROUP BY {string.Join(", ", Enumerable.Range(1, keys.Count))}";
        return new Relation($"SELECT {string.Join(", ", columns)} FROM ({input.Sql}) {alias}{by}", group.Shape, counts, null);
    }

    private string Aggregate(Aggregate aggregate, Shape shape, string alias)
    {
        if (aggregate.Operand is null) return "COUNT(*)";
        var operand = Write(aggregate.Operand, shape, alias);
        return aggregate.Method switch
        {
            "sum" => $"SUM({operand})",
            "min" => $"MIN({operand})",
            "max" => $"MAX({operand})",
            "countdistinct" => $"COUNT(DISTINCT {operand})",
            // SQLite's AVG is floating point.
            "average" when aggregate.Operand.Type == DataType.Decimal => $"dec_div(SUM({operand}), NULLIF(COUNT({operand}), 0) * {SqlFunctions.Scale})",
            "average" => $"dec_div(int_mul(SUM({operand}), {SqlFunctions.Scale}), NULLIF(COUNT({operand}), 0) * {SqlFunctions.Scale})",
            _ => throw new InvalidOperationException($"{aggregate.Method} was never taught to SQL."),
        };
    }

    private Relation Slice(Stage.Slice slice)
    {
        var (input, alias) = (Write(slice.From), Aliases.Next());
        var top = slice.Top is { } most ? parameters.Add(most) : "-1";
        return input with
        {
            Sql = $"SELECT * FROM ({input.Sql}) {alias} ORDER BY {OrderBy(slice.Order, input, alias)} LIMIT {top} OFFSET {parameters.Add(slice.Skip)}",
        };
    }

    private Relation Concat(Stage.Concat concat)
    {
        var branches = concat.Branches.Select(Write).ToList();
        var counts = branches.Any(branch => branch.CountsMissing);
        var selects = branches.Select((branch, at) => Branch(concat, branch, at, counts));
        return new Relation(string.Join(" UNION ALL ", selects), concat.Shape, counts,
            [.. branches.Select(branch => branch.Shape.Columns.Select(column => column.Path).ToHashSet(StringComparer.Ordinal))]);
    }

    private string Branch(Stage.Concat concat, Relation branch, int at, bool counts)
    {
        var alias = Aliases.Next();
        var columns = concat.Shape.Columns.Select(column =>
            $"{(branch.Shape.Find(column.Path) is { } own ? $"{alias}.{own.Identifier}" : "NULL")} AS {column.Identifier}").ToList();
        if (counts) columns.Add($"{(branch.CountsMissing ? $"{alias}.missing" : "0")} AS missing");
        columns.Add($"{at} AS branch");
        columns.Add($"row_number() OVER (ORDER BY {OrderBy(concat.Orders[at], branch, alias)}) AS ordinal");
        return $"SELECT {string.Join(", ", columns)} FROM ({branch.Sql}) {alias}";
    }

    public string OrderBy(IReadOnlyList<SortKey> order, Relation relation, string alias)
    {
        var keys = order.Select(key => Write(key.Expression, relation.Shape, alias) + (key.Descending ? " DESC" : "")).ToList();
        if (relation.HasBranches) keys.AddRange([$"{alias}.branch", $"{alias}.ordinal"]);
        else keys.AddRange(TotalOrder(order, relation, alias).Skip(order.Count).Select(key => key.Sql));
        return keys.Count == 0 ? "1" : string.Join(", ", keys);
    }
}
