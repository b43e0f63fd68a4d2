using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Imports;
using Revitalization.Contracts.Monitoring;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Aid.Partnerships;
using Revitalization.Workbench.Aid.Tasks;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.Monitoring.Tasks;
using Revitalization.Workbench.Regions;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Start;

/// <param name="Regions">The viewer's regions by name; a code where the name could not be read.</param>
/// <param name="LastImport">Null where there is none or the role imports nothing.</param>
/// <param name="Counts">How much the viewer's inbox holds; null for who has none.</param>
/// <param name="First">The most pressing of it.</param>
/// <param name="Partnerships">Those the viewer may see; none for who sees no aid.</param>
/// <param name="Aid">What of aid waits for the viewer.</param>
/// <param name="Reports">How many reports of support stand where; null for who sees none.</param>
public sealed record StartView(
    IReadOnlyList<string> Regions, ImportProgress? LastImport, MonitoringTaskCounts? Counts, IReadOnlyList<MonitoringTask> First, DateOnly Today,
    IReadOnlyList<PartnershipRow> Partnerships, AidReportCounts? Reports, AidTaskList Aid);

/// <summary>The start page (我的工作台): what this role can do, where, and how fresh the register is.</summary>
internal static class StartPages
{
    private const int ShownTasks = 5;

    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/", Show);

    private static async Task<IResult> Show(Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var regions = (await RegionNames.Of(silo, viewer, cancellation)).Select(region => region.Text).ToList();
        var imports = viewer.Imports ? (await silo.Get<ImportPage>("/api/imports", cancellation)).Value : null;
        var counts = viewer.WorksOnHouseholds ? await TaskPages.Counts(silo, cancellation) : null;
        var first = counts is { Open: > 0 } ? (await TaskPages.Read(silo, false, null, null, null, ShownTasks, cancellation)).Value?.Items : null;
        var partnerships = viewer.SeesAid ? await PartnershipNames.Rows(silo, cancellation) : [];
        var reports = partnerships.Count > 0 ? (await silo.Get<AidReportCounts>("/api/aid/reports/counts", cancellation)).Value : null;
        return Pages.Show<StartPage, StartView>(viewer, new(
            regions, imports is { Items: [var latest, ..] } ? latest : null, counts, first ?? [], Figures.ChinaToday(clock), partnerships, reports, await AidTaskPlaces.Read(silo, viewer, null, cancellation)));
    }
}
