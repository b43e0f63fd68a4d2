using System.Text.Json.Nodes;

namespace Revitalization.Contracts.Releases;

/// <summary><c>/.well-known/jwks.json</c> (RFC 7517): every key of a chain with the releases it may have signed, the one in force first.</summary>
public static class PublishedKeys
{
    public static JsonObject Write(IEnumerable<ChainedKey> keys) => new()
    {
        ["keys"] = new JsonArray([.. keys.OrderByDescending(key => key.FromRelease).ThenBy(key => key.UntilRelease is null ? 0 : 1).Select(Jwk)]),
    };

    private static JsonObject Jwk(ChainedKey key)
    {
        var jwk = key.Key.ToJwk();
        jwk["from_release"] = key.FromRelease;
        if (key.UntilRelease is { } until) jwk["until_release"] = until;
        if (key.Since is { } since) jwk["since"] = ManifestJson.Time(since);
        return jwk;
    }
}
