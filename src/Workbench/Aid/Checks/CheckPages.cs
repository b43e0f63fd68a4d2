using Revitalization.Contracts.Aid;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Aid.Partnerships;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Aid.Checks;

public sealed record CheckListView(PartnershipView Partnership, IReadOnlyList<AidCheckView> Checks, IReadOnlyList<AidCheckDue> Due, IReadOnlyList<ActLink> Links, DateOnly Today);

public sealed record CheckPageView(CheckRecord Record, IReadOnlyList<ActLink> Links, DateOnly Today, string? Done);

/// <summary>Checks through the year (盘点): every two months, quarter, half-year, year-end; each frozen as the books stood, with the loop of what was found.</summary>
internal static class CheckPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/partnerships/{code}/checks", List);
        pages.MapGet("/partnerships/{code}/checks/{period}", Show);
        CheckForms.All.Map(pages, "/partnerships/{code}/checks/{period}");
    }

    internal static string Address(string code, string? period = null) =>
        $"{AidAddress.Partnership(code)}/checks{(period is null ? "" : $"/{Uri.EscapeDataString(period)}")}";

    private static async Task<IResult> List(string code, string? after, Viewer viewer, SiloClient silo, HttpContext context, TimeProvider clock, CancellationToken cancellation)
    {
        var record = await PartnershipForms.Read(context.Request.RouteValues, silo, cancellation);
        if (record.Value is not { } known) return Pages.Refused(viewer, record.Problem!);
        var checks = await silo.Get<IReadOnlyList<AidCheckView>>(Query.Join($"{AidAddress.PartnershipApi(code)}/checks", ("after", after)), cancellation);
        if (checks.Value is not { } made) return Pages.Refused(viewer, checks.Problem!);
        var due = await silo.Get<IReadOnlyList<AidCheckDue>>("/api/aid/checks/due", cancellation);
        return Pages.Show<CheckListPage, CheckListView>(viewer, new(
            known.Partnership, made, [.. (due.Value ?? []).Where(one => one.Partnership == code)],
            viewer.IsCounty ? [new($"{AidAddress.Partnership(code)}/do/check", "盘点", true)] : [], Figures.ChinaToday(clock)));
    }

    private static async Task<IResult> Show(string code, string period, string? done, Viewer viewer, SiloClient silo, HttpContext context, TimeProvider clock, CancellationToken cancellation)
    {
        var record = await CheckForms.Read(context.Request.RouteValues, silo, cancellation);
        return record.Value is { } known
            ? Pages.Show<CheckPage, CheckPageView>(viewer, new(
                known, CheckForms.All.Links(viewer, known), Figures.ChinaToday(clock), CheckForms.All.DoneText(done) ?? PartnershipForms.All.DoneText(done)))
            : Pages.Refused(viewer, record.Problem!);
    }
}
