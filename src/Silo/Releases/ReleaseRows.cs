using Revitalization.Contracts.Releases;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Disclosure;
using Revitalization.Domain.Indicators;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Releases.Disclosure;

namespace Revitalization.Silo.Releases;

/// <summary>
/// The rows of a release, in their one order: regions, indicators, observations, then aid's sets, each by key. Only what is named here is
/// published; the same roll-ups give the same bytes.
/// </summary>
public sealed class ReleaseRows(RegionBook regions, IReadOnlyDictionary<string, string> villageNames)
{
    public IEnumerable<RowLine> Public(int release, FrozenRollups rollups, JudgedFigures judged, DateOnly asOf) =>
        Lines(release, rollups, judged, asOf, judged.CountThreshold, isProvince: false);

    /// <summary>The same unsuppressed, for the province's analysts, and how fresh each county is. Names and typed traces of people are left out here too.</summary>
    public IEnumerable<RowLine> Province(int release, FrozenRollups rollups, JudgedFigures judged, DateOnly asOf, IReadOnlyList<PublicFreshness> freshness) =>
        Lines(release, rollups, judged, asOf, _ => 1, isProvince: true).Concat(freshness.Select(RowLine.Of));

    private IEnumerable<RowLine> Lines(int release, FrozenRollups rollups, JudgedFigures judged, DateOnly asOf, Func<string, int> threshold, bool isProvince)
    {
        foreach (var region in Regions(rollups)) yield return RowLine.Of(region);
        foreach (var indicator in IndicatorCatalog.All.OrderBy(indicator => indicator.Code, StringComparer.Ordinal)) yield return RowLine.Of(Row(indicator));
        foreach (var observation in Observations(release, judged, asOf, isProvince)) yield return RowLine.Of(observation);
        foreach (var line in new AidRows(regions, threshold).Public(rollups.Aid)) yield return line;
    }

    /// <summary>Villages that rows of this release name: those with figures, and those where aid's projects and assets stand.</summary>
    public static IReadOnlyList<string> Villages(FrozenRollups rollups) =>
        [.. rollups.Series.Select(series => series.Region).Concat(rollups.Aid.Projects.Select(project => project.RegionCode))
            .Concat(rollups.Aid.Assets.Select(asset => asset.RegionCode)).Where(VillageCode.IsWellFormed).Distinct(StringComparer.Ordinal)];

    private IEnumerable<RegionRow> Regions(FrozenRollups rollups)
    {
        var villages = Villages(rollups).Select(code => new RegionRow(code, villageNames.GetValueOrDefault(code, code), "village", VillageCode.Township(code)));
        return regions.All.Select(region => new RegionRow(region.Code, region.Name, Level(region.Level), region.ParentCode))
            .Concat(villages).OrderBy(region => region.Code, StringComparer.Ordinal);
    }

    private static IndicatorRow Row(Indicator indicator) => new(
        indicator.Code, indicator.Name, indicator.Unit, indicator.Definition, indicator.Method, indicator.Source,
        indicator.Additive, indicator.Protected, Lower(indicator.Accumulation.ToString()));

    private IEnumerable<ObservationRow> Observations(int release, JudgedFigures judged, DateOnly asOf, bool isProvince) =>
        judged.Figures.Select((figure, at) => Row(release, figure, !isProvince && judged.Verdicts[at].Status == DisclosureStatus.Suppressed, asOf))
            .OrderBy(row => row.RegionCode, StringComparer.Ordinal)
            .ThenBy(row => row.Period, StringComparer.Ordinal)
            .ThenBy(row => row.IndicatorCode, StringComparer.Ordinal);

    private ObservationRow Row(int release, FigureCell figure, bool suppressed, DateOnly asOf)
    {
        // A period that is still running may change; a suppressed figure says only that it is one.
        var status = suppressed ? "suppressed" : figure.Period.LastDay > asOf ? "provisional" : "published";
        return new ObservationRow(
            figure.Region, figure.Period.ToString(), figure.Indicator.Code, LevelOf(figure.Region), figure.Period.Kind.ToString(),
            suppressed ? null : Scaled(figure.Value, figure.Indicator.Scale), status, null, release);
    }

    private string LevelOf(string code) => VillageCode.IsWellFormed(code) ? "village" : Level(regions.Find(code)!.Level);

    private static decimal Scaled(long value, int scale)
    {
        var scaled = (decimal)value;
        for (; scale > 0; scale--) scaled /= 10;
        return scaled;
    }

    private static string Level(RegionLevel level) => Lower(level.ToString());

    private static string Lower(string name) => name.ToLowerInvariant();
}
