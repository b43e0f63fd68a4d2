using Revitalization.Portal.Cube.Files;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;

namespace Revitalization.Portal.Cube.Conditions;

/// <summary>Regions by their place, as ranges from the first to before the last, in order and apart.</summary>
internal sealed record RegionRanges(IReadOnlyList<(int From, int To)> Parts)
{
    public static RegionRanges All(CubeFile file) => new([(0, file.Header.Regions)]);

    public RegionRanges And(RegionRanges other) => Of(
        from one in Parts from two in other.Parts select (From: Math.Max(one.From, two.From), To: Math.Min(one.To, two.To)));

    public RegionRanges Or(RegionRanges other) => Of(Parts.Concat(other.Parts));

    /// <summary>The ranges that a condition on RegionCode names; null where it says something else.</summary>
    public static RegionRanges? Of(CubeDictionary regions, Expression condition) => condition switch
    {
        BinaryExpression { Operator: Operator.And } both => Of(regions, both.Left) is { } left && Of(regions, both.Right) is { } right ? left.And(right) : null,
        BinaryExpression { Operator: Operator.Or } either => Of(regions, either.Left) is { } left && Of(regions, either.Right) is { } right ? left.Or(right) : null,
        BinaryExpression { Left: var left, Right: LiteralExpression { Value: string code } } compared when IsCode(left) => Compared(regions, compared.Operator, code),
        BinaryExpression { Operator: Operator.Equal, Left: LiteralExpression { Value: string code }, Right: var right } when IsCode(right) => Compared(regions, Operator.Equal, code),
        InExpression { Operand: var operand, Values: var values } when IsCode(operand) && values.All(value => value.Value is string) =>
            Of(values.SelectMany(value => Compared(regions, Operator.Equal, (string)value.Value!)!.Parts)),
        CallExpression { Name: "startswith", Arguments: [var text, LiteralExpression { Value: string prefix }] } when IsCode(text) => Prefix(regions, prefix),
        _ => null,
    };

    private static bool IsCode(Expression expression) => expression is ColumnExpression { Range: Paths.It, Path: "RegionCode", Type: DataType.Text };

    private static RegionRanges? Compared(CubeDictionary regions, Operator op, string code)
    {
        var (from, found) = (regions.Before(code), regions.Find(code) >= 0);
        var after = found ? from + 1 : from;
        return op switch
        {
            Operator.Equal => Of([(from, after)]),
            Operator.Less => Of([(0, from)]),
            Operator.LessOrEqual => Of([(0, after)]),
            Operator.Greater => Of([(after, regions.Count)]),
            Operator.GreaterOrEqual => Of([(from, regions.Count)]),
            _ => null,
        };
    }

    private static RegionRanges Prefix(CubeDictionary regions, string prefix)
    {
        var (from, to) = (regions.Before(prefix), regions.Count);
        for (var low = from; low < to;)
        {
            var middle = low + ((to - low) / 2);
            if (regions.Keys[middle].StartsWith(prefix, StringComparison.Ordinal)) low = middle + 1;
            else to = middle;
        }
        return Of([(from, to)]);
    }

    private static RegionRanges Of(IEnumerable<(int From, int To)> parts)
    {
        var apart = new List<(int From, int To)>();
        foreach (var part in parts.Where(part => part.From < part.To).Order())
        {
            if (apart.Count > 0 && apart[^1].To >= part.From) apart[^1] = (apart[^1].From, Math.Max(apart[^1].To, part.To));
            else apart.Add(part);
        }
        return new RegionRanges(apart);
    }
}
