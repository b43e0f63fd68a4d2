namespace Revitalization.Hosting.Access;

/// <summary>
/// Whose tokens a service believes: the platform's own Silo, or an OpenID Connect issuer of the deployment,
/// whose claim names and role names are mapped here.
/// </summary>
/// <param name="Issuer">The <c>iss</c> claim, compared exactly.</param>
/// <param name="KeysAddress">Where its JWKS is; null when the service registers its own <see cref="ITokenKeys"/>.</param>
public sealed record TrustedIssuer(string Issuer, Uri? KeysAddress)
{
    /// <summary>The name the platform's own Silo signs with.</summary>
    public const string Platform = "revitalization";

    /// <summary>Required <c>aud</c>; null: not looked at (the platform's own tokens carry none).</summary>
    public string? Audience { get; init; }

    public string AccountClaim { get; init; } = "sub";

    public string RoleClaim { get; init; } = "role";

    public string ScopeClaim { get; init; } = "scope";

    /// <summary>The issuer's role names → ours (<see cref="Contracts.Identity.Roles"/>); empty: they are ours.</summary>
    public IReadOnlyDictionary<string, string> RoleNames { get; init; } = new Dictionary<string, string>();

    public static TrustedIssuer OfSilo(Uri silo) => new(Platform, new Uri(silo, "/api/keys"));

    /// <summary>For the Silo itself, which registers its own <see cref="ITokenKeys"/>.</summary>
    public static TrustedIssuer Self { get; } = new(Platform, KeysAddress: null);
}
