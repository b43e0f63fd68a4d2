using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Policies;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.Regions;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Policies;

/// <param name="Adopts">Whether the viewer may adopt: the county's officer.</param>
public sealed record PolicyListView(
    CountyPlace Place, CountyPolicies County, IReadOnlyList<PolicyPackView> Packs, FormView Form, bool Adopts, string? Done);

public sealed record PolicyPackPageView(PolicyPackView Pack);

public sealed record ClashView(PolicyPackView Left, PolicyPackView Right, IReadOnlyList<PolicyClashView> Clashes);

/// <summary>Policies (政策依据): which packs the county adopted, what each says with document and clause, and where two disagree.</summary>
internal static class PolicyPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        Counties.MapFirst(pages, "policies");
        pages.MapGet("/counties/{county}/policies", Open);
        pages.MapPost("/counties/{county}/policies", Adopt);
        pages.MapPost("/counties/{county}/policies/withdrawal", Withdraw);
        pages.MapGet("/policies/clashes", Clashes);
        pages.MapGet("/policies/{pack}", ShowPack);
    }

    internal static string PageOf(string pack) => $"/workbench/policies/{Uri.EscapeDataString(pack)}";

    private static Task<IResult> Open(string county, string? done, long? after, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation) =>
        List(county, viewer, silo, FormView.Of(("from", Figures.Day(Figures.ChinaToday(clock)))), DoneText(done), after, 200, cancellation);

    private static async Task<IResult> List(string county, Viewer viewer, SiloClient silo, FormView form, string? done, long? after, int status, CancellationToken cancellation)
    {
        var adopted = await silo.Get<CountyPolicies>($"{ApiOf(county)}{(after is null ? "" : $"?after={after}")}", cancellation);
        if (adopted.Problem is { } problem) return Pages.Refused(viewer, problem);
        var packs = await silo.Get<Page<PolicyPackView>>("/api/policies", cancellation);
        return Pages.Show<PolicyListPage, PolicyListView>(viewer, new(
            await Counties.Of(silo, viewer, county, cancellation), adopted.Value!, packs.Value?.Items ?? [], form, viewer.Role == Roles.County, done), status);
    }

    private static async Task<IResult> Adopt(string county, HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        return await Send(county, viewer, silo, form, "", new AdoptionBody(form.Day("from"), form.OptionalDay("until")), "adopted", cancellation);
    }

    private static async Task<IResult> Withdraw(string county, HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        return await Send(county, viewer, silo, form, "/withdrawal", new AdoptionWithdrawalBody(form.Day("from"), form.Required("reason")), "withdrawn", cancellation);
    }

    private static async Task<IResult> Send(
        string county, Viewer viewer, SiloClient silo, TypedForm form, string part, object body, string done, CancellationToken cancellation)
    {
        var pack = form.Required("pack");
        if (!form.IsWellFormed) return await List(county, viewer, silo, form.RefusedHere(), null, null, 422, cancellation);
        var receipt = await silo.Put<Receipt>($"{ApiOf(county)}/{Uri.EscapeDataString(pack)}{part}", body, null, cancellation);
        return receipt.Problem is { } problem
            ? await List(county, viewer, silo, form.Refused(problem), null, null, problem.Status, cancellation)
            : Pages.SeeOther($"{Counties.PageOf(county, "policies")}?done={done}&after={receipt.Value?.Seq}");
    }

    private static async Task<IResult> ShowPack(string pack, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var found = await ReadPack(silo, pack, cancellation);
        return found.Value is { } known
            ? Pages.Show<PolicyPackPage, PolicyPackPageView>(viewer, new(known))
            : Pages.Refused(viewer, found.Problem!);
    }

    private static async Task<IResult> Clashes(string left, string right, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var (first, second) = (await ReadPack(silo, left, cancellation), await ReadPack(silo, right, cancellation));
        if ((first.Problem ?? second.Problem) is { } unknown) return Pages.Refused(viewer, unknown);
        var clashes = await silo.Get<Page<PolicyClashView>>($"/api/policies/clashes?packs={Uri.EscapeDataString($"{left},{right}")}", cancellation);
        return clashes.Value is { } found
            ? Pages.Show<ClashPage, ClashView>(viewer, new(first.Value!, second.Value!, found.Items))
            : Pages.Refused(viewer, clashes.Problem!);
    }

    private static Task<Answer<PolicyPackView>> ReadPack(SiloClient silo, string pack, CancellationToken cancellation) =>
        silo.Get<PolicyPackView>($"/api/policies/{Uri.EscapeDataString(pack)}", cancellation);

    private static string ApiOf(string county) => Counties.ApiOf(county, "policies");

    private static string? DoneText(string? done) => done switch
    {
        "adopted" => "已采用；自生效之日起按它计算。",
        "withdrawn" => "已撤回采用。",
        _ => null,
    };
}
