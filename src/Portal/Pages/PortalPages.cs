using Revitalization.Portal.Pages.About;
using Revitalization.Portal.Pages.Aid;
using Revitalization.Portal.Pages.Corrections;
using Revitalization.Portal.Pages.ChartBuilder;
using Revitalization.Portal.Pages.DataSets;
using Revitalization.Portal.Pages.Documents;
using Revitalization.Portal.Pages.Observations;
using Revitalization.Portal.Pages.Home;
using Revitalization.Portal.Pages.Indicators;
using Revitalization.Portal.Pages.Layout;
using Revitalization.Portal.Pages.Monitoring;
using Revitalization.Portal.Pages.Projects;
using Revitalization.Portal.Pages.Regions;
using Revitalization.Portal.Pages.Releases;
using Revitalization.Portal.Pages.Verify;
using Revitalization.Hosting.Look;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Pages;

/// <summary>The pages for people. All of one page comes from one release.</summary>
public static class PortalPages
{
    public static IServiceCollection AddPortalPages(this IServiceCollection services) =>
        services.AddLook(new AssetBook("/portal/", typeof(PortalPages).Assembly));

    public static void MapPortalPages(this WebApplication app)
    {
        app.Services.GetRequiredService<AssetBook>().Map(app);
        app.MapPage("/", (IReplicaReader replica, AidReplica aid) =>
            new ReleasedPage<HomePage, HomeView>(replica.Current, new HomeReader(replica, aid).Read())).AllowAnonymous();
        app.MapPost(ReadingMode.Address, (HttpContext context, string? mode, string? back) => ReadingMode.Change(context, mode, back)).AllowAnonymous();
        RegionPages.Map(app);
        MonitoringPages.Map(app);
        AboutPages.Map(app);
        FigurePages.Map(app);
        IndicatorPages.Map(app);
        ReleasePages.Map(app);
        CorrectionPages.Map(app);
        VerifyPages.Map(app);
        DataSetPages.Map(app);
        ChartPages.Map(app);
        PartnershipPages.Map(app);
        ProjectPages.Map(app);
        DocumentPages.Map(app);
    }
}
