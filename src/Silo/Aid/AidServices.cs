using Revitalization.Silo.Aid.Checks;
using Revitalization.Silo.Aid.Evidence;
using Revitalization.Silo.Aid.Lists;
using Revitalization.Silo.Aid.Receipts;
using Revitalization.Silo.Aid.Tasks;
using Revitalization.Silo.Funds;
using Revitalization.Silo.Monitoring.Evidence;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Projects;
using Revitalization.Silo.Reactors;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Aid;

public static class AidServices
{
    /// <summary>Partnerships, reports of support, funds and projects: money on its way from a partner to a village.</summary>
    public static void AddAid(this IServiceCollection services, string dataDirectory)
    {
        services.AddSingleton<PartnershipDesk>();
        services.AddSingleton<AidDesk>();
        services.AddSingleton<AidReader>();
        services.AddSingleton<FundDesk>();
        services.AddSingleton<FundEntries>();
        services.AddSingleton<ProjectDesk>();
        services.AddSingleton<ProjectReader>();
        services.AddSingleton<IProjection, AidProjection>();
        services.AddSingleton<PartnershipList>();
        services.AddSingleton<AidReportFinder>();
        services.AddSingleton<SharedPapers>();
        services.AddSingleton<AidTotalsReader>();
        services.AddSingleton<AidBoardReader>();
        services.AddSingleton<AidYearReader>();
        services.AddSingleton<AidTaskReader>();
        services.AddAidChecks();
        services.AddSingleton<AidReceipts>();
        services.AddSingleton<ProjectEvidenceList>();
        services.AddSingleton(provider => new AidEvidence(
            new(dataDirectory, provider.GetRequiredService<DeploymentSecrets>().MasterKey, provider.GetRequiredService<TimeProvider>(),
            new("aid-evidence", 50_000, EvidenceRefusal.FolderFull, Sheets: true)),
            provider.GetRequiredService<IRegistryDatabase>()));
        services.AddSingleton<IReactor, AidReactor>();
        services.AddSingleton<IReactor, FundReactor>();
    }
}
