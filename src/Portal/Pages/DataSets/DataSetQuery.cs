using Microsoft.AspNetCore.Http.Extensions;
using Revitalization.Portal.OData.Model;

namespace Revitalization.Portal.Pages.DataSets;

/// <summary>One condition of the form: field, comparison, value, as they were sent.</summary>
public sealed record DataSetCondition(string Field, string Comparison, string Value);

/// <summary>What the form of a set's page asks, and the OData query that says the same.</summary>
/// <param name="Search">Words for <c>$search</c>.</param>
/// <param name="Order">A field; empty: by key.</param>
public sealed record DataSetQuery(IReadOnlyList<DataSetCondition> Conditions, string Search, string Order, bool Descending)
{
    public const int MostConditions = 3;

    public static readonly IReadOnlyList<(string Code, string Name)> Comparisons =
        [("eq", "等于"), ("ne", "不等于"), ("ge", "不小于"), ("le", "不大于"), ("contains", "包含"), ("startswith", "开头是")];

    public static DataSetQuery Of(IQueryCollection query) => new(
        [.. Enumerable.Range(1, MostConditions).Select(at => new DataSetCondition(query[$"f{at}"].ToString(), query[$"c{at}"].ToString(), query[$"v{at}"].ToString()))],
        query["q"].ToString().Trim(), query["o"].ToString(), query["d"] == "1");

    /// <summary>Encoded, without its question mark; empty when nothing was asked. A field that the set has not is left to the service to refuse.</summary>
    public string Address(SetModel set)
    {
        var options = new QueryBuilder();
        var conditions = Conditions.Where(condition => condition.Field.Length > 0 && condition.Value.Length > 0).Select(condition => Text(set, condition)).ToList();
        if (conditions.Count > 0) options.Add("$filter", string.Join(" and ", conditions));
        if (Search.Length > 0 && set.Searched is not null) options.Add("$search", $"\"{Search.Replace("\"", "", StringComparison.Ordinal)}\"");
        if (Order.Length > 0) options.Add("$orderby", Descending ? $"{Order} desc" : Order);
        return options.ToQueryString().Value?.TrimStart('?') ?? "";
    }

    private static string Text(SetModel set, DataSetCondition condition)
    {
        var type = set.Find(condition.Field)?.Type;
        var value = type == DataType.Text ? $"'{condition.Value.Replace("'", "''", StringComparison.Ordinal)}'" : condition.Value;
        return condition.Comparison is "contains" or "startswith"
            ? $"{condition.Comparison}({condition.Field},{value})"
            : $"{condition.Field} {(condition.Comparison.Length == 0 ? "eq" : condition.Comparison)} {value}";
    }
}
