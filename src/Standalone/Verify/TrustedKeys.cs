using System.Text.Json;
using Revitalization.Contracts.Releases;

namespace Revitalization.Standalone.Verify;

/// <summary>The keys that a reader trusts: those in the file given, and those that one of them vouches for by a statement beside the release.</summary>
internal sealed class TrustedKeys
{
    private readonly List<(ReleaseKey Key, int From, int? Until)> _keys = [];

    public static TrustedKeys Read(string json, IReadOnlyList<SignedKeyStatement> statements)
    {
        var trusted = new TrustedKeys();
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.TryGetProperty("keys", out var set) && set.ValueKind == JsonValueKind.Array)
        {
            foreach (var jwk in set.EnumerateArray()) trusted._keys.Add((ReleaseKey.FromJwk(jwk.GetRawText()), Number(jwk, "from_release") ?? 1, Number(jwk, "until_release")));
            return trusted;
        }
        var pinned = ReleaseKey.FromJwk(json);
        if (statements.Count == 0)
        {
            trusted._keys.Add((pinned, 1, null));
            return trusted;
        }
        var chain = KeyChain.Read(statements[0].Statement.Channel, pinned, statements);
        trusted._keys.AddRange(chain.Keys.Select(key => (key.Key, key.FromRelease, key.UntilRelease)));
        return trusted;
    }

    public ReleaseKey? Find(string keyId, int release) =>
        _keys.FirstOrDefault(key => key.Key.Id == keyId && key.From <= release && (key.Until is null || release <= key.Until)).Key;

    private static int? Number(JsonElement jwk, string name) => jwk.TryGetProperty(name, out var stated) && stated.TryGetInt32(out var number) ? number : null;
}
