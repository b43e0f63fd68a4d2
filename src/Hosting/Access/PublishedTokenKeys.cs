using System.Collections.Frozen;
using Microsoft.IdentityModel.Tokens;

namespace Revitalization.Hosting.Access;

/// <summary>
/// Keys read from each issuer's JWKS address. Read again when a token names a key not seen yet (an issuer rotates), but not
/// more often than every few seconds: forged key ids must not become a flood of requests; and in any case every ten minutes, so
/// that a withdrawn key stops being believed.
/// </summary>
internal sealed class PublishedTokenKeys(ServiceOptions options, TimeProvider clock) : ITokenKeys, IDisposable
{
    private static readonly TimeSpan LeastPause = TimeSpan.FromSeconds(5), LongestTrust = TimeSpan.FromMinutes(10);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5), MaxResponseContentBufferSize = 64 * 1024 };
    private readonly SemaphoreSlim _reading = new(1);
    private volatile FrozenDictionary<string, IssuerKeys> _byIssuer = FrozenDictionary<string, IssuerKeys>.Empty;

    private sealed record IssuerKeys(DateTimeOffset ReadAt, FrozenDictionary<string, SecurityKey> ById);

    public async ValueTask<SecurityKey?> Find(string issuer, string keyId, CancellationToken cancellation)
    {
        if (Fresh(issuer) is { } fresh && fresh.ById.TryGetValue(keyId, out var key)) return key;
        var read = await ReadAgain(issuer, cancellation);
        return read.ById.GetValueOrDefault(keyId);
    }

    public void Dispose()
    {
        _http.Dispose();
        _reading.Dispose();
    }

    private IssuerKeys? Fresh(string issuer) =>
        _byIssuer.GetValueOrDefault(issuer) is { } known && clock.GetUtcNow() - known.ReadAt < LongestTrust ? known : null;

    private async ValueTask<IssuerKeys> ReadAgain(string issuer, CancellationToken cancellation)
    {
        await _reading.WaitAsync(cancellation);
        try
        {
            if (Fresh(issuer) is { } known && clock.GetUtcNow() - known.ReadAt < LeastPause) return known;
            var address = options.Issuers.Single(trusted => trusted.Issuer == issuer).KeysAddress
                ?? throw new InvalidOperationException($"Issuer {issuer} publishes no keys and the service registered none.");
            var keys = new IssuerKeys(clock.GetUtcNow(), Parse(await _http.GetStringAsync(address, cancellation)));
            _byIssuer = _byIssuer.Where(pair => pair.Key != issuer).Append(new(issuer, keys)).ToFrozenDictionary();
            return keys;
        }
        finally
        {
            _reading.Release();
        }
    }

    private static FrozenDictionary<string, SecurityKey> Parse(string jwks) =>
        new JsonWebKeySet(jwks).Keys
            .Where(key => key is { Kty: "EC", Crv: "P-256" })
            .ToFrozenDictionary(key => key.Kid ?? "", key => (SecurityKey)key);
}
