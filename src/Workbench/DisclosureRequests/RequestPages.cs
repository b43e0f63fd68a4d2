using Revitalization.Contracts.Commands;
using Revitalization.Contracts.DisclosureRequests;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.Regions;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.DisclosureRequests;

public sealed record RequestListView(string? State, Page<DisclosureRequestLine> Rows, DateOnly Today);

public sealed record RequestPageView(DisclosureRequestView Request, IReadOnlyList<ActLink> Links, DateOnly Today, string? Done);

public sealed record NewRequestView(FormView Form, IReadOnlyList<FormField> Fields, DateOnly Today);

public sealed record RequestPrintView(DisclosureRequestView Request, DateOnly Today);

/// <summary>Requests for disclosure (依申请公开): registered, followed by the law's clock, answered and printed. They never leave the county.</summary>
internal static class RequestPages
{
    private const int PageSize = 50, LettersOfNumber = 6;
    private static readonly Problem NotAnswered = new(404, null, "还没有答复", "答复之后才能打印答复书。", null, null);

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/disclosure-requests", List);
        pages.MapGet("/disclosure-requests/new", async (Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation) =>
        {
            var (regions, today) = (await RegionNames.Of(silo, viewer, cancellation), Figures.ChinaToday(clock));
            var fields = RequestForms.New(regions, today);
            var form = FormView.Of([("id", $"ysq-{Figures.Day(today)}-{FreshId.Next()[..LettersOfNumber]}"), ("region", viewer.Regions.FirstOrDefault()), .. fields.Where(field => field.Default is not null).Select(field => (field.Name, field.Default))]);
            return Pages.Show<NewRequestPage, NewRequestView>(viewer, new(form, fields, today));
        });
        pages.MapPost("/disclosure-requests/new", Register);
        pages.MapGet("/disclosure-requests/{id}", One);
        pages.MapGet("/disclosure-requests/{id}/print", Print);
        RequestForms.All.Map(pages, "/disclosure-requests/{id}");
    }

    private static async Task<IResult> List(string? state, string? cursor, string? after, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var rows = await silo.Get<Page<DisclosureRequestLine>>(
            Query.Join("/api/disclosure-requests", ("state", state), ("cursor", cursor), ("limit", Query.Of(PageSize)), ("after", after)), cancellation);
        return rows.Value is { } known
            ? Pages.Show<RequestListPage, RequestListView>(viewer, new(state, known, Figures.ChinaToday(clock)))
            : Pages.Refused(viewer, rows.Problem!);
    }

    private static async Task<IResult> One(HttpContext context, string? done, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var request = await RequestForms.Read(context.Request.RouteValues, silo, cancellation);
        return request.Value is { } known
            ? Pages.Show<RequestPage, RequestPageView>(viewer, new(known, RequestForms.All.Links(viewer, known), Figures.ChinaToday(clock), done == "new" ? "已登记。" : RequestForms.All.DoneText(done)))
            : Pages.Refused(viewer, request.Problem!);
    }

    private static async Task<IResult> Print(HttpContext context, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var request = await RequestForms.Read(context.Request.RouteValues, silo, cancellation);
        if (request.Value is not { } known) return Pages.Refused(viewer, request.Problem!);
        return known.Answer is null ? Pages.Refused(viewer, NotAnswered) : Pages.Show<RequestPrintPage, RequestPrintView>(viewer, new(known, Figures.ChinaToday(clock)));
    }

    private static async Task<IResult> Register(HttpRequest request, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var (form, today) = (new TypedForm(await request.ReadFormAsync(cancellation)), Figures.ChinaToday(clock));
        var (id, body) = (form.Required("id"), RequestForms.Body(form));
        var problem = form.IsWellFormed ? (await silo.Put<Receipt>(RequestAddress.ApiOf(id), body, null, cancellation)).Problem : null;
        if (form.IsWellFormed && problem is null) return Pages.SeeOther($"{RequestAddress.Of(id)}?done=new");
        var shown = problem is null ? form.RefusedHere() : form.Refused(problem);
        var fields = RequestForms.New(await RegionNames.Of(silo, viewer, cancellation), today);
        return Pages.Show<NewRequestPage, NewRequestView>(viewer, new(shown, fields, today), shown.Refusal!.Status);
    }
}
