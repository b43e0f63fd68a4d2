using Revitalization.Domain.Monitoring;
using Revitalization.Silo.Monitoring.Acts;
using Revitalization.Silo.Monitoring.Evidence;
using Revitalization.Silo.Monitoring.Reading;
using Revitalization.Silo.Monitoring.Register;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Reactors;

namespace Revitalization.Silo.Monitoring;

/// <summary>Monitoring files: services and addresses.</summary>
public static class MonitoringServices
{
    public static void AddMonitoring(this IServiceCollection services, string dataDirectory)
    {
        services.AddSingleton(provider => new EvidenceFiles(
            dataDirectory, provider.GetRequiredService<DeploymentSecrets>().MasterKey, provider.GetRequiredService<TimeProvider>(),
            new("evidence", 2_000, MonitoringRefusal.FileFull, Sheets: false)));
        services.AddHostedService<EvidenceSweep>();
        services.AddSingleton<IReactor, EvidenceErasure>();
        services.AddSingleton<VerifierLoad>();
        services.AddSingleton<ActDesk>();
        services.AddSingleton(provider => new MonitoringDesk(provider.GetRequiredService<ActDesk>()));
        services.AddSingleton<MonitoringViews>();
        services.AddSingleton<MonitoringReader>();
        services.AddSingleton<TakeOverDesk>();
        services.AddSingleton<IReactor, RegisterReactor>();
        services.AddSingleton<IReactor, ClosingReactor>();
    }

    public static void MapMonitoring(this IEndpointRouteBuilder routes)
    {
        routes.MapMonitoringWrites();
        routes.MapMonitoringReads();
        routes.MapEvidence();
        routes.MapTakeOvers();
    }
}
