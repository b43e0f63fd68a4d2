using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Commands;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Aid.Partnerships;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Aid.Reports;

/// <param name="Counts">By state, for the tabs; null where they cannot be had.</param>
public sealed record ReportListView(
    ReportFilter Filter, FormView Form, IReadOnlyList<Choice> Partnerships, AidReportCounts? Counts, Page<AidReportRow> Rows, DateOnly Today);

/// <summary>Reports of support by state: the partner's pipeline (办理进度) and the county's inbox (待确认) are the same list.</summary>
internal static class ReportListPages
{
    private const int PageSize = 50;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/reports", Show);
        pages.MapGet("/reports.xlsx", (HttpRequest request, Viewer viewer, SiloClient silo, HttpContext context, CancellationToken c) =>
            Saved.From(silo, ReportFilter.Of(request.Query).ApiExport, "支援报告.xlsx", viewer, context, c));
    }

    private static async Task<IResult> Show(string? cursor, string? after, HttpRequest request, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var filter = ReportFilter.Of(request.Query);
        var rows = await silo.Get<Page<AidReportRow>>(filter.Api(cursor, PageSize, after), cancellation);
        if (rows.Value is not { } known) return Pages.Refused(viewer, rows.Problem!);
        var counts = await silo.Get<AidReportCounts>(filter.ApiCounts, cancellation);
        var form = FormView.Of(
            ("partnership", filter.Partnership), ("year", filter.Year is { } year ? Query.Of(year) : null), ("state", filter.State), ("field", filter.Field),
            ("form", filter.Form), ("silent", filter.Silent ? "true" : null), ("shared", filter.Shared ? "true" : null));
        return Pages.Show<ReportListPage, ReportListView>(
            viewer, new(filter, form, await PartnershipNames.Choices(silo, cancellation), counts.Value, known, Figures.ChinaToday(clock)));
    }
}
