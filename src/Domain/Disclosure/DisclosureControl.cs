using Revitalization.Domain.Indicators;

namespace Revitalization.Domain.Disclosure;

/// <summary>
/// Decides which figures may be published (披露控制). Small counts of people and households are hidden, amounts of few, then enough others that
/// all sums solved together, of this release and every earlier one, leave each hidden figure its interval. Pure and deterministic: the same table and
/// history give the same verdicts. The reason is for the county's eyes: on public pages a suppressed figure only says that it is.
/// </summary>
public static class DisclosureControl
{
    /// <summary>One verdict for each cell, in the same order.</summary>
    /// <exception cref="ArgumentException">Two cells of one region, period and indicator.</exception>
    public static IReadOnlyList<DisclosureVerdict> Apply(IReadOnlyList<DisclosureCell> cells) => Apply(cells, PublishedHistory.None).Verdicts;

    public static DisclosureOutcome Apply(IReadOnlyList<DisclosureCell> cells, PublishedHistory history)
    {
        var verdicts = new DisclosureVerdict[cells.Count];
        var open = new List<OpenFigure>();
        foreach (var year in Enumerable.Range(0, cells.Count).GroupBy(at => cells[at].Period.Year))
        {
            int[] places = [.. year];
            var twice = new PrintedTwice([.. places.Select(at => cells[at])]);
            var table = new LinkedTable(twice, history.OfYear(year.Key));
            var suppression = new Suppression(table).Complete();
            open.AddRange(suppression.Open.SelectMany(at => Open(table, suppression, at, places.Select((_, place) => place).Where(place => twice.At(place) == at).Select(place => cells[places[place]].Region))));
            for (var at = 0; at < places.Length; at++) verdicts[places[at]] = Verdict(table, suppression, twice.At(at));
        }
        HideRatios(cells, verdicts);
        return new(verdicts, open, InformationLoss.Of(cells, verdicts));
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
            if (terms.Any(term => suppressed.Contains((cell.Region, cell.Period, term)))) verdicts[at] = Hidden(DisclosureReason.RatioOfHidden);
        }
    }

    private static DisclosureVerdict Verdict(LinkedTable table, Suppression suppression, int at)
    {
        var reason = suppression.Reasons[at];
        if (reason == DisclosureReason.None) return DisclosureVerdict.Shown;
        var hidden = Hidden(reason) with { Width = suppression.Width(at) };
        if (suppression.Cover(at) is not { } cover) return hidden;
        var (relation, protege) = (table.Relations[cover.Relation], table.Cells[cover.For]);
        var total = table.Cells[relation.Total];
        return hidden with
        {
            Cover = new(relation.Kind, cover.Relation >= table.CurrentCount, total.Region, total.Period, total.Indicator, protege.Region, protege.Period, protege.Indicator),
        };
    }

    /// <summary>Of a figure that is printed in several places, each.</summary>
    private static IEnumerable<OpenFigure> Open(LinkedTable table, Suppression suppression, int at, IEnumerable<string> regions)
    {
        var (cell, isEarlier) = (table.Cells[at], at >= table.PublishedCount);
        return (isEarlier ? [cell.Region] : regions).Select(region => new OpenFigure(region, cell.Period, cell.Indicator, cell.Value, suppression.Left(at), isEarlier));
    }

    private static DisclosureVerdict Hidden(DisclosureReason reason) => new(DisclosureStatus.Suppressed, reason, DisclosureWords.Of(reason));
}

/// <summary>What disclosure control decided of a release.</summary>
/// <param name="Verdicts">One for each cell, in the same order.</param>
/// <param name="Open">Hidden figures, of this release or an earlier one, whose interval nothing in this release can keep: what was published earlier has closed it.</param>
public sealed record DisclosureOutcome(IReadOnlyList<DisclosureVerdict> Verdicts, IReadOnlyList<OpenFigure> Open, InformationLoss Loss);
