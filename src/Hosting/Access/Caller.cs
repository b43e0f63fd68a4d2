using System.Security.Claims;
using Revitalization.Contracts.Identity;

namespace Revitalization.Hosting.Access;

/// <summary>Who is calling, read from a verified token.</summary>
public static class Caller
{
    internal const string AccountClaim = "account", RoleClaim = "role", ScopeClaim = "scope";

    /// <summary>The caller's account; throws where the endpoint let an anonymous caller in.</summary>
    public static string Account(this ClaimsPrincipal user) =>
        user.FindFirstValue(AccountClaim) ?? throw new InvalidOperationException("The caller is anonymous.");

    public static string Role(this ClaimsPrincipal user) =>
        user.FindFirstValue(RoleClaim) ?? throw new InvalidOperationException("The caller is anonymous.");

    public static IReadOnlyList<Scope> Scopes(this ClaimsPrincipal user) =>
        [.. user.FindAll(ScopeClaim).Select(claim => Scope.Parse(claim.Value)).OfType<Scope>()];

    public static bool IsSignedIn(this ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == AccountClaim);

    /// <summary>True when one of the caller's scopes covers the region.</summary>
    public static bool Covers(this ClaimsPrincipal user, string regionCode) =>
        user.Scopes().Any(scope => scope.Covers(regionCode));
}
