using Revitalization.Contracts.Releases;
using Revitalization.Portal.Pages.Layout;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Pages.Indicators;

public sealed record IndicatorsView(ReleaseManifest? Release, IReadOnlyList<IndicatorRow> Indicators);

internal static class IndicatorPages
{
    public static void Map(WebApplication app) => app.MapPage("/indicators", Show).AllowAnonymous();

    private static ReleasedPage<IndicatorsPage, IndicatorsView> Show(IReplicaReader replica) =>
        new(replica.Current, new(replica.Current, replica.Current is { } release ? replica.Indicators(release.Number) : []));
}
