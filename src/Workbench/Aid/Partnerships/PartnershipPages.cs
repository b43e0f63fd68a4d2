using Revitalization.Contracts.Aid;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Aid.Partnerships;

/// <param name="Totals">Confirmed flows added up at the level asked for; null where they cannot be had.</param>
public sealed record PartnershipListView(IReadOnlyList<PartnershipRow> Rows, AidTotals? Totals, string Level, string Side, int? Year, FormView Form, IReadOnlyList<ActLink> Links, string? Done);

/// <param name="Board">Of the year shown; null where it cannot be had.</param>
public sealed record PartnershipPageView(PartnershipRecord Record, int Year, AidBoard? Board, IReadOnlyList<ActLink> Links, DateOnly Today, string? Done);

public sealed record AidYearView(AidYear Year);

/// <summary>Partnerships: all that the reader may see with their sums, one with its agreement, plan and pairs, and its year as a document.</summary>
internal static class PartnershipPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/partnerships", List);
        pages.MapGet("/partnerships/{code}", Show);
        pages.MapGet("/partnerships/{code}/years/{year:int}", ShowYear);
        pages.MapGet("/partnerships/{code}/years/{year:int}/sheet", (string code, int year, Viewer viewer, SiloClient silo, HttpContext context, CancellationToken c) =>
            Saved.From(silo, $"{AidAddress.PartnershipApi(code)}/years/{Query.Of(year)}.xlsx", $"{code}-{Query.Of(year)}-年度报告.xlsx", viewer, context, c));
        NewPartnershipForm.All.Map(pages, "/partnerships");
        PartnershipForms.All.Map(pages, "/partnerships/{code}");
    }

    private static async Task<IResult> List(string? done, HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var (level, side, year) = (request.Query.Text("level") ?? "partnership", request.Query.Text("side") ?? "recipient", request.Query.Year());
        var rows = await silo.Get<IReadOnlyList<PartnershipRow>>("/api/partnerships", cancellation);
        if (rows.Value is not { } known) return Pages.Refused(viewer, rows.Problem!);
        var totals = await silo.Get<AidTotals>(Query.Join("/api/aid/totals", ("level", level), ("side", side), ("year", year is { } of ? Query.Of(of) : null)), cancellation);
        var form = FormView.Of(("level", level), ("side", side), ("year", year is { } shown ? Query.Of(shown) : null));
        return Pages.Show<PartnershipListPage, PartnershipListView>(viewer, new(
            known, totals.Value, level, side, year, form, NewPartnershipForm.All.Links(viewer, new NoRecord()), NewPartnershipForm.All.DoneText(done)));
    }

    private static async Task<IResult> Show(
        string code, int? year, string? done, Viewer viewer, SiloClient silo, HttpContext context, TimeProvider clock, CancellationToken cancellation)
    {
        var record = await PartnershipForms.Read(context.Request.RouteValues, silo, cancellation);
        if (record.Value is not { } known) return Pages.Refused(viewer, record.Problem!);
        var today = Figures.ChinaToday(clock);
        var shown = year ?? known.Partnership.Plans.Select(plan => plan.Year).Append(known.Partnership.StartYear).Where(one => one <= today.Year).Max();
        var board = await silo.Get<AidBoard>($"/api/aid/board?partnership={Uri.EscapeDataString(code)}&year={Query.Of(shown)}", cancellation);
        return Pages.Show<PartnershipPage, PartnershipPageView>(viewer, new(
            known, shown, board.Value, PartnershipForms.All.Links(viewer, known), today, PartnershipForms.All.DoneText(done) ?? NewPartnershipForm.All.DoneText(done)));
    }

    private static async Task<IResult> ShowYear(string code, int year, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var read = await silo.Get<AidYear>($"{AidAddress.PartnershipApi(code)}/years/{Query.Of(year)}", cancellation);
        return read.Value is { } known ? Pages.Show<AidYearPage, AidYearView>(viewer, new(known)) : Pages.Refused(viewer, read.Problem!);
    }
}
