using System.Collections.Frozen;
using Revitalization.Portal.OData.Model;

namespace Revitalization.Portal.OData.Expressions;

/// <summary>The canonical functions the service answers, and what each takes and gives.</summary>
internal static class Functions
{
    public sealed record Signature(IReadOnlyList<DataType> Takes, DataType Gives, int Optional = 0);

    public static readonly FrozenDictionary<string, Signature[]> All = new Dictionary<string, Signature[]>(StringComparer.Ordinal)
    {
        ["contains"] = [new([DataType.Text, DataType.Text], DataType.Boolean)],
        ["startswith"] = [new([DataType.Text, DataType.Text], DataType.Boolean)],
        ["endswith"] = [new([DataType.Text, DataType.Text], DataType.Boolean)],
        ["concat"] = [new([DataType.Text, DataType.Text], DataType.Text)],
        ["length"] = [new([DataType.Text], DataType.Int64)],
        ["indexof"] = [new([DataType.Text, DataType.Text], DataType.Int64)],
        ["substring"] = [new([DataType.Text, DataType.Int64, DataType.Int64], DataType.Text, Optional: 1)],
        ["tolower"] = [new([DataType.Text], DataType.Text)],
        ["toupper"] = [new([DataType.Text], DataType.Text)],
        ["trim"] = [new([DataType.Text], DataType.Text)],
        ["year"] = DatePart(),
        ["month"] = DatePart(),
        ["day"] = DatePart(),
        ["hour"] = [new([DataType.Time], DataType.Int64)],
        ["minute"] = [new([DataType.Time], DataType.Int64)],
        ["second"] = [new([DataType.Time], DataType.Int64)],
        ["date"] = [new([DataType.Time], DataType.Date)],
        ["round"] = [new([DataType.Decimal], DataType.Decimal)],
        ["floor"] = [new([DataType.Decimal], DataType.Decimal)],
        ["ceiling"] = [new([DataType.Decimal], DataType.Decimal)],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Those a caller can write, for <c>$metadata</c>.</summary>
    public static IEnumerable<string> Names => All.Keys.Order(StringComparer.Ordinal);

    private static Signature[] DatePart() => [new([DataType.Date], DataType.Int64), new([DataType.Time], DataType.Int64)];
}
