using Revitalization.Domain.Calendar;
using Revitalization.Domain.Disclosure;
using Revitalization.Domain.Indicators;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Policies;

namespace Revitalization.Silo.Releases.Disclosure;

/// <summary>Disclosure control of a release about to be proposed: figures by their county's rules, beside everything published before.</summary>
public sealed class FigureDisclosure(
    PublishedFigures published, DocumentFigures documents, AmountShares shares, CountThresholds thresholds, PolicyBook policies, RegionBook regions, ReleaseOptions options)
{
    private const int CountyDigits = 6;

    public async Task<JudgedFigures> Judge(int release, FrozenRollups rollups, DateOnly asOf, CancellationToken cancellation)
    {
        var figures = FigureTable.Of(rollups, asOf, options.Years);
        var rules = await Rules(figures, asOf, cancellation);
        var dominated = await shares.Dominated(rules, asOf.Year - options.Years + 1, cancellation);
        var from = asOf.Year - options.Years + 1;
        var history = await published.Read(release, from, cancellation) with { Stated = await documents.Read(from, cancellation) };
        DisclosureCell[] cells = [.. figures.Select(figure => new DisclosureCell(
            figure.Region, ParentOf(figure.Region), figure.Period, figure.Indicator.Code, figure.Value, figure.Indicator.Protected, rules(figure.Region, figure.Indicator).Limits,
            dominated.Contains((figure.Region, figure.Period, figure.Indicator.Code))))];
        var outcome = DisclosureControl.Apply(cells, history);
        var hidden = Enumerable.Range(0, cells.Length).Where(at => outcome.Verdicts[at].Status == DisclosureStatus.Suppressed)
            .Select(at => Hidden(figures[at], outcome.Verdicts[at], rules(figures[at].Region, figures[at].Indicator)))
            .OrderBy(figure => figure.Region, StringComparer.Ordinal).ThenBy(figure => figure.Period, StringComparer.Ordinal).ThenBy(figure => figure.Indicator, StringComparer.Ordinal)
            .ToList();
        var reasons = hidden.GroupBy(figure => figure.Reason).OrderBy(group => group.Key).ToDictionary(group => group.Key.ToString(), group => group.Count(), StringComparer.Ordinal);
        var countThreshold = await thresholds.Of([.. figures.Select(figure => figure.Region), .. rollups.Aid.Projects.Select(project => project.RegionCode)], asOf, cancellation);
        return new(
            figures, outcome.Verdicts, hidden, new(outcome.Loss, outcome.Open.Count, reasons, outcome.Open, history.Stated), countThreshold);
    }

    private async Task<Func<string, Indicator, HeldLimits>> Rules(IReadOnlyList<FigureCell> figures, DateOnly asOf, CancellationToken cancellation)
    {
        foreach (var county in figures.Select(figure => PolicyBook.CountyOf(figure.Region)).Where(code => code.Length == CountyDigits).Distinct(StringComparer.Ordinal))
            await policies.EnsureAll(county, cancellation);
        var held = new Dictionary<(string County, string Indicator), HeldLimits>();
        return (region, indicator) =>
        {
            var key = (PolicyBook.CountyOf(region), indicator.Code);
            return held.TryGetValue(key, out var known) ? known : held[key] = DisclosureRules.Of(policies.For(region, asOf), indicator, asOf);
        };
    }

    private static HiddenFigure Hidden(FigureCell figure, DisclosureVerdict verdict, HeldLimits held) => new(
        figure.Region, figure.Period.ToString(), figure.Indicator.Code, figure.Value, verdict.Width, verdict.Reason, held.Rule, held.Source.Pack ?? held.Pack,
        held.Source.Document, held.Source.Clause, held.Source.Assumed, verdict.Cover);

    private string? ParentOf(string code) => VillageCode.IsWellFormed(code) ? VillageCode.Township(code) : regions.Find(code)?.ParentCode;
}
