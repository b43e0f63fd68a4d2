using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>What is read of monitoring over many households (监测清单): its tables, lists, board, inbox, and the sweep.</summary>
public static class MonitoringListServices
{
    public static void AddMonitoringLists(this IServiceCollection services)
    {
        services.AddSingleton<IProjection, MonitoringProjection>();
    }
}
