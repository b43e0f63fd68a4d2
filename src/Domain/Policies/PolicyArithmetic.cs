using System.Globalization;

namespace Revitalization.Domain.Policies;

/// <summary>What each kind of rule computes. Amounts are whole fen or whole units; overflow throws, halves round up.</summary>
public static class PolicyArithmetic
{
    /// <summary>Whether a figure is hit by a threshold (是否触发).</summary>
    public static Explained<bool>? Test(PolicyPack pack, ThresholdRule rule, DateOnly day, ExplainedInput figure)
    {
        if (rule.On(day) is not { } held) return null;
        var (comparison, amount) = held.Value;
        var hit = Holds(figure.Value, comparison, amount);
        return new(hit, Because(pack, rule, held, [figure],
            $"{figure.Name} {Text(figure.Value)} {(hit ? "" : "未")}{Words(comparison)} {Text(amount)}"));
    }

    /// <summary>How far a figure falls short of a floor: 0 when it is met (距下限差额).</summary>
    public static Explained<long>? Shortfall(PolicyPack pack, FloorRule rule, DateOnly day, ExplainedInput figure)
    {
        if (rule.On(day) is not { } held) return null;
        var shortfall = Math.Max(0, held.Value.Least - figure.Value);
        return new(shortfall, Because(pack, rule, held, [figure],
            $"下限 {Text(held.Value.Least)} − {figure.Name} {Text(figure.Value)} → 差额 {Text(shortfall)}"));
    }

    public static Explained<bool>? Within(PolicyPack pack, RangeRule rule, DateOnly day, ExplainedInput figure)
    {
        if (rule.On(day) is not { } held) return null;
        var within = figure.Value >= held.Value.Least && figure.Value <= held.Value.Most;
        return new(within, Because(pack, rule, held, [figure],
            $"{figure.Name} {Text(figure.Value)} {(within ? "在" : "不在")} {Text(held.Value.Least)} 至 {Text(held.Value.Most)} 之间"));
    }

    /// <summary>Whether a share is reached, compared without dividing, so that no rounding decides it.</summary>
    public static Explained<bool>? Reaches(PolicyPack pack, RatioRule rule, DateOnly day, ExplainedInput numerator, ExplainedInput denominator)
    {
        if (rule.On(day) is not { } held || denominator.Value <= 0) return null;
        var reached = (Int128)numerator.Value * 10_000 >= (Int128)denominator.Value * held.Value.BasisPoints;
        return new(reached, Because(pack, rule, held, [numerator, denominator],
            $"{numerator.Name} {Text(numerator.Value)} ÷ {denominator.Name} {Text(denominator.Value)} {(reached ? "达到" : "未达到")} {Percent(held.Value.BasisPoints)}"));
    }

    /// <summary>A capped share of an amount, and whether the cap bit.</summary>
    public static Explained<long>? Award(PolicyPack pack, CappedPercentageRule rule, DateOnly day, ExplainedInput amount)
    {
        if (rule.On(day) is not { } held) return null;
        var uncapped = (long)(((Int128)amount.Value * held.Value.BasisPoints + 5_000) / 10_000);
        var award = held.Value.CapFen is { } cap ? Math.Min(uncapped, cap) : uncapped;
        var steps = new List<string> { $"{amount.Name} {Text(amount.Value)} × {Percent(held.Value.BasisPoints)} = {Text(uncapped)}" };
        if (award < uncapped) steps.Add($"超过上限,按上限 {Text(award)} 计");
        return new(award, Because(pack, rule, held, [amount], [.. steps]));
    }

    public static Explained<long>? Award(PolicyPack pack, PerUnitRule rule, DateOnly day, ExplainedInput units)
    {
        if (rule.On(day) is not { } held) return null;
        var award = checked(units.Value * held.Value.Fen);
        return new(award, Because(pack, rule, held, [units],
            $"{Text(units.Value)} {held.Value.Of} × {Text(held.Value.Fen)} 分 = {Text(award)} 分"));
    }

    /// <summary>The label of the last step passed.</summary>
    public static Explained<string>? Step(PolicyPack pack, LadderRule rule, DateOnly day, ExplainedInput figure)
    {
        if (rule.On(day) is not { } held) return null;
        var (boundary, steps) = held.Value;
        var step = steps.Where((each, index) => index == 0 || Holds(figure.Value, boundary, each.Limit)).Last();
        return new(step.Label, Because(pack, rule, held, [figure],
            step == steps[0]
                ? $"{figure.Name} {Text(figure.Value)} 未到下一档,取“{Named(pack, step.Label)}”"
                : $"{figure.Name} {Text(figure.Value)} {Words(boundary)} {Text(step.Limit)},取“{Named(pack, step.Label)}”"));
    }

    /// <summary>A colour is told by the name people know it by.</summary>
    private static string Named(PolicyPack pack, string label) => pack.Colours.FirstOrDefault(colour => colour.Id == label)?.Name ?? label;

    private static bool Holds(long figure, Comparison comparison, long amount) => comparison switch
    {
        Comparison.Below => figure < amount,
        Comparison.AtMost => figure <= amount,
        Comparison.AtLeast => figure >= amount,
        Comparison.Above => figure > amount,
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "A comparison that was never defined."),
    };

    private static string Words(Comparison comparison) => comparison switch
    {
        Comparison.Below => "低于",
        Comparison.AtMost => "不高于",
        Comparison.AtLeast => "不低于",
        Comparison.Above => "高于",
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "A comparison that was never defined."),
    };

    private static Explanation Because<TValue>(
        PolicyPack pack, PolicyRule rule, PolicyValue<TValue> held, IReadOnlyList<ExplainedInput> inputs, params IReadOnlyList<string> steps) =>
        new(held.Source.Pack ?? pack.Id, rule.Id, rule.Title, held.From, held.Source, inputs, steps);

    private static string Text(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Percent(long basisPoints) =>
        string.Create(CultureInfo.InvariantCulture, $"{basisPoints / 100m:0.##} %");
}
