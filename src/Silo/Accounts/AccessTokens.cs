using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Revitalization.Contracts.Identity;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Accounts;

/// <summary>Five-minute ES256 tokens (访问令牌), and the public key that verifies them.</summary>
public sealed class AccessTokens : ITokenKeys
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private static readonly JsonWebTokenHandler s_handler = new() { SetDefaultTimesOnTokenCreation = false };

    private readonly TimeProvider _clock;
    private readonly ECDsaSecurityKey _key;

    public AccessTokens(DeploymentSecrets secrets, TimeProvider clock)
    {
        _clock = clock;
        _key = new ECDsaSecurityKey(secrets.TokenKey) { KeyId = secrets.TokenKeyId };
        var parameters = secrets.TokenKey.ExportParameters(includePrivateParameters: false);
        PublicKey = new(
            "EC", "P-256", "sig", "ES256", secrets.TokenKeyId, Base64UrlEncoder.Encode(parameters.Q.X), Base64UrlEncoder.Encode(parameters.Q.Y));
    }

    /// <summary>As it stands in the JWKS at <c>/api/keys</c>.</summary>
    public PublishedKey PublicKey { get; }

    public (string Token, DateTimeOffset ExpiresAt) Issue(string name, string role, IReadOnlyList<Scope> scopes)
    {
        var now = _clock.GetUtcNow();
        var token = s_handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = TrustedIssuer.Platform,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + Life).UtcDateTime,
            Claims = new Dictionary<string, object>
            {
                ["sub"] = name,
                ["role"] = role,
                ["scope"] = string.Join(' ', scopes),
            },
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.EcdsaSha256),
        });
        return (token, now + Life);
    }

    public ValueTask<SecurityKey?> Find(string issuer, string keyId, CancellationToken cancellation) =>
        new(issuer == TrustedIssuer.Platform && keyId == _key.KeyId ? _key : null);
}

/// <summary>A JSON Web Key (RFC 7517).</summary>
public sealed record PublishedKey(string Kty, string Crv, string Use, string Alg, string Kid, string X, string Y);
