using System.Net;
using Revitalization.Hosting;
using Revitalization.Hosting.Access;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Accounts;
using Revitalization.Workbench.Aid;
using Revitalization.Workbench.Assets;
using Revitalization.Workbench.Audit;
using Revitalization.Workbench.Campaigns;
using Revitalization.Workbench.Claims;
using Revitalization.Workbench.DisclosureRequests;
using Revitalization.Workbench.Documents;
using Revitalization.Workbench.EventLog;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Funds;
using Revitalization.Workbench.Households;
using Revitalization.Workbench.Imports;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.Monitoring;
using Revitalization.Workbench.Policies;
using Revitalization.Workbench.Projects;
using Revitalization.Workbench.Releases;
using Revitalization.Workbench.Releases.Keys;
using Revitalization.Workbench.Releases.Redactions;
using Revitalization.Workbench.Screenings;
using Revitalization.Workbench.SignIn;
using Revitalization.Workbench.SiloApi;
using Revitalization.Workbench.Start;
using Revitalization.Workbench.Traces;

namespace Revitalization.Workbench;

/// <summary>The pages (工作台) for county staff and partner cities: plain forms over the Silo's HTTP API.</summary>
public static class WorkbenchService
{
    public static WebApplication Build(WorkbenchOptions options)
    {
        var builder = ServiceHost.CreateBuilder(new ServiceOptions("workbench")
        {
            Address = options.Listen,
            InternalAddress = options.InternalListen,
            Issuers = [TrustedIssuer.OfSilo(options.Silo)],
            Clock = options.Clock,
            Neighbours = options.Neighbours,
            LogLevel = options.LogLevel,
            ErrorPage = ErrorPages.Show,
        });
        AddServices(builder.Services, options);
        var app = builder.Build();
        app.UseService();
        app.UseNoStore();
        MapPages(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, WorkbenchOptions options)
    {
        services.AddLook(new AssetBook("/workbench/assets/", typeof(WorkbenchService).Assembly));
        services.AddSingleton(new FormTokens(options.FormKey));
        services.AddHttpContextAccessor();
        services.AddSingleton(_ => new HttpClient(Handler(options), disposeHandler: true)
        {
            BaseAddress = options.Silo,
            // An upload takes as long as it takes; a page gives up with its reader.
            Timeout = Timeout.InfiniteTimeSpan,
        });
        services.AddSingleton<SiloClient>();
    }

    private static SocketsHttpHandler Handler(WorkbenchOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MaxConnectionsPerServer = 64,
        ConnectCallback = options.Neighbours is { } neighbours ? neighbours.Connect : null,
    };

    private static void MapPages(WebApplication app)
    {
        app.Services.GetRequiredService<AssetBook>().Map(app);
        SignInPages.Map(app);
        var pages = app.MapGroup("/workbench").RequireAuthorization(RolePolicies.SignedIn).AddEndpointFilter(FormTokenFilter.Check);
        StartPages.Map(pages);
        HouseholdPages.Map(pages);
        HouseholdSearchPages.Map(pages);
        ProfileForms.Map(pages);
        MemberForms.Map(pages);
        IncomeForms.Map(pages);
        LifeForms.Map(pages);
        ChangeForms.Map(pages);
        ErasureForms.Map(pages);
        CorrectionForms.Map(pages);
        DuplicatePages.Map(pages);
        ImportPages.Map(pages);
        ImportUpload.Map(pages);
        ReleasePages.Map(pages);
        RedactionPages.Map(pages);
        KeyChangePages.Map(pages);
        AccountPages.Map(pages);
        StandInPages.Map(pages);
        EventPages.Map(pages);
        ReadPages.Map(pages);
        pages.MapMonitoring();
        pages.MapAid();
        FundPages.Map(pages);
        ProjectPages.Map(pages);
        AssetPages.Map(pages);
        TracePages.Map(pages);
        ClaimPages.Map(pages);
        DocumentPages.Map(pages);
        RequestPages.Map(pages);
        PolicyPages.Map(pages);
        ScreeningPages.Map(pages);
        CampaignPages.Map(pages);
    }
}
