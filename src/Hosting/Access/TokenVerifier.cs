using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Revitalization.Contracts.Identity;

namespace Revitalization.Hosting.Access;

/// <summary>The caller, or why the token is worth nothing.</summary>
internal readonly record struct TokenVerdict(ClaimsPrincipal? User, AccessRefusal? Refusal);

/// <summary>
/// ES256 and nothing else: the algorithm is ours to say, not the token's. A verified token is remembered until it expires.
/// </summary>
internal sealed class TokenVerifier(ServiceOptions options, ITokenKeys keys, TimeProvider clock)
{
    private const int LongestToken = 4096;

    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(5);
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    private readonly VerifiedTokens _verified = new(clock);

    public async ValueTask<TokenVerdict> Verify(string token, CancellationToken cancellation)
    {
        if (token.Length > LongestToken) return Refuse(AccessRefusal.TokenInvalid);
        var digest = VerifiedTokens.Digest(token);
        if (_verified.Find(digest) is { } known) return new TokenVerdict(known, null);

        if (!Handler.CanReadToken(token)) return Refuse(AccessRefusal.TokenInvalid);
        if (Read(token) is not { } read) return Refuse(AccessRefusal.TokenInvalid);
        var issuer = options.Issuers.FirstOrDefault(trusted => trusted.Issuer == read.Issuer);
        if (issuer is null || read.Alg != SecurityAlgorithms.EcdsaSha256) return Refuse(AccessRefusal.TokenInvalid);
        if (await keys.Find(issuer.Issuer, read.Kid ?? "", cancellation) is not { } key) return Refuse(AccessRefusal.TokenInvalid);
        return await Verify(read, issuer, key, digest);
    }

    private async ValueTask<TokenVerdict> Verify(JsonWebToken token, TrustedIssuer issuer, SecurityKey key, string digest)
    {
        var result = await Handler.ValidateTokenAsync(token, Parameters(issuer, key));
        if (!result.IsValid)
            return Refuse(result.Exception is SecurityTokenExpiredException ? AccessRefusal.TokenExpired : AccessRefusal.TokenInvalid);
        if (TokenClaims.UserOf(token, issuer) is not { } user) return Refuse(AccessRefusal.TokenInvalid);
        _verified.Remember(digest, user, new DateTimeOffset(token.ValidTo, TimeSpan.Zero));
        return new TokenVerdict(user, null);
    }

    private TokenValidationParameters Parameters(TrustedIssuer issuer, SecurityKey key) => new()
    {
        ValidIssuer = issuer.Issuer,
        ValidAudience = issuer.Audience,
        ValidateAudience = issuer.Audience is not null,
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        LifetimeValidator = Lifetime,
    };

    // The library's own check reads the wall clock.
    private bool Lifetime(DateTime? from, DateTime? until, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (until is not { } end) return false;
        if (end <= now - ClockSkew) throw new SecurityTokenExpiredException("The token has expired.");
        return from is not { } start || start <= now + ClockSkew;
    }

    private static JsonWebToken? Read(string token)
    {
        try
        {
            return Handler.ReadJsonWebToken(token);
        }
        catch (ArgumentException)
        {
            return null; // Three parts separated by points, but not a token.
        }
    }

    private static TokenVerdict Refuse(AccessRefusal refusal) => new(null, refusal);
}
