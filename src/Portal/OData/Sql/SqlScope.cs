using System.Globalization;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;

namespace Revitalization.Portal.OData.Sql;

/// <summary>Which SQL name a row variable's columns have, at one place of the statement.</summary>
internal sealed class SqlScope
{
    private readonly Dictionary<string, Func<string, string>> _ranges = new(StringComparer.Ordinal);
    private readonly SqlAliases _aliases;

    private SqlScope(SqlAliases aliases) => _aliases = aliases;

    /// <param name="alias">Of the subquery whose rows have this shape.</param>
    public static SqlScope Of(SqlAliases aliases, string alias, Shape shape) => new SqlScope(aliases).Add(
        Paths.It, path => $"{alias}.{(shape.Find(path) ?? throw Unknown(path)).Identifier}");

    public string Column(string range, string path) =>
        _ranges.TryGetValue(range, out var columns) ? columns(path) : throw Unknown(range);

    public string NewAlias() => _aliases.Next();

    /// <summary>This scope and a lambda's variable, which stands for a row of a table.</summary>
    public SqlScope With(string variable, string alias, SetModel set)
    {
        var inner = new SqlScope(_aliases);
        foreach (var (name, columns) in _ranges) inner._ranges[name] = columns;
        return inner.Add(variable, path => $"{alias}.{(set.Find(path) ?? throw Unknown(path)).Column}");
    }

    private SqlScope Add(string range, Func<string, string> columns)
    {
        _ranges[range] = columns;
        return this;
    }

    private static InvalidOperationException Unknown(string name) => new($"{name} is not in scope.");
}

internal sealed class SqlAliases
{
    private int _count;

    public string Next() => "t" + (_count++).ToString(CultureInfo.InvariantCulture);
}
