using Revitalization.Silo.Aid.Lists;
using Revitalization.Silo.Funds;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Projects;
using Revitalization.Silo.Reactors;

namespace Revitalization.Silo.Aid;

public static class AidServices
{
    /// <summary>Partnerships, reports of support, funds and projects: money on its way from a partner to a village.</summary>
    public static void AddAid(this IServiceCollection services)
    {
        services.AddSingleton<PartnershipDesk>();
        services.AddSingleton<AidDesk>();
        services.AddSingleton<AidReader>();
        services.AddSingleton<FundDesk>();
        services.AddSingleton<ProjectDesk>();
        services.AddSingleton<ProjectReader>();
        services.AddSingleton<IProjection, AidProjection>();
        services.AddSingleton<IReactor, AidReactor>();
        services.AddSingleton<IReactor, FundReactor>();
    }
}
