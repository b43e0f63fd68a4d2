using System.Globalization;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Monitoring;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.Regions;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Screenings;

public sealed record ScreeningListView(CountyPlace County, IReadOnlyList<ScreeningView> Screenings, FormView Form);

/// <param name="Flagged">Null while it still runs.</param>
/// <param name="Reply">What reporting clues came to; null where none were reported just now.</param>
public sealed record ScreeningPageView(
    string County, ScreeningView Screening, Page<ScreenedHousehold>? Flagged, string? Reason, ScreeningCluesReply? Reply = null, Problem? Refusal = null);

/// <summary>Screening a whole county by its packs (集中筛查): started here, seen while it runs, its finds explained and reported as clues.</summary>
internal static class ScreeningPages
{
    private const int PageSize = 50, MonthsOfQuarter = 3, MostCalls = 20;
    private static readonly Problem NothingChosen = new(422, null, "还没有选择", "请先勾选要报线索的户。", null, null);

    public static void Map(RouteGroupBuilder pages)
    {
        Counties.MapFirst(pages, "screenings");
        pages.MapGet("/counties/{county}/screenings", Open);
        pages.MapPost("/counties/{county}/screenings", Start);
        pages.MapGet("/counties/{county}/screenings/{id}", Look);
        pages.MapPost("/counties/{county}/screenings/{id}/clues", Report);
        pages.MapGet("/counties/{county}/screenings/{id}/households.xlsx", (string county, string id, string? reason, Viewer viewer, SiloClient silo, HttpContext context, CancellationToken c) =>
            Saved.From(silo, Sheet(ApiOf(county), id, reason), "筛查结果.xlsx", viewer, context, c));
    }

    internal static string PageOf(string county, string id, string? reason = null, string? cursor = null, long? after = null)
    {
        var query = new List<string>();
        if (reason is not null) query.Add($"reason={Uri.EscapeDataString(reason)}");
        if (cursor is not null) query.Add($"cursor={Uri.EscapeDataString(cursor)}");
        if (after is { } seq) query.Add(string.Create(CultureInfo.InvariantCulture, $"after={seq}"));
        return $"{Counties.PageOf(county, "screenings")}/{Uri.EscapeDataString(id)}{(query.Count == 0 ? "" : $"?{string.Join('&', query)}")}";
    }

    internal static string SheetOf(string county, string id, string? reason) => Sheet(Counties.PageOf(county, "screenings"), id, reason);

    private static string Sheet(string screenings, string id, string? reason) =>
        $"{screenings}/{Uri.EscapeDataString(id)}/households.xlsx{(reason is null ? "" : $"?reason={Uri.EscapeDataString(reason)}")}";

    private static Task<IResult> Open(string county, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation) =>
        List(county, viewer, silo, FormView.Of(("id", FreshId.Next()), ("kind", "income"), ("period", LatestQuarter(Figures.ChinaToday(clock)))), 200, cancellation);

    private static async Task<IResult> List(string county, Viewer viewer, SiloClient silo, FormView form, int status, CancellationToken cancellation)
    {
        var screenings = await silo.Get<Page<ScreeningView>>(ApiOf(county), cancellation);
        return screenings.Problem is { } problem && form.Refusal is null
            ? Pages.Refused(viewer, problem)
            : Pages.Show<ScreeningListPage, ScreeningListView>(viewer, new(await Counties.Of(silo, viewer, county, cancellation), screenings.Value?.Items ?? [], form), status);
    }

    private static async Task<IResult> Start(string county, HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var (id, body) = (form.Required("id"), new ScreeningBody(form.Required("kind"), form.Required("period")));
        if (!form.IsWellFormed) return await List(county, viewer, silo, form.RefusedHere(), 422, cancellation);
        var started = await silo.Put<Receipt>($"{ApiOf(county)}/{Uri.EscapeDataString(id)}", body, null, cancellation);
        return started.Problem is { } problem
            ? await List(county, viewer, silo, form.Refused(problem), problem.Status, cancellation)
            : Pages.SeeOther(PageOf(county, id, after: started.Value?.Seq));
    }

    private static async Task<IResult> Look(string county, string id, string? reason, string? cursor, long? after, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var read = await Read(county, id, reason, cursor, after, silo, cancellation);
        return read.Value is { } view ? Pages.Show<ScreeningPage, ScreeningPageView>(viewer, view) : Pages.Refused(viewer, read.Problem!);
    }

    private static async Task<Answer<ScreeningPageView>> Read(
        string county, string id, string? reason, string? cursor, long? after, SiloClient silo, CancellationToken cancellation)
    {
        var one = $"{ApiOf(county)}/{Uri.EscapeDataString(id)}";
        var screening = await silo.Get<ScreeningView>(after is null ? one : string.Create(CultureInfo.InvariantCulture, $"{one}?after={after}"), cancellation);
        if (screening.Value is not { } known) return new(null, screening.Problem);
        var query = $"limit={PageSize}{(reason is null ? "" : $"&reason={Uri.EscapeDataString(reason)}")}{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}";
        var flagged = known.State == "completed" ? (await silo.Get<Page<ScreenedHousehold>>($"{one}/households?{query}", cancellation)).Value : null;
        return new(new(county, known, flagged, reason), null);
    }

    // The reply is shown at once, not after a redirect: reporting again changes nothing, and its counts are worth seeing.
    private static async Task<IResult> Report(string county, string id, HttpRequest request, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var body = new ScreeningCluesBody(Figures.ChinaToday(clock), form.Optional("which") == "all" ? null : form.Many("household"));
        var reply = body.Households is { Count: 0 }
            ? new(null, NothingChosen)
            : await ReportAll(silo, $"{ApiOf(county)}/{Uri.EscapeDataString(id)}/clues", body, cancellation);
        var read = await Read(county, id, form.Optional("reason"), null, null, silo, cancellation);
        return read.Value is { } view
            ? Pages.Show<ScreeningPage, ScreeningPageView>(viewer, view with { Reply = reply.Value, Refusal = reply.Problem }, reply.Problem?.Status ?? 200)
            : Pages.Refused(viewer, read.Problem!);
    }

    /// <summary>The Silo reports so many at a time; what is left after the most calls is said, and the next press goes on.</summary>
    private static async Task<Answer<ScreeningCluesReply>> ReportAll(SiloClient silo, string address, ScreeningCluesBody body, CancellationToken cancellation)
    {
        var all = new ScreeningCluesReply(0, 0, 0);
        for (var call = 0; call < MostCalls; call++)
        {
            var reply = await silo.Put<ScreeningCluesReply>(address, body with { Cursor = all.NextCursor }, null, cancellation);
            if (reply.Value is not { } part) return reply;
            all = new(all.Reported + part.Reported, all.AlreadyReported + part.AlreadyReported, all.Refused + part.Refused, part.NextCursor);
            if (part.NextCursor is null) break;
        }

        return new(all, null);
    }

    private static string ApiOf(string county) => Counties.ApiOf(county, "screenings");

    /// <summary>The last quarter that is over.</summary>
    private static string LatestQuarter(DateOnly today)
    {
        var before = today.AddMonths(-MonthsOfQuarter);
        return string.Create(CultureInfo.InvariantCulture, $"{before.Year}-Q{((before.Month - 1) / MonthsOfQuarter) + 1}");
    }
}
