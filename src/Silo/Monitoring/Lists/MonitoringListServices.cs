using Revitalization.Silo.Monitoring.Sweep;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>What is read of monitoring over many households (监测清单): its tables, lists, board, inbox, and the sweep.</summary>
public static class MonitoringListServices
{
    /// <summary>After the projections: the sweep reads tables that theirs creates.</summary>
    public static void AddMonitoringLists(this IServiceCollection services)
    {
        services.AddSingleton<IProjection, MonitoringProjection>();
        services.AddSingleton<MonitoringFinder>();
        services.AddSingleton<BoardReader>();
        services.AddSingleton<BoardCache>();
        services.AddSingleton<TaskReader>();
        services.AddSingleton<DifferenceList>();
        services.AddSingleton<NoticeList>();
        services.AddSingleton<WorklistSweep>();
        services.AddHostedService<WorklistSweepService>();
    }
}
