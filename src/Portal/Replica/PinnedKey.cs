using System.Text.Json;
using Revitalization.Contracts.Releases;

namespace Revitalization.Portal.Replica;

/// <summary>
/// The key an operator gave this portal. It is never fetched from where the releases come from: who could forge a release
/// there could forge the key as well.
/// </summary>
internal static class PinnedKey
{
    public static async Task<ReleaseKey> Load(PortalOptions options, CancellationToken cancellation)
    {
        var json = options.PinnedKey;
        if (json is null && options.PinnedKeyFile is { } file)
        {
            if (!File.Exists(file)) throw new ReleaseRejectedException("the file with the pinned key is not there yet");
            json = await File.ReadAllTextAsync(file, cancellation);
        }
        if (json is null) throw new ReleaseRejectedException("no key is pinned");
        try
        {
            return ReleaseKey.FromJwk(json);
        }
        catch (JsonException malformed)
        {
            throw new ReleaseRejectedException($"the pinned key cannot be read: {malformed.Message}");
        }
    }
}
