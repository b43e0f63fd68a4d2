using Revitalization.Contracts.Releases;
using Revitalization.Portal.Pages.Aid;
using Revitalization.Portal.Pages.Home;
using Revitalization.Portal.Pages.Layout;
using Revitalization.Portal.Pages.Tiles;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Pages.Regions;

/// <summary>An indicator with this region's figure.</summary>
public sealed record ProfileLine(IndicatorRow Indicator, Figure Figure);

/// <param name="Parts">The chosen indicator in the regions below.</param>
/// <param name="Series">The chosen indicator of this region by quarter.</param>
/// <param name="Partnerships">Those that help this county.</param>
public sealed record RegionView(
    ReleaseManifest Release, RegionRow Region, IReadOnlyList<Crumb> Crumbs, string Period, IReadOnlyList<string> Periods,
    IReadOnlyList<ProfileLine> Profile, IndicatorRow? Chosen, TileMap Parts, IReadOnlyList<Figure> Series, IReadOnlyList<PartnershipLine> Partnerships)
{
    public IReadOnlyList<IGrouping<string, ProfileLine>> Themes { get; } = Regions.Themes.Group(Profile);

    /// <summary>What a reader looks for first.</summary>
    public IEnumerable<ProfileLine> Key => Featured.Columns.Select(code => Profile.FirstOrDefault(line => line.Indicator.Code == code)).OfType<ProfileLine>();

    public bool Monitored => Region.Level is "province" or "city" or "county" or "township" && Profile.Any(line => line.Indicator.Code.StartsWith("monitoring.", StringComparison.Ordinal));
}

/// <summary><c>/regions/{code}</c>: a province, city, county, township or village.</summary>
internal static class RegionPages
{
    private const int MostParts = 400;

    public static void Map(WebApplication app)
    {
        RegionListPages.Map(app);
        app.MapPage("/regions/{code}", Show).AllowAnonymous();
    }

    private static IResult Show(string code, string? period, string? indicator, IReplicaReader replica, AidReplica aid)
    {
        if (replica.Current is not { } release || replica.Region(release.Number, code) is not { } region)
            return new ReleasedPage<NotFoundPage, ReleaseManifest?>(replica.Current, replica.Current, StatusCodes.Status404NotFound);
        var periods = replica.Periods(release.Number, "Quarter");
        var shown = period is not null && periods.Contains(period) ? period : Latest(replica, release.Number, code, periods);
        var indicators = replica.Indicators(release.Number);
        var chosen = indicators.FirstOrDefault(one => one.Code == indicator) ?? indicators.FirstOrDefault(one => one.Code == Featured.Households);
        return new ReleasedPage<RegionPage, RegionView>(release, new(
            release, region, [.. Crumb.To(replica, release.Number, region)], shown, periods,
            Profile(replica, release.Number, code, shown, indicators), chosen,
            TileMap.Of(replica.Children(release.Number, code, MostParts), chosen is null ? [] : replica.Among(release.Number, code, shown, chosen.Code, MostParts)),
            chosen is null ? [] : replica.Series(release.Number, code, chosen.Code, "Quarter"),
            [.. PartnershipLines.Read(replica, aid).Where(line => line.Partnership.RecipientCode == code)]));
    }

    private static string Latest(IReplicaReader replica, int release, string code, IReadOnlyList<string> periods) =>
        periods.Reverse().FirstOrDefault(one => replica.Figure(release, code, one, Featured.Households) is not null) ?? periods.LastOrDefault("");

    private static List<ProfileLine> Profile(IReplicaReader replica, int release, string code, string period, IReadOnlyList<IndicatorRow> indicators) =>
        [.. from figure in replica.Profile(release, code, period)
            join indicator in indicators on figure.IndicatorCode equals indicator.Code
            select new ProfileLine(indicator, figure)];
}
