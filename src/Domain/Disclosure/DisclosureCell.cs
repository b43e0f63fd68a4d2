using Revitalization.Domain.Calendar;

namespace Revitalization.Domain.Disclosure;

/// <summary>One figure about to be published.</summary>
/// <param name="Parent">The region whose figure is the sum of its children's; null at the top of the table.</param>
/// <param name="Protected">A value from 1 to <paramref name="Threshold"/> − 1 could point at a person.</param>
public readonly record struct DisclosureCell(
    string Region, string? Parent, Period Period, string Indicator, long Value, bool Protected, int Threshold);

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

    /// <summary>防止由合计推算: another suppressed figure could otherwise be computed.</summary>
    Complementary = 3,
}

/// <param name="Explanation">In Chinese, for the figure's page; names no other cell's value.</param>
public readonly record struct DisclosureVerdict(DisclosureStatus Status, DisclosureReason Reason, string? Explanation)
{
    public static readonly DisclosureVerdict Shown = new(DisclosureStatus.Published, DisclosureReason.None, null);
}
