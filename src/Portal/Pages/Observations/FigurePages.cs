using Revitalization.Contracts.Releases;
using Revitalization.Portal.Pages.Layout;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Pages.Observations;

/// <param name="Root">Of the site, as the reader knows it: a citation is read elsewhere.</param>
public sealed record FigureView(
    ReleaseManifest Release, RegionRow Region, IReadOnlyList<Crumb> Crumbs, IndicatorRow Indicator, Figure Figure, IReadOnlyList<Figure> Series, string Root);

/// <summary>One figure's permanent address.</summary>
internal static class FigurePages
{
    public static void Map(WebApplication app) => app.MapPage("/figure/{region}/{period}/{indicator}", Show).AllowAnonymous();

    private static IResult Show(HttpContext http, string region, string period, string indicator, DateOnly? asOf, IReplicaReader replica, PortalOptions portal)
    {
        var release = asOf is { } day ? replica.AsOf(day) : replica.Current;
        if (release is null
            || replica.Region(release.Number, region) is not { } place
            || replica.Indicators(release.Number).FirstOrDefault(one => one.Code == indicator) is not { } measured
            || replica.Figure(release.Number, region, period, indicator) is not { } figure)
            return new ReleasedPage<NotFoundPage, ReleaseManifest?>(release, release, StatusCodes.Status404NotFound);
        var crumbs = Crumb.To(replica, release.Number, place).Append(new Crumb($"/regions/{place.Code}", place.Name)).ToList();
        return new ReleasedPage<FigurePage, FigureView>(
            release, new(release, place, crumbs, measured, figure, replica.Series(release.Number, region, indicator, figure.PeriodKind),
            OData.Http.ODataContext.RootOf(http.Request, portal)));
    }
}
