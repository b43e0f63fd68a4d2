using Revitalization.Domain.Indicators;

namespace Revitalization.Domain.Disclosure;

/// <summary>
/// Decides which figures may be published (披露控制). Small counts of people and households are suppressed, then enough
/// others that neither one subtraction nor all sums solved together give one back. Pure and deterministic: the same table gives
/// the same verdicts. The reason is for the county's eyes: on public pages a suppressed figure only says that it is.
/// </summary>
public static class DisclosureControl
{
    private const int RoundsMax = 1_000;

    /// <summary>One verdict for each cell, in the same order.</summary>
    /// <exception cref="ArgumentException">Two cells of one region, period and indicator.</exception>
    public static IReadOnlyList<DisclosureVerdict> Apply(IReadOnlyList<DisclosureCell> cells)
    {
        var verdicts = new DisclosureVerdict[cells.Count];
        foreach (var year in Enumerable.Range(0, cells.Count).GroupBy(at => cells[at].Period.Year))
        {
            int[] places = [.. year];
            var table = new DisclosureTable(places.Select(at => cells[at]));
            var reasons = Suppressed(table).Reasons;
            for (var at = 0; at < places.Length; at++) verdicts[places[at]] = Verdict(reasons[at]);
        }
        HideRatios(cells, verdicts);
        return verdicts;
    }

    internal static Suppression Suppressed(DisclosureTable table)
    {
        var suppression = new Suppression(table);
        suppression.Complete();
        for (var round = 0; round < RoundsMax; round++)
        {
            var given = LinearAttack.Determined(table, suppression.IsUnpublished).Where(suppression.IsGuarded).ToList();
            var thickened = 0; // Every guarded cell is thickened, not just the first.
            foreach (var cell in given)
                if (suppression.Thicken(cell)) thickened++;
            if (thickened == 0) return suppression;
            suppression.Complete();
        }
        throw new InvalidOperationException("Suppression does not come to an end.");
    }

    /// <summary>A ratio and one of its terms give the other.</summary>
    private static void HideRatios(IReadOnlyList<DisclosureCell> cells, DisclosureVerdict[] verdicts)
    {
        var suppressed = Enumerable.Range(0, cells.Count)
            .Where(at => verdicts[at].Status == DisclosureStatus.Suppressed)
            .Select(at => (cells[at].Region, cells[at].Period, cells[at].Indicator)).ToHashSet();
        for (var at = 0; at < cells.Count; at++)
        {
            var cell = cells[at];
            if (verdicts[at].Status == DisclosureStatus.Suppressed || IndicatorCatalog.Find(cell.Indicator)?.Ratio is not { Count: > 0 } ratio) continue;
            var terms = ratio.Where(terms => terms.Kind == cell.Period.Kind).SelectMany(terms => new[] { terms.Numerator, terms.Denominator });
            if (terms.Any(term => suppressed.Contains((cell.Region, cell.Period, term)))) verdicts[at] = Verdict(DisclosureReason.Complementary);
        }
    }

    private static DisclosureVerdict Verdict(DisclosureReason reason) => reason switch
    {
        DisclosureReason.None => DisclosureVerdict.Shown,
        DisclosureReason.SmallCount => Hidden(reason, "数值小于公布门槛。"),
        DisclosureReason.FewHouseholds => Hidden(reason, "涉及的农户数小于公布门槛。"),
        _ => Hidden(reason, "为防止由合计推算其他不公布的数值。"),
    };

    private static DisclosureVerdict Hidden(DisclosureReason reason, string explanation) =>
        new(DisclosureStatus.Suppressed, reason, explanation);
}
