using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Revitalization.Contracts.Identity;

namespace Revitalization.Hosting.Access;

/// <summary>One policy per role, named as the role; and those that several roles share.</summary>
public static class RolePolicies
{
    /// <summary>Whoever keeps the register (登记人员): village, township, county.</summary>
    public const string Registrar = "registrar";

    /// <summary>Whoever sends sheets (导入人员): a county its own, a partner city its own; each kind says whose it is.</summary>
    public const string Importer = "importer";

    /// <summary>Any signed-in caller.</summary>
    public const string SignedIn = "signed-in";

    internal static void AddRolePolicies(this IServiceCollection services, bool anonymousByDefault)
    {
        services.AddSingleton<IAuthorizationPolicyProvider, UncachedPolicies>();
        var policies = services.AddAuthorizationBuilder();
        foreach (var role in Roles.All) policies.AddPolicy(role, policy => RequireRole(policy, role));
        policies.AddPolicy(Registrar, policy => RequireRole(policy, Roles.VillageMonitor, Roles.Township, Roles.County));
        policies.AddPolicy(Importer, policy => RequireRole(policy, Roles.County, Roles.PartnerCity));
        policies.AddPolicy(SignedIn, policy => policy.RequireClaim(Caller.AccountClaim));
        if (!anonymousByDefault)
            policies.SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireClaim(Caller.AccountClaim).Build());
    }

    /// <summary>For an endpoint that these roles may call.</summary>
    public static AuthorizationPolicyBuilder RequireRole(AuthorizationPolicyBuilder policy, params string[] roles) =>
        policy.RequireClaim(Caller.AccountClaim).RequireClaim(Caller.RoleClaim, roles);
}
