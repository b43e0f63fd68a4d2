using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Monitoring;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Households;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.Regions;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Monitoring.Lists;

/// <param name="Colours">The colours of the county's pack, as its board counts them.</param>
public sealed record ListPageView(ListFilter Filter, FormView Form, IReadOnlyList<Choice> Places, IReadOnlyList<Choice> Colours, Page<MonitoringRow> Rows, DateOnly Today);

/// <summary>Lists of monitoring files (监测名单) with their filters in the address, paged, and saved as a sheet.</summary>
internal static class ListPages
{
    private const int PageSize = 50;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/monitoring", Show);
        pages.MapGet("/monitoring.xlsx", (HttpRequest request, Viewer viewer, SiloClient silo, HttpContext context, CancellationToken c) => Save("xlsx", request, viewer, silo, context, c));
        pages.MapGet("/monitoring.csv", (HttpRequest request, Viewer viewer, SiloClient silo, HttpContext context, CancellationToken c) => Save("csv", request, viewer, silo, context, c));
    }

    private static async Task<IResult> Show(string? cursor, HttpRequest request, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var filter = ListFilter.Of(request.Query);
        var rows = await silo.Get<Page<MonitoringRow>>(filter.Api(cursor, PageSize), cancellation);
        if (rows.Problem is { } problem) return Pages.Refused(viewer, problem);
        var places = await VillageChoices.Read(silo, viewer, cancellation) is { Count: > 0 } villages ? villages : await RegionNames.Of(silo, viewer, cancellation);
        var form = FormView.Of(
            ("region", filter.Region), ("colour", filter.Colour), ("kind", filter.Kind), ("step", filter.Step), ("cadre", filter.Cadre),
            ("overdue", filter.Overdue ? "true" : null), ("wanted", filter.Wanted ? "true" : null), ("severity", filter.Severity), ("late", filter.Late));
        return Pages.Show<ListPage, ListPageView>(viewer, new(filter, form, places, await Colours(silo, viewer, cancellation), rows.Value!, Figures.ChinaToday(clock)));
    }

    private static async Task<IReadOnlyList<Choice>> Colours(SiloClient silo, Viewer viewer, CancellationToken cancellation)
    {
        var region = viewer.Regions.FirstOrDefault();
        var board = region is null ? default : await silo.Get<MonitoringBoard>($"/api/monitoring/board?region={region}", cancellation);
        return [.. (board.Value?.ByColour ?? []).Select(count => new Choice(count.Id, count.Name))];
    }

    private static Task<IResult> Save(string form, HttpRequest request, Viewer viewer, SiloClient silo, HttpContext context, CancellationToken cancellation) =>
        Saved.From(silo, ListFilter.Of(request.Query).ApiExport(form), $"监测名单.{form}", viewer, context, cancellation);
}
