using Revitalization.Contracts.Releases;
using Revitalization.Portal.Pages.Charts;
using Revitalization.Portal.Pages.Layout;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Pages.ChartBuilder;

/// <param name="Regions">To choose from: those that have figures, without villages.</param>
/// <param name="Region">Chosen; null before the first release.</param>
/// <param name="ByRegion">Its regions at one period, beside the region through time.</param>
/// <param name="Among">Figures of the regions under it.</param>
/// <param name="Series">Figures of the region itself.</param>
public sealed record ChartView(
    ReleaseManifest? Release, IReadOnlyList<IndicatorRow> Indicators, IReadOnlyList<RegionRow> Regions, IReadOnlyList<string> Periods, string PeriodKind,
    IndicatorRow? Indicator, RegionRow? Region, string? Period, bool ByRegion, IReadOnlyList<Figure> Among, IReadOnlyList<Figure> Series)
{
    public IReadOnlyList<ChartRow> Rows => [.. Among.Select(figure => new ChartRow(figure.RegionName, $"/figure/{figure.RegionCode}/{figure.Period}/{figure.IndicatorCode}", [figure.Value]))];
}

/// <summary><c>/data/chart</c>: choose an indicator, a region and a period, and see them drawn; the address is the chart (画图).</summary>
internal static class ChartPages
{
    private const string FirstShown = "households";
    private static readonly string[] Levels = ["province", "city", "county", "township"];
    private static readonly string[] Kinds = ["Year", "Quarter", "Month"];

    public static void Map(WebApplication app) => app.MapPage("/data/chart", Show).AllowAnonymous();

    private static ReleasedPage<ChartPage, ChartView> Show(string? indicator, string? region, string? kind, string? period, string? by, IReplicaReader replica)
    {
        if (replica.Current is not { } release) return new(null, new(null, [], [], [], Kinds[0], null, null, null, true, [], []));
        var number = release.Number;
        var (indicators, regions) = (replica.Indicators(number), Levels.SelectMany(level => replica.RegionsOf(number, level)).ToList());
        var measured = indicators.FirstOrDefault(one => one.Code == indicator) ?? indicators.FirstOrDefault(one => one.Code == FirstShown) ?? (indicators is [var first, ..] ? first : null);
        var place = regions.FirstOrDefault(one => one.Code == region) ?? regions.FirstOrDefault(one => one.Level == "county") ?? (regions is [var any, ..] ? any : null);
        var periodKind = Kinds.FirstOrDefault(known => known == kind) ?? Kinds.FirstOrDefault(known => Last(replica, number, place, measured, known) is not null) ?? Kinds[0];
        var periods = replica.Periods(number, periodKind);
        var when = periods.Contains(period) ? period : Last(replica, number, place, measured, periodKind) ?? (periods is [.., var last] ? last : null);
        var among = by != "time" && measured is not null && place is not null && when is not null ? replica.Among(number, place.Code, when, measured.Code, 60) : [];
        var series = by == "time" && measured is not null && place is not null ? replica.Series(number, place.Code, measured.Code, periodKind) : [];
        return new(release, new(release, indicators, regions, periods, periodKind, measured, place, when, by != "time", among, series));
    }

    // The newest period in which the region has the figure.
    private static string? Last(IReplicaReader replica, int release, RegionRow? region, IndicatorRow? indicator, string kind) =>
        region is not null && indicator is not null && replica.Series(release, region.Code, indicator.Code, kind) is [.., var newest] ? newest.Period : null;
}
