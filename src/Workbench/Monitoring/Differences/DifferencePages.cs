using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Monitoring;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Monitoring.Differences;

/// <summary>Households of which register and file say different things (台账差异): who is monitored must not be lost between the two.</summary>
internal static class DifferencePages
{
    private const int PageSize = 50;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/differences", Show);
        pages.MapGet("/differences.xlsx", (Viewer viewer, SiloClient silo, HttpContext context, CancellationToken c) =>
            Saved.From(silo, "/api/monitoring/differences.xlsx", "台账差异.xlsx", viewer, context, c));
    }

    private static async Task<IResult> Show(string? cursor, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var rows = await silo.Get<Page<MonitoringDifference>>(
            $"/api/monitoring/differences?limit={PageSize}{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}", cancellation);
        return rows.Value is { } found
            ? Pages.Show<DifferencePage, Page<MonitoringDifference>>(viewer, found)
            : Pages.Refused(viewer, rows.Problem!);
    }
}
