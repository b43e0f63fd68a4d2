using Revitalization.Silo.Imports.Duplicates;
using Revitalization.Silo.Imports.Files;
using Revitalization.Silo.Imports.Reading;
using Revitalization.Silo.Imports.Running;
using Revitalization.Silo.Imports.Writing;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Imports;

public static class ImportServices
{
    public static void AddImports(this IServiceCollection services, SiloOptions options)
    {
        services.AddSingleton(SheetLimits.Default);
        services.AddSingleton(provider => new ImportFiles(options.DataDirectory, provider.GetRequiredService<DeploymentSecrets>().MasterKey));
        services.AddSingleton(provider => new ImportViews(Replies.Catalog, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<MappingDesk>();
        services.AddSingleton<UploadedSheets>();
        services.AddSingleton<ImportDesk>();
        services.AddSingleton<ImportDirectory>();
        services.AddSingleton<VillageNames>();
        services.AddSingleton<ImportQueue>();
        services.AddSingleton<RowSender>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ImportRun>(provider, Replies.Catalog));
        services.AddSingleton<RegisterStates>();
        services.AddSingleton<WriteBack>();
        services.AddSingleton<DuplicateRows>();
        services.AddSingleton<IProjection, ImportProjection>();
        services.AddHostedService<ImportRunner>();
        services.AddHostedService<ImportSweep>();
    }
}
