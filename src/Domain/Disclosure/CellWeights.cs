using System.Numerics;
using Revitalization.Domain.Indicators;

namespace Revitalization.Domain.Disclosure;

/// <summary>How much a reader loses with a figure (信息损失): more with a larger one, more with a larger place, most with a headline.</summary>
public static class CellWeights
{
    private const int VillageDigits = 12, TownshipDigits = 9;

    /// <summary>In tenths of a village's smallest figure.</summary>
    public static int Of(DisclosureCell cell) =>
        Level(cell) * (10 + BitOperations.Log2((ulong)Math.Abs(cell.Value) + 1)) * (IsHeadline(cell) ? 5 : 1);

    /// <summary>How many households and people a place has is what every reader looks for first.</summary>
    private static bool IsHeadline(DisclosureCell cell) => cell.Indicator is IndicatorCodes.HouseholdsAll or IndicatorCodes.PeopleAll;

    internal static bool IsRemainder(DisclosureCell cell) => IndicatorCatalog.Find(cell.Indicator) is null;

    /// <summary>From the value down to the least it can be: nothing for a rest, one for a count, no bound for a net amount, which may be a loss.</summary>
    internal static long Room(DisclosureCell cell, bool isRemainder) => cell.Indicator == IndicatorCodes.IncomeNet ? long.MaxValue / 4
        : isRemainder || !cell.IsCount ? Math.Max(0, cell.Value)
        : Math.Max(0, cell.Value - 1);

    internal static int Level(DisclosureCell cell) => cell.Level > 0 ? cell.Level : (cell.Region.Length >= VillageDigits, cell.Region.Length >= TownshipDigits) switch
    {
        (true, _) => 1,
        (_, true) => 3,
        _ when cell.Region.EndsWith("0000", StringComparison.Ordinal) => 20,
        _ when cell.Region.EndsWith("00", StringComparison.Ordinal) => 14,
        _ => 8,
    };
}
