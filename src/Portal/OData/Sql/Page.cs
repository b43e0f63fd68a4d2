using Revitalization.Portal.OData.Apply;
using Revitalization.Portal.OData.Execution;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.OData.Sql;

/// <summary>Which part of a result is wanted.</summary>
/// <param name="Rows">At most so many.</param>
/// <param name="After">The token of the page before, or null.</param>
public sealed record Page(long Skip, long Rows, SkipToken? After);

/// <summary>A finished statement and how to read its rows.</summary>
internal sealed record Statement(string Sql, SqlParameters Parameters, RowLayout Layout);

/// <summary>
/// The one statement that answers a page. Entities page by their sort keys (so a page deep in the set costs what the first one
/// costs); results of an aggregate, which have no key, by offset: a release never changes under them.
/// </summary>
internal static class PageSql
{
    public static Statement Write(CollectionQuery query, Page page)
    {
        var parameters = new SqlParameters();
        var stages = new StageSql(parameters);
        var relation = stages.Write(query.Stage);
        var alias = stages.Aliases.Next();
        var keys = relation.Shape.Entity is null ? [] : stages.TotalOrder(query.Order, relation, alias);
        var where = page.After?.Keys is { } after ? " WHERE " + Keyset.After(keys, after, parameters) : "";
        var order = stages.OrderBy(query.Order, relation, alias);
        var skip = page.Skip + (page.After?.Offset ?? 0);
        var sql = $"SELECT {Columns(relation, alias, keys)} FROM ({relation.Sql}) {alias}{where} ORDER BY {order}"
            + $" LIMIT {parameters.Add(page.Rows)} OFFSET {parameters.Add(skip)}";
        return new Statement(sql, parameters, new(relation.Shape, relation.CountsMissing, relation.Branches, keys.Count));
    }

    public static Statement Count(CollectionQuery query)
    {
        var parameters = new SqlParameters();
        var stages = new StageSql(parameters);
        var relation = stages.Write(query.Stage);
        return new Statement($"SELECT COUNT(*) FROM ({relation.Sql})", parameters, new(relation.Shape, false, null, 0));
    }

    private static string Columns(Relation relation, string alias, IReadOnlyList<(string Sql, SortKey Key)> keys)
    {
        var columns = relation.Shape.Columns.Select(column => $"{alias}.{column.Identifier}").ToList();
        columns.Add(relation.CountsMissing && relation.Shape.Entity is null ? $"{alias}.missing" : "0");
        columns.Add(relation.HasBranches ? $"{alias}.branch" : "0");
        columns.AddRange(keys.Select((key, at) => $"{key.Sql} AS k{at.ToString(System.Globalization.CultureInfo.InvariantCulture)}"));
        return string.Join(", ", columns);
    }
}

/// <summary>The condition "stands after this row" for keys of mixed directions, where null stands before every value.</summary>
internal static class Keyset
{
    public static string After(IReadOnlyList<(string Sql, SortKey Key)> keys, IReadOnlyList<object?> values, SqlParameters parameters)
    {
        if (keys.Count != values.Count) throw SkipToken.Unreadable();
        if (keys.All(key => !key.Key.Descending && !key.Key.Expression.Nullable))
        {
            // One row value: SQLite walks the primary key to it.
            return $"({string.Join(", ", keys.Select(key => key.Sql))}) > ({string.Join(", ", values.Select(parameters.Add))})";
        }
        var alternatives = keys.Select((_, at) => string.Join(" AND ",
            [.. Enumerable.Range(0, at).Select(i => $"{keys[i].Sql} IS {parameters.Add(values[i])}"), Beyond(keys[at], values[at], parameters)]));
        return "(" + string.Join(" OR ", alternatives.Select(one => $"({one})")) + ")";
    }

    private static string Beyond((string Sql, SortKey Key) key, object? value, SqlParameters parameters) => (key.Key.Descending, value) switch
    {
        (false, null) => $"{key.Sql} IS NOT NULL",
        (false, _) => $"{key.Sql} > {parameters.Add(value)}",
        (true, null) => "0",
        (true, _) => $"({key.Sql} < {parameters.Add(value)} OR {key.Sql} IS NULL)",
    };
}
