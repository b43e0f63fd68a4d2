using Revitalization.Domain.Indicators;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Disclosure;

/// <summary>Which rule of a county's pack a figure goes by: its own where the county made one, else that of its sort.</summary>
public static class DisclosureRules
{
    public const string Counts = "disclosure.counts";
    public const string Amounts = "disclosure.amounts";

    /// <summary>A rule for one indicator alone is called this and its code.</summary>
    public const string OneIndicator = "disclosure.indicator.";

    /// <summary>What the platform's own pack says where the county's is silent.</summary>
    public static HeldLimits Of(PolicyPack pack, Indicator indicator, DateOnly day) =>
        Held(pack, OneIndicator + indicator.Code, day) ?? Held(pack, SortOf(indicator), day) ?? Held(ShippedPacks.Default, SortOf(indicator), day)
        ?? throw new InvalidOperationException($"No disclosure rule holds on {day:yyyy-MM-dd}.");

    /// <summary>From which number on counts of households and people may stand in prose, tables and lists of that county.</summary>
    public static int CountThreshold(PolicyPack pack, DateOnly day) =>
        (Held(pack, Counts, day) ?? Held(ShippedPacks.Default, Counts, day) ?? throw new InvalidOperationException($"No disclosure rule holds on {day:yyyy-MM-dd}.")).Limits.Threshold;

    private static string SortOf(Indicator indicator) => indicator.Scale == 0 ? Counts : Amounts;

    private static HeldLimits? Held(PolicyPack pack, string id, DateOnly day) =>
        pack.Find<DisclosureRule>(id) is { } rule && rule.On(day) is { } held ? new(held.Value, id, pack.Id, held.From, held.Source) : null;
}

/// <param name="From">The day from which it holds.</param>
public sealed record HeldLimits(DisclosureLimits Limits, string Rule, string Pack, DateOnly From, Citation Source);
