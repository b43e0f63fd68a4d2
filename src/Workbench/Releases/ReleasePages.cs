using System.Globalization;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Releases;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Releases;

/// <param name="Next">The number that the next release will have.</param>
/// <param name="Proposed">What stands proposed under it; null when nothing does.</param>
/// <param name="Published">The latest ones, newest first.</param>
/// <param name="Refusal">Why an approval was refused; null when none was.</param>
public sealed record ReleasePageView(
    int Next, ReleaseView? Proposed, IReadOnlyList<ReleaseView> Published, FormView Form, Problem? Refusal, string? Done, InformationLossView? Loss = null);

/// <param name="Region">Only this place and what lies in it; empty for all.</param>
public sealed record SuppressedPageView(SuppressedView List, string Region);

/// <summary>Publishing (发布): one person proposes, another approves exactly what was proposed.</summary>
internal static class ReleasePages
{
    private const int MostPublished = 10;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/releases", Show);
        pages.MapGet("/releases/{number:int:min(1)}/suppressed", Suppressed);
        pages.MapPost("/releases", Propose);
        pages.MapPost("/releases/{number:int}/approval", Approve);
    }

    private static Task<IResult> Show(string? done, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation) =>
        Render(viewer, silo, FormView.Of(("asOf", Figures.Day(Figures.ChinaToday(clock)))), null, DoneText(done), 200, cancellation);

    private static async Task<IResult> Propose(HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var body = new ReleaseBody(form.Day("asOf"), form.Number("corrects"), form.Optional("note"));
        var number = form.Number("number") ?? 0;
        if (!form.IsWellFormed) return await Render(viewer, silo, form.RefusedHere(), null, null, 422, cancellation);
        var receipt = await silo.Put<Receipt>(Address(number), body, null, cancellation);
        return receipt.Problem is { } problem
            ? await Render(viewer, silo, form.Refused(problem), null, null, problem.Status, cancellation)
            : Pages.SeeOther("/workbench/releases?done=proposed");
    }

    // The root goes along, so that what is approved is what was looked at and nothing proposed meanwhile.
    private static async Task<IResult> Approve(
        int number, HttpRequest request, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var receipt = await silo.Put<Receipt>($"{Address(number)}/approval", new { rowsRoot = form.Optional("rowsRoot"), openReason = form.Optional("openReason") }, null, cancellation);
        return receipt.Problem is { } problem
            ? await Render(viewer, silo, FormView.Of(("asOf", Figures.Day(Figures.ChinaToday(clock)))), problem, null, problem.Status, cancellation)
            : Pages.SeeOther("/workbench/releases?done=approved");
    }

    private static async Task<IResult> Render(
        Viewer viewer, SiloClient silo, FormView form, Problem? refusal, string? done, int status, CancellationToken cancellation)
    {
        var head = await silo.Get<ReleaseHead>("/releases/head", cancellation);
        if (head.Problem is { } problem) return Pages.Refused(viewer, problem);
        var newest = head.Value!.Newest;
        var proposed = (await silo.Get<ReleaseView>(Address(newest + 1), cancellation)).Value;
        var published = new List<ReleaseView>();
        for (var number = newest; number > 0 && published.Count < MostPublished; number--)
            if ((await silo.Get<ReleaseView>(Address(number), cancellation)).Value is { } release) published.Add(release);
        var loss = proposed is null ? null : (await silo.Get<SuppressedView>($"{Address(newest + 1)}/suppressed", cancellation)).Value?.Loss;
        return Pages.Show<ReleasePage, ReleasePageView>(viewer, new(newest + 1, proposed, published, form, refusal, done, loss), status);
    }

    private static async Task<IResult> Suppressed(int number, string? region, string? cursor, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var list = await silo.Get<SuppressedView>(
            $"{Address(number)}/suppressed?region={Uri.EscapeDataString(region ?? "")}&cursor={Uri.EscapeDataString(cursor ?? "")}", cancellation);
        return list.Problem is { } problem ? Pages.Refused(viewer, problem) : Pages.Show<SuppressedPage, SuppressedPageView>(viewer, new(list.Value!, region ?? ""), 200);
    }

    private static string Address(int number) => string.Create(CultureInfo.InvariantCulture, $"/api/releases/{number}");

    private static string? DoneText(string? done) => done switch
    {
        "proposed" => "已提出。请由另一位县级工作人员核对后核准。",
        "approved" => "已核准并签名发布；门户几秒钟内更新。",
        _ => null,
    };

    private sealed record ReleaseHead(int Newest);
}
