using System.Collections.Immutable;
using Revitalization.Portal.OData.Expressions;

namespace Revitalization.Portal.OData.Apply;

/// <summary>
/// What the conditions so far say must hold of every row: for a column, the only values it can have (null: any). Only
/// conditions joined by <c>and</c> count; everything else leaves the row free.
/// </summary>
/// <param name="IsMixed">After concat one fact may stand in several rows: nothing of it may be added again.</param>
internal sealed record Facts(ImmutableDictionary<string, ImmutableHashSet<object>> Fixed, bool IsMixed)
{
    public static readonly Facts None = new(ImmutableDictionary.Create<string, ImmutableHashSet<object>>(StringComparer.Ordinal), IsMixed: false);
    public static readonly Facts Mixed = None with { IsMixed = true };

    // The same fact under two names.
    private static readonly Dictionary<string, string> SameAs = new(StringComparer.Ordinal)
    {
        ["Region/Code"] = "RegionCode", ["Region/Level"] = "RegionLevel", ["Indicator/Code"] = "IndicatorCode",
    };

    public static string NameOf(string path) => SameAs.GetValueOrDefault(path, path);

    public static string? NameOf(Expression expression) => expression switch
    {
        ColumnExpression { Range: Paths.It } column => NameOf(column.Path),
        NavigationExpression { Range: Paths.It } navigation =>
            NameOf(string.Join('/', [.. navigation.Hops.Select(hop => hop.Name), navigation.Property.Name])),
        _ => null,
    };

    public ImmutableHashSet<object>? Only(string column) => Fixed.GetValueOrDefault(column);

    public Facts And(Expression condition) => condition switch
    {
        BinaryExpression { Operator: Operator.And } both => And(both.Left).And(both.Right),
        BinaryExpression { Operator: Operator.Equal, Left: var left, Right: LiteralExpression { Value: { } value } } => Narrow(left, [value]),
        BinaryExpression { Operator: Operator.Equal, Left: LiteralExpression { Value: { } value }, Right: var right } => Narrow(right, [value]),
        BinaryExpression { Operator: Operator.Or } => Alternatives(condition),
        InExpression among when among.Values.All(value => value.Value is not null) => Narrow(among.Operand, among.Values.Select(value => value.Value!)),
        ColumnExpression or NavigationExpression => Narrow(condition, [true]),
        _ => this,
    };

    // "a eq 1 or a eq 2" is "a in (1,2)", which is how many clients write it.
    private Facts Alternatives(Expression condition)
    {
        var sides = Sides(condition).Select(side => None.And(side)).ToList();
        if (sides.Any(side => side.Fixed.Count != 1)) return this;
        var names = sides.SelectMany(side => side.Fixed.Keys).Distinct(StringComparer.Ordinal).ToList();
        return names.Count == 1 ? Narrow(names[0], sides.SelectMany(side => side.Fixed[names[0]])) : this;
    }

    private static IEnumerable<Expression> Sides(Expression condition) =>
        condition is BinaryExpression { Operator: Operator.Or } either ? Sides(either.Left).Concat(Sides(either.Right)) : [condition];

    private Facts Narrow(Expression operand, IEnumerable<object> values) => NameOf(operand) is { } name ? Narrow(name, values) : this;

    private Facts Narrow(string name, IEnumerable<object> values)
    {
        var only = Fixed.TryGetValue(name, out var known) ? known.Intersect(values) : values.ToImmutableHashSet();
        return this with { Fixed = Fixed.SetItem(name, only) };
    }
}
