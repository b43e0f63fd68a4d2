using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;

namespace Revitalization.Portal.OData.Sql;

/// <summary>Rows that navigations lead to, as subqueries by key: each is one look-up in an index.</summary>
internal static class NavigationSql
{
    public static string Value(string range, IReadOnlyList<Navigation> hops, string property, SqlScope scope)
    {
        if (hops.Count == 0) return scope.Column(range, property);
        var last = hops[^1];
        var target = Disclosure.Sets[last.Target];
        var alias = scope.NewAlias();
        var local = Value(range, [.. hops.Take(hops.Count - 1)], last.Local, scope);
        return $"(SELECT {alias}.{Column(target, property)} FROM {target.Table} {alias} "
            + $"WHERE {alias}.{target.OfRelease} AND {alias}.{Column(target, last.Remote)} = {local})";
    }

    public static string Count(CountExpression count, SqlScope scope) =>
        $"(SELECT COUNT(*) {From(count.Range, count.Hops, count.Collection, scope.NewAlias(), scope)})";

    /// <summary>FROM and WHERE of a collection; conditions may be added with AND.</summary>
    public static string From(string range, IReadOnlyList<Navigation> hops, Navigation collection, string alias, SqlScope scope)
    {
        var target = Disclosure.Sets[collection.Target];
        var local = Value(range, hops, collection.Local, scope);
        return $"FROM {target.Table} {alias} WHERE {alias}.{target.OfRelease} AND {alias}.{Column(target, collection.Remote)} = {local}";
    }

    private static string Column(SetModel set, string property) =>
        (set.Find(property) ?? throw new InvalidOperationException($"{set.Name} has no {property}.")).Column;
}
