using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Commands;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Aid.Reports;

/// <param name="Results">Null before it was sent: then this is the page that asks.</param>
public sealed record BulkView(IReadOnlyList<AidReportView> Reports, FormView Form, IReadOnlyList<BulkResult>? Results);

/// <param name="Problem">Null where it was confirmed.</param>
public sealed record BulkResult(AidReportView Report, Problem? Problem);

/// <summary>
/// Several reports confirmed in whole: ticked in the list, confirmed on a page that names them all with their amounts, then sent one by one. A
/// report that changed since it was shown is not confirmed, since its version goes along.
/// </summary>
internal static class BulkPages
{
    private const int MostReports = 50;
    private static readonly Problem NothingChosen = new(422, null, "还没有选择", "请回到支援报告勾选要确认的。", null, null);

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapPost("/reports/bulk", Ask);
        pages.MapPost("/reports/bulk/confirm", Send);
    }

    private static async Task<IResult> Ask(HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var reports = new List<AidReportView>();
        foreach (var name in Chosen(form)) if (await Read(silo, name, cancellation) is { } report) reports.Add(report);
        return reports.Count == 0
            ? Pages.Refused(viewer, NothingChosen)
            : Pages.Show<BulkPage, BulkView>(viewer, new(reports, FormView.Of(("id", FreshId.Next())), null));
    }

    private static async Task<IResult> Send(HttpRequest request, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var (id, today) = (form.Required("id"), Figures.ChinaToday(clock));
        var results = new List<BulkResult>();
        foreach (var name in Chosen(form))
        {
            if (await Read(silo, name, cancellation) is not { } report) continue;
            var api = $"{AidAddress.ReportApi(report.Partnership, report.Id)}/decisions/{FreshId.For(id, name)}";
            var sent = await silo.Put<Receipt>(api, new AnswerBody(today, "confirm"), form.Version($"version-{report.Id}"), cancellation);
            results.Add(new(report, sent.Problem));
        }

        return results.Count == 0
            ? Pages.Refused(viewer, NothingChosen)
            : Pages.Show<BulkPage, BulkView>(viewer, new([.. results.Select(result => result.Report)], form.Kept(), results));
    }

    private static IEnumerable<string> Chosen(TypedForm form) => form.Many("report").Distinct(StringComparer.Ordinal).Take(MostReports);

    private static async Task<AidReportView?> Read(SiloClient silo, string name, CancellationToken cancellation) =>
        name.Split('/') is [var code, var id] ? (await silo.Get<AidReportView>(AidAddress.ReportApi(code, id), cancellation)).Value : null;
}
