using System.Diagnostics;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Claims;

/// <summary>Which units can be added or compared: yuan and ten thousand yuan are one quantity, everything else is its own.</summary>
internal static class ClaimUnits
{
    private const long YuanPerWan = 10_000;

    public static bool Fit(StatedFigure figure)
    {
        var units = figure.Inputs.Select(input => input.Unit).ToArray();
        return figure.Kind switch
        {
            ClaimKind.Sum => units.All(unit => Same(unit, figure.Unit)),
            ClaimKind.Share or ClaimKind.Growth => figure.Unit == ClaimUnit.Percent && units[0] != ClaimUnit.Percent && Same(units[0], units[1]),
            ClaimKind.Average or ClaimKind.Plausibility => Same(units[0], figure.Unit) && units[0] != ClaimUnit.Percent && units[1] != ClaimUnit.Percent,
            ClaimKind.Previous => Same(units[0], figure.Unit) && units[0] != ClaimUnit.Percent && units[1] == ClaimUnit.Percent,
            ClaimKind.ProductSum => units.Where((_, at) => at % 2 == 0).All(unit => unit != ClaimUnit.Percent)
                && units.Where((_, at) => at % 2 == 1).All(unit => Same(unit, figure.Unit)),
            _ => throw new UnreachableException($"No units for {figure.Kind}."),
        };
    }

    /// <summary>A rule about money (in fen) judges money, one about a share a share.</summary>
    public static bool Fit(ClaimUnit unit, PolicyRule rule) => rule is RatioRule ? unit == ClaimUnit.Percent : IsFen(rule) == IsMoney(unit) && unit != ClaimUnit.Percent;

    public static bool IsFen(PolicyRule rule) => rule.Unit.StartsWith("fen", StringComparison.Ordinal);

    public static bool IsMoney(ClaimUnit unit) => unit is ClaimUnit.Yuan or ClaimUnit.WanYuan;

    public static ExactNumber To(this ExactNumber value, ClaimUnit from, ClaimUnit to) => (from, to) switch
    {
        (ClaimUnit.WanYuan, ClaimUnit.Yuan) => value * YuanPerWan,
        (ClaimUnit.Yuan, ClaimUnit.WanYuan) => value / YuanPerWan,
        _ => value,
    };

    public static string Word(ClaimUnit unit) => unit switch
    {
        ClaimUnit.Percent => "%",
        ClaimUnit.Yuan => "元",
        ClaimUnit.WanYuan => "万元",
        ClaimUnit.People => "人",
        ClaimUnit.Households => "户",
        ClaimUnit.Mu => "亩",
        ClaimUnit.Count => "个",
        _ => throw new UnreachableException($"No word for {unit}."),
    };

    private static bool Same(ClaimUnit one, ClaimUnit other) => one == other || (IsMoney(one) && IsMoney(other));
}
