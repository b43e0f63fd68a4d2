using Revitalization.Contracts.Accounts;
using Revitalization.Contracts.Commands;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Accounts;

public sealed record StandInListView(Page<StandInView> StandIns, FormView Form, string? Done);

/// <summary>Stand-ins during leave (请假顶岗), for the county's officer and the security administrator.</summary>
internal static class StandInPages
{
    private const int UsualDays = 7;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/stand-ins", Open);
        pages.MapPost("/stand-ins", Name);
        pages.MapPost("/stand-ins/{account}/{act}/end", End);
    }

    private static Task<IResult> Open(string? cursor, string? done, string? after, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var today = Figures.ChinaToday(clock);
        var form = FormView.Of(("act", FreshId.Next()), ("from", Figures.Day(today)), ("until", Figures.Day(today.AddDays(UsualDays))));
        return List(viewer, silo, form, cursor, after, DoneText(done), 200, cancellation);
    }

    private static async Task<IResult> List(
        Viewer viewer, SiloClient silo, FormView form, string? cursor, string? after, string? done, int status, CancellationToken cancellation)
    {
        var query = $"{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}";
        var standIns = await silo.Get<Page<StandInView>>($"/api/stand-ins?limit=50{query}", cancellation);
        return standIns.Value is { } known
            ? Pages.Show<StandInListPage, StandInListView>(viewer, new(known, form, done), status)
            : Pages.Refused(viewer, standIns.Problem!);
    }

    private static async Task<IResult> Name(HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var (account, act) = (form.Required("account"), form.Required("act"));
        var body = new StandInBody(form.Required("standIn"), form.Day("from"), form.Day("until"));
        if (!form.IsWellFormed) return await List(viewer, silo, form.RefusedHere(), null, null, null, 422, cancellation);
        var receipt = await silo.Put<Receipt>(Address(account, act), body, null, cancellation);
        return receipt.Problem is { } problem
            ? await List(viewer, silo, form.Refused(problem), null, null, null, problem.Status, cancellation)
            : Pages.SeeOther($"/workbench/stand-ins?done=named&after={receipt.Value!.Seq}");
    }

    private static async Task<IResult> End(string account, string act, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var ended = await silo.Send<Receipt>(new HttpRequestMessage(HttpMethod.Delete, Address(account, act)), cancellation);
        return ended.Problem is { } problem ? Pages.Refused(viewer, problem) : Pages.SeeOther($"/workbench/stand-ins?done=ended&after={ended.Value?.Seq}");
    }

    private static string Address(string account, string act) => $"/api/accounts/{Uri.EscapeDataString(account)}/stand-ins/{Uri.EscapeDataString(act)}";

    private static string? DoneText(string? done) => done switch
    {
        "named" => "已指定顶岗；到期自动收回。",
        "ended" => "已提前结束顶岗。",
        _ => null,
    };
}
