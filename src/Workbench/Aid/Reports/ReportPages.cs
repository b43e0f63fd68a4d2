using Revitalization.Contracts.Aid;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Aid.Partnerships;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Aid.Reports;

public sealed record ReportView(
    ReportRecord Record, IReadOnlyList<SharedPaper> Shared, IReadOnlyList<SignedReceipt> Receipts, IReadOnlyList<ActLink> Links, DateOnly Today, string? Done);

public sealed record ReceiptPrintView(ReportRecord Record, IReadOnlyList<SignedReceipt> Receipts, DateOnly Today);

/// <summary>One report of support, from both sides: what it says, where it stands, what was said about it, and the receipts to be printed.</summary>
internal static class ReportPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/partnerships/{code}/reports/{id}", Show);
        pages.MapGet("/partnerships/{code}/reports/{id}/receipts", Print);
        ReportForms.All.Map(pages, "/partnerships/{code}/reports/{id}");
    }

    private static async Task<IResult> Show(string code, string id, string? done, Viewer viewer, SiloClient silo, HttpContext context, TimeProvider clock, CancellationToken cancellation)
    {
        var record = await ReportForms.Read(context.Request.RouteValues, silo, cancellation);
        if (record.Value is not { } known) return Pages.Refused(viewer, record.Problem!);
        var api = AidAddress.ReportApi(code, id);
        var shared = await silo.Get<IReadOnlyList<SharedPaper>>($"{api}/shared", cancellation);
        var receipts = await silo.Get<IReadOnlyList<SignedReceipt>>($"{api}/receipts", cancellation);
        return Pages.Show<ReportPage, ReportView>(viewer, new(
            known, shared.Value ?? [], receipts.Value ?? [], ReportForms.All.Links(viewer, known), Figures.ChinaToday(clock),
            ReportForms.All.DoneText(done) ?? PartnershipForms.All.DoneText(done)));
    }

    private static async Task<IResult> Print(string code, string id, Viewer viewer, SiloClient silo, HttpContext context, TimeProvider clock, CancellationToken cancellation)
    {
        var record = await ReportForms.Read(context.Request.RouteValues, silo, cancellation);
        if (record.Value is not { } known) return Pages.Refused(viewer, record.Problem!);
        var receipts = await silo.Get<IReadOnlyList<SignedReceipt>>($"{AidAddress.ReportApi(code, id)}/receipts", cancellation);
        return receipts.Value is { } signed
            ? Pages.Show<ReceiptPrintPage, ReceiptPrintView>(viewer, new(known, signed, Figures.ChinaToday(clock)))
            : Pages.Refused(viewer, receipts.Problem!);
    }
}
