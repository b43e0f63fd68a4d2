using Revitalization.Silo.Assets.Lists;
using Revitalization.Silo.Funds;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Reactors;

namespace Revitalization.Silo.Assets;

public static class AssetServices
{
    /// <summary>What projects left: registered, looked after, earning, written off.</summary>
    public static void AddAssets(this IServiceCollection services)
    {
        services.AddSingleton<AllocationDesk>();
        services.AddSingleton<AssetDesk>();
        services.AddSingleton<AssetReader>();
        services.AddSingleton<IReactor, AssetReactor>();
        services.AddSingleton<IProjection, AssetProjection>();
    }
}
