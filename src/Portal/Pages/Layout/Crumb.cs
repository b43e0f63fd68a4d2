using Revitalization.Contracts.Releases;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Pages.Layout;

/// <summary>One step of the way to a page.</summary>
public sealed record Crumb(string Address, string Text)
{
    private const int Levels = 5;

    /// <summary>From the home page down to, and without, a region.</summary>
    public static IReadOnlyList<Crumb> To(IReplicaReader replica, int release, RegionRow region)
    {
        var way = new List<Crumb>();
        for (var above = region.ParentCode; above is not null && way.Count < Levels; above = replica.Region(release, above)?.ParentCode)
            if (replica.Region(release, above) is { } parent) way.Insert(0, new Crumb($"/regions/{parent.Code}", parent.Name));
        way.Insert(0, new Crumb("/", "首页"));
        return way;
    }
}
