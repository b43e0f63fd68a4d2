using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Revitalization.Contracts.Identity;

namespace Revitalization.Hosting.Access;

internal static class TokenClaims
{
    /// <summary>The caller whom the token names; null when account or role is missing or the role is none of ours.</summary>
    public static ClaimsPrincipal? UserOf(JsonWebToken token, TrustedIssuer issuer)
    {
        var account = Value(token, issuer.AccountClaim);
        var role = Value(token, issuer.RoleClaim) is { } named ? issuer.RoleNames.GetValueOrDefault(named, named) : null;
        if (account is null || role is null || !Roles.All.Contains(role)) return null;

        var identity = new ClaimsIdentity(TokenHandler.Scheme, Caller.AccountClaim, Caller.RoleClaim);
        identity.AddClaim(new Claim(Caller.AccountClaim, account));
        identity.AddClaim(new Claim(Caller.RoleClaim, role));
        var scopes = Value(token, issuer.ScopeClaim)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        foreach (var scope in scopes) identity.AddClaim(new Claim(Caller.ScopeClaim, scope));
        return new ClaimsPrincipal(identity);
    }

    private static string? Value(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<string>(claim, out var value) && value.Length > 0 ? value : null;
}
