using Revitalization.Hosting;
using Revitalization.Hosting.Access;
using Revitalization.Hosting.Health;
using Revitalization.Portal.Corrections;
using Revitalization.Portal.Catalogue;
using Revitalization.Portal.Cube;
using Revitalization.Portal.Data;
using Revitalization.Portal.Documents;
using Revitalization.Portal.OData.Batch;
using Revitalization.Portal.OData.Delta;
using Revitalization.Portal.OData.Execution;
using Revitalization.Portal.OData.Http;
using Revitalization.Portal.OData.Requests;
using Revitalization.Portal.OData.Sql;
using Revitalization.Portal.Pages;
using Revitalization.Portal.Pages.DataSets;
using Revitalization.Portal.Pages.Layout;
using Revitalization.Portal.Province;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal;

/// <summary>The public portal (公众门户): pages, OData and downloads over its own replica.</summary>
public static class PortalService
{
    public static WebApplication Build(PortalOptions options)
    {
        var builder = ServiceHost.CreateBuilder(new ServiceOptions("portal")
        {
            Address = options.Urls,
            InternalAddress = options.InternalUrls ?? "http://127.0.0.1:0",
            AnonymousByDefault = true, // The province's gate stands before all of its endpoints.
            Issuers = options is { IsProvince: true, ReleaseSource: { } silo } ? [TrustedIssuer.OfSilo(silo)] : [],
            ErrorPage = ErrorPages.Show,
            Clock = options.Clock,
            Neighbours = options.Neighbours,
            LogLevel = options.LogLevel,
        });
        AddReplica(builder.Services, options);
        builder.Services.AddPublicDocuments(options.IsProvince ? options with { ReleaseSource = null } : options); // Documents are public; its key signs none.
        if (options.IsProvince) builder.Services.AddProvince(options);
        builder.Services.AddSingleton<ReleaseFactsBook>();
        builder.Services.AddSingleton<SqlExecutor>();
        builder.Services.AddSingleton<CubeExecutor>();
        builder.Services.AddSingleton<QueryExecutor>();
        builder.Services.AddSingleton<DeltaService>();
        builder.Services.AddSingleton<AnswerCache>();
        builder.Services.AddSingleton<ODataService>();
        builder.Services.AddSingleton<BatchService>();
        builder.Services.AddSingleton<DownloadFormats>();
        builder.Services.AddSingleton<SetDownload>();
        builder.Services.AddSingleton<PreparedFiles>();
        builder.Services.AddHostedService<PreparedSets>();
        FeedCompression.Add(builder.Services);
        builder.Services.AddSingleton<RowProofs>();
        builder.Services.AddCorrections();
        builder.Services.AddCatalogue();
        builder.Services.AddDataSets();
        builder.Services.AddPortalPages();
        var app = builder.Build();
        if (options.IsProvince)
        {
            app.UseProvincePaths();
            app.UseService();
            app.UseProvinceGate();
            app.UseKeptAnswers(options); // Behind the gate: every read is written down.
        }
        else
        {
            app.UseService(early => early.UseKeptAnswers(options));
        }
        app.UseCrossOrigin(options);
        FeedCompression.Use(app);
        app.MapOData();
        app.MapData();
        app.MapCorrections();
        app.MapPublicDocuments();
        app.MapCatalogue();
        app.MapPortalPages();
        if (options.IsProvince) app.MapProvince();
        return app;
    }

    private static void AddReplica(IServiceCollection services, PortalOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<ReplicaStore>();
        services.AddSingleton<IReplicaReader, ReplicaReader>();
        services.AddSingleton<AidReplica>();
        services.AddSingleton<ReplicaHealth>();
        services.AddSingleton<IReadinessCheck>(provider => provider.GetRequiredService<ReplicaHealth>());
        services.AddSingleton<ReleasePuller>();
        services.AddHostedService(provider => provider.GetRequiredService<ReleasePuller>());
        if (options.ReleaseSource is null) return;
        services.AddSingleton<IReleaseSource>(_ => new HttpReleaseSource(
            new HttpClient(new FeedKeyHandler(options.FeedKeyFile)) { BaseAddress = options.ReleaseSource, Timeout = TimeSpan.FromMinutes(10) }, options.Channel));
    }
}
