using Revitalization.Contracts.Releases;
using Revitalization.Portal.Pages.Layout;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Pages.Verify;

/// <param name="Key">The pinned key as JWK; empty where none is pinned yet.</param>
public sealed record VerifyView(ReleaseManifest? Current, string Key, string KeyId);

/// <summary>核验: the reader's own browser recomputes what the portal shows.</summary>
internal static class VerifyPages
{
    public static void Map(WebApplication app) => app.MapPage("/verify", Show).AllowAnonymous();

    private static async Task<ReleasedPage<VerifyPage, VerifyView>> Show(IReplicaReader replica, PortalOptions options, CancellationToken cancellation)
    {
        try
        {
            using var key = await PinnedKey.Load(options, cancellation);
            return new(replica.Current, new(replica.Current, key.ToJwk().ToJsonString(), key.Id));
        }
        catch (ReleaseRejectedException)
        {
            return new(replica.Current, new(replica.Current, "", "")); // None is pinned: nothing is published either.
        }
    }
}
