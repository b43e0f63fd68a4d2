using Revitalization.Contracts.Releases;
using Revitalization.Portal.Pages.Home;
using Revitalization.Portal.Pages.Layout;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Pages.Regions;

/// <summary>One county that publishes figures.</summary>
/// <param name="Way">What it lies in, from the province down.</param>
/// <param name="Townships">Those with figures of their own.</param>
public sealed record CountyEntry(RegionRow County, string Way, int Townships, Figure? Households, Figure? People);

/// <summary>A place that a search found.</summary>
public sealed record FoundRegion(RegionRow Region, string Way);

/// <param name="Text">What was searched for; null: nothing.</param>
public sealed record RegionListView(ReleaseManifest? Release, string? Text, IReadOnlyList<FoundRegion> Found, bool IsCut, IReadOnlyList<CountyEntry> Counties);

/// <summary><c>/regions?q=</c>: the counties with figures, and every place by its name (三江镇 is two: names never identify).</summary>
internal static class RegionListPages
{
    private const int MostFound = 50, MostCounties = 200, MostTownships = 5000, LongestText = 50;

    public static void Map(WebApplication app) => app.MapPage("/regions", Show).AllowAnonymous();

    private static ReleasedPage<RegionListPage, RegionListView> Show(string? q, IReplicaReader replica)
    {
        var text = q?.Trim() is { Length: > 0 } typed ? typed[..Math.Min(typed.Length, LongestText)] : null;
        if (replica.Current is not { } release) return new(null, new(null, text, [], false, []));
        var found = text is null ? [] : replica.FindRegions(release.Number, text, MostFound + 1);
        return new(release, new(
            release, text, [.. found.Take(MostFound).Select(region => new FoundRegion(region, Way(replica, release.Number, region)))], found.Count > MostFound,
            Counties(replica, release.Number)));
    }

    private static List<CountyEntry> Counties(IReplicaReader replica, int release)
    {
        var townships = replica.RegionsOf(release, "township", MostTownships).CountBy(township => township.ParentCode ?? "", StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var newest = replica.Periods(release, "Quarter").Reverse().ToList();
        return [.. replica.RegionsOf(release, "county", MostCounties).Select(county =>
        {
            var households = newest.Select(period => replica.Figure(release, county.Code, period, Featured.Households)).FirstOrDefault(figure => figure is not null);
            return new CountyEntry(
                county, Way(replica, release, county), townships.GetValueOrDefault(county.Code), households,
                households is null ? null : replica.Figure(release, county.Code, households.Period, "people"));
        })];
    }

    private static string Way(IReplicaReader replica, int release, RegionRow region) =>
        string.Join(" › ", Crumb.To(replica, release, region).Skip(1).Select(crumb => crumb.Text));
}
