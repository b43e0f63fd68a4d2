using Revitalization.Silo.Monitoring.Acts;
using Revitalization.Silo.Monitoring.Evidence;
using Revitalization.Silo.Monitoring.Reading;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Monitoring;

/// <summary>Monitoring files: services and addresses.</summary>
public static class MonitoringServices
{
    public static void AddMonitoring(this IServiceCollection services, string dataDirectory)
    {
        services.AddSingleton(provider => new EvidenceFiles(dataDirectory, provider.GetRequiredService<DeploymentSecrets>().MasterKey));
        services.AddSingleton<VerifierLoad>();
        services.AddSingleton<ActDesk>();
        services.AddSingleton(provider => new MonitoringDesk(provider.GetRequiredService<ActDesk>(), provider.GetRequiredService<VerifierLoad>()));
        services.AddSingleton<MonitoringViews>();
        services.AddSingleton<MonitoringReader>();
    }

    public static void MapMonitoring(this IEndpointRouteBuilder routes)
    {
        routes.MapMonitoringWrites();
        routes.MapMonitoringReads();
        routes.MapEvidence();
    }
}
