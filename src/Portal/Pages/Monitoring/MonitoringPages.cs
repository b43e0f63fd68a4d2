using Revitalization.Contracts.Releases;
using Revitalization.Portal.Pages.Charts;
using Revitalization.Portal.Pages.Layout;
using Revitalization.Portal.Pages.Regions;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Pages.Monitoring;

/// <summary>A place below the chosen one, with its figures in the order of <see cref="MonitoringBook.Stock"/>.</summary>
public sealed record MonitoredPlace(RegionRow Region, IReadOnlyList<Figure?> Stock);

/// <param name="Region">Null where no release has any.</param>
/// <param name="Lines">The chosen region's figures of the period, by code.</param>
public sealed record MonitoringView(
    ReleaseManifest? Release, IReadOnlyList<RegionRow> Regions, RegionRow? Region, IReadOnlyList<string> Periods, string Period,
    IReadOnlyDictionary<string, ProfileLine> Lines, IReadOnlyList<ChartRow> Kinds, IReadOnlyList<ChartRow> Clues, IReadOnlyList<Figure> Series,
    IReadOnlyList<IndicatorRow> Columns, IReadOnlyList<MonitoredPlace> Places)
{
    public IEnumerable<ProfileLine> Of(IEnumerable<string> codes) => codes.Select(code => Lines.GetValueOrDefault(code)).OfType<ProfileLine>();
}

/// <summary><c>/monitoring?region=&amp;period=</c>: how monitoring against a return to poverty goes (防返贫监测), in released figures only.</summary>
internal static class MonitoringPages
{
    public static void Map(WebApplication app) => app.MapPage("/monitoring", Show).AllowAnonymous();

    private static ReleasedPage<MonitoringPage, MonitoringView> Show(string? region, string? period, IReplicaReader replica) =>
        replica.Current is { } release
            ? new(release, new MonitoringReader(replica, release).Read(region, period))
            : new(null, new(null, [], null, [], "", new Dictionary<string, ProfileLine>(), [], [], [], [], []));
}

/// <summary>Reads the page from one release. Bounded by the places below one, each with six figures.</summary>
internal sealed class MonitoringReader(IReplicaReader replica, ReleaseManifest release)
{
    private const int MostChoices = 300, MostPlaces = 120;
    private static readonly string[] Levels = ["province", "city", "county", "township"];

    private readonly Dictionary<string, IndicatorRow> _indicators = replica.Indicators(release.Number).ToDictionary(indicator => indicator.Code, StringComparer.Ordinal);

    public MonitoringView Read(string? asked, string? wanted)
    {
        var choices = Levels.SelectMany(level => replica.RegionsOf(release.Number, level, MostChoices)).OrderBy(region => region.Code, StringComparer.Ordinal).ToList();
        var region = choices.FirstOrDefault(one => one.Code == asked) ?? First(choices);
        var periods = replica.Periods(release.Number, "Quarter");
        var period = wanted is not null && periods.Contains(wanted) ? wanted : Latest(region, periods);
        var lines = region is null ? [] : replica.Profile(release.Number, region.Code, period).Where(figure => _indicators.ContainsKey(figure.IndicatorCode))
            .ToDictionary(figure => figure.IndicatorCode, figure => new ProfileLine(_indicators[figure.IndicatorCode], figure), StringComparer.Ordinal);
        var columns = MonitoringBook.Stock.Where(_indicators.ContainsKey).Select(code => _indicators[code]).ToList();
        return new(
            release, choices, region, periods, period, lines, Kinds(region, period), Clues(lines),
            region is null ? [] : replica.Series(release.Number, region.Code, MonitoringBook.Open, "Quarter"),
            columns, region is null ? [] : Places(region, period, columns));
    }

    // The province with the most counties: in a deployment of one county, that county's own.
    private static RegionRow? First(IReadOnlyList<RegionRow> choices) =>
        choices.Where(one => one.Level == "county").GroupBy(county => county.Code[..2], StringComparer.Ordinal).MaxBy(group => group.Count()) is { } most
            ? choices.FirstOrDefault(one => one.Level == "province" && one.Code.StartsWith(most.Key, StringComparison.Ordinal)) ?? most.First()
            : choices is [var any, ..] ? any : null;

    private string Latest(RegionRow? region, IReadOnlyList<string> periods) =>
        (region is null ? null : periods.Reverse().FirstOrDefault(one => replica.Figure(release.Number, region.Code, one, MonitoringBook.Stock[0]) is not null)) ?? periods.LastOrDefault("");

    private List<ChartRow> Kinds(RegionRow? region, string period)
    {
        if (region is null) return [];
        var by = MonitoringBook.Kinds.Select(kind => replica.Among(release.Number, region.Code, period, kind.Code, MostPlaces)).ToList();
        return [.. by.SelectMany(figures => figures).DistinctBy(figure => figure.RegionCode).OrderBy(figure => figure.RegionCode, StringComparer.Ordinal)
            .Select(place => new ChartRow(
                place.RegionName, $"/regions/{place.RegionCode}", [.. by.Select(figures => figures.FirstOrDefault(figure => figure.RegionCode == place.RegionCode)?.Value)]))
            .Where(row => row.Sum > 0)];
    }

    private static List<ChartRow> Clues(Dictionary<string, ProfileLine> lines) =>
        [.. lines.Values.Where(line => line.Indicator.Code.StartsWith(MonitoringBook.ClueBeginning, StringComparison.Ordinal) && line.Figure.Value is null or > 0)
            .OrderByDescending(line => line.Figure.Value).ThenBy(line => line.Indicator.Code, StringComparer.Ordinal)
            .Select(line => new ChartRow(
                line.Indicator.Name.Replace("线索户数", "", StringComparison.Ordinal), $"/figure/{line.Figure.RegionCode}/{line.Figure.Period}/{line.Indicator.Code}", [line.Figure.Value]))];

    private List<MonitoredPlace> Places(RegionRow region, string period, List<IndicatorRow> columns)
    {
        var by = columns.Select(column => replica.Among(release.Number, region.Code, period, column.Code, MostPlaces).ToDictionary(figure => figure.RegionCode, StringComparer.Ordinal)).ToList();
        return [.. replica.Children(release.Number, region.Code, MostPlaces)
            .Select(place => new MonitoredPlace(place, [.. by.Select(figures => figures.GetValueOrDefault(place.Code))]))
            .Where(place => place.Stock.Any(figure => figure is not null))];
    }
}
