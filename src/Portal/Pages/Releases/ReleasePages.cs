using Revitalization.Contracts.Releases;
using Revitalization.Portal.Pages.Layout;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Pages.Releases;

public sealed record ReleasesView(ReleaseManifest? Current, IReadOnlyList<SignedRelease> Releases);

internal static class ReleasePages
{
    public static void Map(WebApplication app) => app.MapPage("/releases", Show).AllowAnonymous();

    private static ReleasedPage<ReleasesPage, ReleasesView> Show(IReplicaReader replica) =>
        new(replica.Current, new(replica.Current, replica.Releases()));
}
