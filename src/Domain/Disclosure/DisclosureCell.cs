using Revitalization.Domain.Calendar;
using Revitalization.Domain.Indicators;

namespace Revitalization.Domain.Disclosure;

/// <summary>One figure about to be published.</summary>
/// <param name="Parent">The region whose figure is the sum of its children's; null at the top of the table.</param>
/// <param name="Protected">A small value could point at a person.</param>
/// <param name="Dominated">An amount of which too few households make up too much.</param>
public readonly record struct DisclosureCell(
    string Region, string? Parent, Period Period, string Indicator, long Value, bool Protected, DisclosureLimits Limits, bool Dominated = false)
{
    /// <summary>How much its place weighs where it stands for several; 0: what its own place does.</summary>
    internal int Level { get; init; }

    /// <summary>Counts go by the threshold; an amount is neither small nor large, its households say whose it is.</summary>
    public bool IsCount => (IndicatorCatalog.Find(Indicator)?.Scale ?? 0) == 0;

    public bool IsSmall => IsCount && Limits.IsSmall(Value);
}

public enum DisclosureStatus
{
    Published = 0,
    Suppressed = 1,
}

public enum DisclosureReason
{
    None = 0,

    /// <summary>数值小于门槛: the value itself is small.</summary>
    SmallCount = 1,

    /// <summary>对应户数小于门槛: the households it is about are few.</summary>
    FewHouseholds = 2,

    /// <summary>防止由合计推算: another suppressed figure could otherwise be computed, or narrowed.</summary>
    Complementary = 3,

    /// <summary>少数农户占比过高: a household could take its own off and know its neighbour's.</summary>
    Dominance = 4,

    /// <summary>前期发布未公布: an earlier release hid it, and it is still (nearly) the same.</summary>
    HiddenBefore = 5,

    /// <summary>比值的一项未公布: with the other term it would give the hidden one.</summary>
    RatioOfHidden = 6,
}

/// <param name="Explanation">In Chinese, for the county's officer, never for the public.</param>
/// <param name="Width">How far apart the least and the most that a reader may find of it lie, at least.</param>
/// <param name="Cover">Of a complementary one: what it covers, and which sum would have told it.</param>
public readonly record struct DisclosureVerdict(DisclosureStatus Status, DisclosureReason Reason, string? Explanation, long Width = 0, DisclosureCover? Cover = null)
{
    public static readonly DisclosureVerdict Shown = new(DisclosureStatus.Published, DisclosureReason.None, null);
}

/// <summary>Why one figure had to go with another.</summary>
/// <param name="Kind">What sort of sum it is.</param>
/// <param name="Earlier">The sum stands in an earlier release.</param>
/// <param name="TotalRegion">With period and indicator: the total of the sum.</param>
/// <param name="ForRegion">With period and indicator: the hidden figure that the sum would have given back.</param>
public sealed record DisclosureCover(
    SumKind Kind, bool Earlier, string TotalRegion, Period TotalPeriod, string TotalIndicator, string ForRegion, Period ForPeriod, string ForIndicator);
