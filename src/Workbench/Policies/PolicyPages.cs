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
    string CountyName, CountyPolicies County, IReadOnlyList<PolicyPackView> Packs, FormView Form, bool Adopts, string? Done);

public sealed record PolicyPackPageView(PolicyPackView Pack);

public sealed record ClashView(PolicyPackView Left, PolicyPackView Right, IReadOnlyList<PolicyClashView> Clashes);

/// <summary>Policies (政策依据): which packs the county adopted, what each says with document and clause, and where two disagree.</summary>
internal static class PolicyPages
{
    private const int CountyDigits = 6;
    private static readonly Problem NoCounty = new(403, null, "没有管辖的县", "政策按县采用；您的账号不在任何县内。", null, null);

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/policies", Open);
        pages.MapPost("/policies", Adopt);
        pages.MapPost("/policies/withdrawal", Withdraw);
        pages.MapGet("/policies/clashes", Clashes);
        pages.MapGet("/policies/{pack}", ShowPack);
    }

    /// <summary>The county whose rules hold for this viewer; null for whoever works in none.</summary>
    internal static string? CountyOf(Viewer viewer) =>
        viewer.Regions.FirstOrDefault(region => region.Length >= CountyDigits) is { } region ? region[..CountyDigits] : null;

    internal static string PageOf(string pack) => $"/workbench/policies/{Uri.EscapeDataString(pack)}";

    private static Task<IResult> Open(string? done, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation) =>
        List(viewer, silo, FormView.Of(("from", Figures.Day(Figures.ChinaToday(clock)))), DoneText(done), 200, cancellation);

    private static async Task<IResult> List(Viewer viewer, SiloClient silo, FormView form, string? done, int status, CancellationToken cancellation)
    {
        if (CountyOf(viewer) is not { } county) return Pages.Refused(viewer, NoCounty);
        var adopted = await silo.Get<CountyPolicies>(ApiOf(county), cancellation);
        if (adopted.Problem is { } problem) return Pages.Refused(viewer, problem);
        var packs = await silo.Get<Page<PolicyPackView>>("/api/policies", cancellation);
        return Pages.Show<PolicyListPage, PolicyListView>(viewer, new(
            await RegionNames.Of(silo, county, cancellation), adopted.Value!, packs.Value?.Items ?? [], form, viewer.Role == Roles.County, done), status);
    }

    private static async Task<IResult> Adopt(HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        return await Send(viewer, silo, form, "", new AdoptionBody(form.Day("from"), form.OptionalDay("until")), "adopted", cancellation);
    }

    private static async Task<IResult> Withdraw(HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        return await Send(viewer, silo, form, "/withdrawal", new AdoptionWithdrawalBody(form.Day("from"), form.Required("reason")), "withdrawn", cancellation);
    }

    private static async Task<IResult> Send(
        Viewer viewer, SiloClient silo, TypedForm form, string part, object body, string done, CancellationToken cancellation)
    {
        if (CountyOf(viewer) is not { } county) return Pages.Refused(viewer, NoCounty);
        var pack = form.Required("pack");
        if (!form.IsWellFormed) return await List(viewer, silo, form.RefusedHere(), null, 422, cancellation);
        var receipt = await silo.Put<Receipt>($"{ApiOf(county)}/{Uri.EscapeDataString(pack)}{part}", body, null, cancellation);
        return receipt.Problem is { } problem
            ? await List(viewer, silo, form.Refused(problem), null, problem.Status, cancellation)
            : Pages.SeeOther($"/workbench/policies?done={done}");
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

    private static string ApiOf(string county) => $"/api/counties/{county}/policies";

    private static string? DoneText(string? done) => done switch
    {
        "adopted" => "已采用；自生效之日起按它计算。",
        "withdrawn" => "已撤回采用。",
        _ => null,
    };
}
