using System.Globalization;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Regions;
using Revitalization.Domain.Villages;
using Revitalization.Engine;
using Revitalization.Hosting;
using Revitalization.Hosting.Access;
using Revitalization.Hosting.Health;
using Revitalization.Silo.Accounts;
using Revitalization.Silo.Aid;
using Revitalization.Silo.Aid.Template;
using Revitalization.Silo.Assets;
using Revitalization.Silo.Audit;
using Revitalization.Silo.Claims;
using Revitalization.Silo.DisclosureRequests;
using Revitalization.Silo.Documents;
using Revitalization.Silo.Households;
using Revitalization.Silo.Imports;
using Revitalization.Silo.Monitoring;
using Revitalization.Silo.Monitoring.Lists;
using Revitalization.Silo.Monitoring.Explain;
using Revitalization.Silo.Policies;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Projects;
using Revitalization.Silo.Projects.Lists;
using Revitalization.Silo.Reactors;
using Revitalization.Silo.Regions;
using Revitalization.Silo.Releases;
using Revitalization.Silo.Screening;
using Revitalization.Silo.Villages;
using Revitalization.Storage;

namespace Revitalization.Silo;

/// <summary>The write side (登记服务): grains over the event log, projections, accounts, HTTP API. Each feature adds and maps its own.</summary>
public static class SiloService
{
    public static WebApplication Build(SiloOptions options)
    {
        var builder = ServiceHost.CreateBuilder(HostingOptions(options));
        builder.AddEngine(EngineOptions(options), typeof(SiloService).Assembly);
        builder.Services.AddSingleton(options);
        builder.Services.AddStorage(options);
        builder.Services.AddPrivacy(options);
        builder.Services.AddAccounts();
        builder.Services.AddRegister();
        builder.Services.AddProjections();
        builder.Services.AddMonitoringLists();
        builder.Services.AddPolicies();
        builder.Services.AddExplain();
        builder.Services.AddScreening();
        builder.Services.AddClaims();
        builder.Services.AddDocuments(options.DataDirectory);
        builder.Services.AddDisclosureRequests();
        builder.Services.AddAid(options.DataDirectory);
        builder.Services.AddAssets();
        builder.Services.AddImports(options);
        builder.Services.AddMonitoring(options.DataDirectory);
        builder.Services.AddReleases(options.DataDirectory);
        builder.Services.AddAuditReads();
        builder.Services.AddOpenApi();
        var app = builder.Build();
        app.UseService();
        Map(app);
        return app;
    }

    private static void Map(WebApplication app)
    {
        app.MapSessions();
        app.MapAccounts();
        app.MapStandIns();
        app.MapRegions();
        app.MapVillages();
        app.MapPolicies();
        app.MapExplain();
        app.MapScreening();
        app.MapHouseholdWrites();
        app.MapHouseholdReads();
        app.MapEvents();
        app.MapAuditReads();
        app.MapProjections();
        app.MapMonitoring();
        app.MapAid();
        app.MapAidTemplate();
        app.MapProjects();
        app.MapClaims();
        app.MapDocuments();
        app.MapDisclosureRequests();
        app.MapAssets();
        app.MapWorksLists();
        app.MapImports();
        app.MapColumnMappings();
        app.MapReleases();
        app.MapReleaseFeed();
        app.MapMonitoringLists();
        app.MapOpenApi("/api/openapi.json").AllowAnonymous();
    }

    private static EngineOptions EngineOptions(SiloOptions options) => new()
    {
        MaxActivations = options.ActiveGrainLimit,
        ClusterConnection = options.ClusterConnection,
        SiloPort = options.ClusterPort,
        GatewayPort = options.ClusterGatewayPort,
    };

    private static ServiceOptions HostingOptions(SiloOptions options) => new("silo")
    {
        Address = Address(options.Listen),
        InternalAddress = options.InternalListen is { } inside ? Address(inside) : "http://127.0.0.1:0",
        Issuers = [TrustedIssuer.Self],
        IsTemporary = failure => failure is StorageFaultException || EngineFailures.IsTemporary(failure),
        Clock = options.Clock ?? TimeProvider.System,
        Neighbours = options.Neighbours,
        LogLevel = options.LogLevel,
        RefusalAssemblies = [typeof(Refused).Assembly, typeof(SiloService).Assembly],
    };

    private static string Address(System.Net.IPEndPoint endpoint) => string.Create(CultureInfo.InvariantCulture, $"http://{endpoint}");

    private static void AddStorage(this IServiceCollection services, SiloOptions options)
    {
        // Opened with the first service that asks for it, closed after the last: the container owns it.
        services.AddSingleton(provider => StorageFactory.Open(
            new StorageOptions(options.DataDirectory, options.PostgresConnection, provider.GetRequiredService<DeploymentSecrets>().MasterKey),
            provider.GetRequiredService<TimeProvider>()).AsTask().GetAwaiter().GetResult());
        services.AddSingleton(provider => provider.GetRequiredService<IStorage>().Events);
        services.AddSingleton(provider => provider.GetRequiredService<IStorage>().Keyring);
        services.AddSingleton(provider => provider.GetRequiredService<IStorage>().Registry);
        services.AddSingleton(provider => provider.GetRequiredService<IStorage>().Releases);
    }

    private static void AddPrivacy(this IServiceCollection services, SiloOptions options)
    {
        services.AddSingleton(DeploymentSecrets.OpenOrCreate(options.DataDirectory));
        services.AddSingleton<BlindIndex>();
        services.AddSingleton<ContentHash>();
        services.AddSingleton<AuditTrail>();
    }

    private static void AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<ITokenKeys>(provider => provider.GetRequiredService<AccessTokens>());
        services.AddSingleton<SignInDesk>();
        services.AddSingleton<AccountDesk>();
        services.AddSingleton<AccountDirectory>();
        services.AddSingleton<CurrentAssignment>();
        services.AddSingleton<StandInDesk>();
        services.AddSingleton<StandInDirectory>();
    }

    private static void AddRegister(this IServiceCollection services)
    {
        services.AddSingleton(RegionBook.Shipped);
        services.AddSingleton<VillageBook>();
        services.AddSingleton<IVillageBook>(provider => provider.GetRequiredService<VillageBook>());
        services.AddSingleton<VillageDesk>();
        services.AddSingleton<VillageDirectory>();
        services.AddSingleton<VillageSeriesReader>();
        services.AddSingleton<PersonIntake>();
        services.AddSingleton<MemberIntake>();
        services.AddSingleton<RegisterDesk>();
        services.AddSingleton<PersonHouseholds>();
        services.AddSingleton<ErasureDesk>();
        services.AddSingleton<HouseholdViews>();
        services.AddSingleton<HouseholdReader>();
        services.AddSingleton<HouseholdFinder>();
        services.AddSingleton<DuplicateList>();
        services.AddSingleton<NameIndex>();
    }

    private static void AddProjections(this IServiceCollection services)
    {
        services.AddSingleton<IProjection, RegisterProjection>();
        services.AddSingleton<IProjection, DirectoryProjection>();
        services.AddSingleton<LogTail>();
        services.AddSingleton<ProjectionService>();
        services.AddHostedService(provider => provider.GetRequiredService<ProjectionService>());
        services.AddSingleton<IReadinessCheck, StorageReady>();
        services.AddSingleton<IReadinessCheck, ProjectionsReady>();
        services.AddSingleton<IReactor, HouseholdReactor>();
        services.AddSingleton<IReactor, VillageReactor>();
        services.AddSingleton<ReactorService>();
        services.AddHostedService(provider => provider.GetRequiredService<ReactorService>());
    }
}
