using System.Globalization;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Monitoring;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.Policies;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Screenings;

public sealed record ScreeningListView(IReadOnlyList<ScreeningView> Screenings, FormView Form);

/// <param name="Flagged">Null while it still runs.</param>
/// <param name="Reply">What reporting clues came to; null where none were reported just now.</param>
public sealed record ScreeningPageView(
    ScreeningView Screening, Page<ScreenedHousehold>? Flagged, string? Reason, ScreeningCluesReply? Reply = null, Problem? Refusal = null);

/// <summary>Screening a whole county by its packs (集中筛查): started here, seen while it runs, its finds explained and reported as clues.</summary>
internal static class ScreeningPages
{
    private const int PageSize = 50, MonthsOfQuarter = 3;
    private static readonly Problem NoCounty = new(403, null, "没有管辖的县", "筛查由县级工作人员办理。", null, null);
    private static readonly Problem NothingChosen = new(422, null, "还没有选择", "请先勾选要报线索的户。", null, null);

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/screenings", Open);
        pages.MapPost("/screenings", Start);
        pages.MapGet("/screenings/{id}", Look);
        pages.MapPost("/screenings/{id}/clues", Report);
    }

    internal static string PageOf(string id, string? reason = null, string? cursor = null)
    {
        var query = new List<string>();
        if (reason is not null) query.Add($"reason={Uri.EscapeDataString(reason)}");
        if (cursor is not null) query.Add($"cursor={Uri.EscapeDataString(cursor)}");
        return $"/workbench/screenings/{Uri.EscapeDataString(id)}{(query.Count == 0 ? "" : $"?{string.Join('&', query)}")}";
    }

    private static Task<IResult> Open(Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation) =>
        List(viewer, silo, FormView.Of(("id", FreshId.Next()), ("kind", "income"), ("period", LatestQuarter(Figures.ChinaToday(clock)))), 200, cancellation);

    private static async Task<IResult> List(Viewer viewer, SiloClient silo, FormView form, int status, CancellationToken cancellation)
    {
        if (PolicyPages.CountyOf(viewer) is not { } county) return Pages.Refused(viewer, NoCounty);
        var screenings = await silo.Get<Page<ScreeningView>>(ApiOf(county), cancellation);
        return screenings.Problem is { } problem && form.Refusal is null
            ? Pages.Refused(viewer, problem)
            : Pages.Show<ScreeningListPage, ScreeningListView>(viewer, new(screenings.Value?.Items ?? [], form), status);
    }

    private static async Task<IResult> Start(HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        if (PolicyPages.CountyOf(viewer) is not { } county) return Pages.Refused(viewer, NoCounty);
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var (id, body) = (form.Required("id"), new ScreeningBody(form.Required("kind"), form.Required("period")));
        if (!form.IsWellFormed) return await List(viewer, silo, form.RefusedHere(), 422, cancellation);
        var started = await silo.Put<object>($"{ApiOf(county)}/{Uri.EscapeDataString(id)}", body, null, cancellation);
        return started.Problem is { } problem
            ? await List(viewer, silo, form.Refused(problem), problem.Status, cancellation)
            : Pages.SeeOther(PageOf(id));
    }

    private static async Task<IResult> Look(string id, string? reason, string? cursor, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var read = await Read(id, reason, cursor, viewer, silo, cancellation);
        return read.Value is { } view ? Pages.Show<ScreeningPage, ScreeningPageView>(viewer, view) : Pages.Refused(viewer, read.Problem!);
    }

    private static async Task<Answer<ScreeningPageView>> Read(
        string id, string? reason, string? cursor, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        if (PolicyPages.CountyOf(viewer) is not { } county) return new(null, NoCounty);
        var one = $"{ApiOf(county)}/{Uri.EscapeDataString(id)}";
        var screening = await silo.Get<ScreeningView>(one, cancellation);
        if (screening.Value is not { } known) return new(null, screening.Problem);
        var query = $"limit={PageSize}{(reason is null ? "" : $"&reason={Uri.EscapeDataString(reason)}")}{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}";
        var flagged = known.State == "completed" ? (await silo.Get<Page<ScreenedHousehold>>($"{one}/households?{query}", cancellation)).Value : null;
        return new(new(known, flagged, reason), null);
    }

    // The reply is shown at once, not after a redirect: reporting again changes nothing, and its counts are worth seeing.
    private static async Task<IResult> Report(string id, HttpRequest request, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        if (PolicyPages.CountyOf(viewer) is not { } county) return Pages.Refused(viewer, NoCounty);
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var body = new ScreeningCluesBody(Figures.ChinaToday(clock), form.Optional("which") == "all" ? null : form.Many("household"));
        var reply = body.Households is { Count: 0 }
            ? new(null, NothingChosen)
            : await silo.Put<ScreeningCluesReply>($"{ApiOf(county)}/{Uri.EscapeDataString(id)}/clues", body, null, cancellation);
        var read = await Read(id, form.Optional("reason"), null, viewer, silo, cancellation);
        return read.Value is { } view
            ? Pages.Show<ScreeningPage, ScreeningPageView>(viewer, view with { Reply = reply.Value, Refusal = reply.Problem }, reply.Problem?.Status ?? 200)
            : Pages.Refused(viewer, read.Problem!);
    }

    private static string ApiOf(string county) => $"/api/counties/{county}/screenings";

    /// <summary>The last quarter that is over.</summary>
    private static string LatestQuarter(DateOnly today)
    {
        var before = today.AddMonths(-MonthsOfQuarter);
        return string.Create(CultureInfo.InvariantCulture, $"{before.Year}-Q{((before.Month - 1) / MonthsOfQuarter) + 1}");
    }
}
