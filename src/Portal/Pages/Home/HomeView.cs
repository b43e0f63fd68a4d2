using Revitalization.Contracts.Releases;
using Revitalization.Hosting.Look;
using Revitalization.Portal.Pages.Aid;
using Revitalization.Portal.Pages.Charts;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Pages.Home;

/// <summary>One chart of the home page, already read.</summary>
public sealed record HomeChart(string Title, string Unit, string? Note, IReadOnlyList<string> Series, IReadOnlyList<ChartRow> Rows);

/// <summary>One county's line: its figures in the order of <see cref="HomeView.Columns"/>.</summary>
public sealed record CountyLine(RegionRow County, string Province, IReadOnlyList<Figure?> Cells);

/// <summary>Everything the home page shows, of one release.</summary>
public sealed record HomeView(
    SignedRelease? Release, string? Period, IReadOnlyList<IndicatorRow> Columns, IReadOnlyList<CountyLine> Counties, IReadOnlyList<HomeChart> Charts,
    IReadOnlyList<PartnershipLine> Partnerships);

/// <summary>Reads the home page from the replica. Bounded: so many counties, so many indicators.</summary>
internal sealed class HomeReader(IReplicaReader replica, AidReplica aid)
{
    private const int MostCounties = 60, PeriodsBack = 8, MostPartnerships = 6;

    public HomeView Read()
    {
        if (replica.Current is not { } release) return new(null, null, [], [], [], []);
        var counties = replica.RegionsOf(release.Number, "county", MostCounties);
        var indicators = replica.Indicators(release.Number).ToDictionary(indicator => indicator.Code, StringComparer.Ordinal);
        var periods = replica.Periods(release.Number, "Quarter");
        var current = LatestWith(release.Number, counties, periods, Featured.Households);
        var columns = Featured.Columns.Where(indicators.ContainsKey).Select(code => indicators[code]).ToList();
        return new(
            replica.Releases().FirstOrDefault(one => one.Manifest.Number == release.Number), current, columns,
            current is null ? [] : [.. counties.Select(county => Line(release.Number, county, columns, periods, current))],
            [.. Featured.Charts.Select(chart => Draw(release.Number, chart, counties, indicators, periods)).OfType<HomeChart>()],
            [.. PartnershipLines.Read(replica, aid).Take(MostPartnerships)]);
    }

    private CountyLine Line(int release, RegionRow county, List<IndicatorRow> columns, IReadOnlyList<string> periods, string current) => new(
        county, Province(release, county),
        [.. columns.Select(column => column.Accumulation == "stock"
            ? replica.Figure(release, county.Code, current, column.Code)
            : Recent(periods).Select(period => replica.Figure(release, county.Code, period, column.Code)).FirstOrDefault(figure => figure is not null))]);

    private HomeChart? Draw(
        int release, FeaturedChart chart, IReadOnlyList<RegionRow> counties, Dictionary<string, IndicatorRow> indicators, IReadOnlyList<string> periods)
    {
        if (!chart.Codes.All(indicators.ContainsKey) || LatestWith(release, counties, periods, chart.Codes[0]) is not { } period) return null;
        var rows = counties
            .Select(county => (county, Parts: chart.Codes.Select(code => replica.Figure(release, county.Code, period, code)).ToList()))
            .Where(row => row.Parts.Any(part => part is not null))
            .Select(row => new ChartRow(row.county.Name, $"/regions/{row.county.Code}", [.. row.Parts.Select(part => part?.Value)]))
            .ToList();
        if (!rows.Any(row => row.Sum > 0)) return null; // Bars of nothing but stars say nothing.
        return new(
            $"{chart.Title}，{Figures.PeriodInWords(period)}", indicators[chart.Codes[0]].Unit, chart.Note,
            [.. chart.Codes.Select((code, at) => chart.Names is { } names ? names[at] : indicators[code].Name)], rows);
    }

    // Incomes are recorded later than households: each chart shows the latest quarter that has its figures.
    private string? LatestWith(int release, IReadOnlyList<RegionRow> counties, IReadOnlyList<string> periods, string code) =>
        Recent(periods).FirstOrDefault(period => counties.Any(county => replica.Figure(release, county.Code, period, code) is not null));

    private static IEnumerable<string> Recent(IReadOnlyList<string> periods) => periods.Reverse().Take(PeriodsBack);

    private string Province(int release, RegionRow county)
    {
        var above = county;
        while (above.ParentCode is { } code && replica.Region(release, code) is { } parent) above = parent;
        return above.Name;
    }
}
