using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Policies;

/// <summary>Policy packs and their adoption: services and addresses.</summary>
public static class PolicyServices
{
    /// <summary>After the projections: the follower reads a table that theirs creates.</summary>
    public static void AddPolicies(this IServiceCollection services)
    {
        services.AddSingleton<PolicyBook>();
        services.AddSingleton<PolicyDesk>();
        services.AddSingleton<IProjection, AdoptionProjection>();
        services.AddHostedService<PolicyFollower>();
    }
}
