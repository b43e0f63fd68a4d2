using Revitalization.Silo.Assets.Lists;
using Revitalization.Silo.Funds;
using Revitalization.Silo.Funds.Lists;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Projects.Lists;
using Revitalization.Silo.Projects.Trace;
using Revitalization.Silo.Reactors;

namespace Revitalization.Silo.Assets;

public static class AssetServices
{
    /// <summary>What projects left, registered, looked after, earning, written off; and the lists of projects, funds and assets.</summary>
    public static void AddAssets(this IServiceCollection services)
    {
        services.AddSingleton<AllocationDesk>();
        services.AddSingleton<AssetDesk>();
        services.AddSingleton<AssetReader>();
        services.AddSingleton<AssetList>();
        services.AddSingleton<ProjectList>();
        services.AddSingleton<ProjectBoardReader>();
        services.AddSingleton<LabourReader>();
        services.AddSingleton<FundBoard>();
        services.AddSingleton<TraceReader>();
        services.AddSingleton<IReactor, AssetReactor>();
        services.AddSingleton<IProjection, AssetProjection>();
    }
}
