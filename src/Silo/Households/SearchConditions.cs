namespace Revitalization.Silo.Households;

/// <summary>Conditions of a search, all of which must hold; values travel as parameters only.</summary>
internal sealed class SearchConditions
{
    private readonly List<string> _conditions = [];

    public List<(string Name, object? Value)> Values { get; } = [];

    public string Sql => string.Join(" AND ", _conditions);

    public void And(string condition, params IReadOnlyList<(string Name, object? Value)> values)
    {
        _conditions.Add(condition);
        Values.AddRange(values);
    }

    public void Within(IReadOnlyList<string> prefixes, string name)
    {
        var (sql, values) = ScopeFilter.Of(prefixes, "h.village_code", name);
        And(sql, values);
    }
}
