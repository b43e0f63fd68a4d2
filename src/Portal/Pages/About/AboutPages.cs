using Revitalization.Contracts.Releases;
using Revitalization.Portal.Pages.Layout;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Pages.About;

/// <param name="Counties">Those with figures in the newest release.</param>
public sealed record AboutView(ReleaseManifest? Release, IReadOnlyList<RegionRow> Counties, int Indicators);

/// <summary><c>/about</c>: who answers for the site, where figures come from and how they are protected, and the statement a government site owes (网站声明).</summary>
internal static class AboutPages
{
    private const int MostCounties = 200;

    public static void Map(WebApplication app) => app.MapPage("/about", Show).AllowAnonymous();

    private static ReleasedPage<AboutPage, AboutView> Show(IReplicaReader replica) => replica.Current is { } release
        ? new(release, new(release, replica.RegionsOf(release.Number, "county", MostCounties), replica.Indicators(release.Number).Count))
        : new(null, new(null, [], 0));
}
