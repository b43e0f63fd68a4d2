using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Monitoring;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Monitoring.Mine;

/// <param name="DraftKey">Key of this account's unsent visits on the phone; see <c>outbox.js</c>.</param>
public sealed record MyHouseholdView(Page<MonitoringRow> Rows, DateOnly Today, string DraftKey, string? Done)
{
    /// <summary>A visit's id is chosen when the page is shown, so that however often it is sent, it is one visit.</summary>
    internal FormView VisitForm() => FormView.Of(("id", FreshId.Next()), ("on", Figures.Day(Today)), ("back", "mine"));
}

/// <summary>A cadre's phone page (我的联系户): who is due, and the visit right there.</summary>
internal static class MyHouseholdPages
{
    private const int PageSize = 30;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/my-households", Show);
        pages.MapGet("/my-households.xlsx", (Viewer viewer, SiloClient silo, HttpContext context, CancellationToken c) =>
            Saved.From(silo, "/api/monitoring/mine.xlsx", "我的联系户.xlsx", viewer, context, c));
    }

    private static async Task<IResult> Show(
        string? cursor, string? done, string? after, Viewer viewer, SiloClient silo, FormTokens tokens, TimeProvider clock, CancellationToken cancellation)
    {
        var rows = await silo.Get<Page<MonitoringRow>>(
            $"/api/monitoring/mine?limit={PageSize}{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}", cancellation);
        return rows.Value is { } known
            ? Pages.Show<MyHouseholdPage, MyHouseholdView>(viewer, new(known, Figures.ChinaToday(clock), tokens.DraftKey(viewer.Account), MonitoringFilePages.DoneText(done)))
            : Pages.Refused(viewer, rows.Problem!);
    }
}
