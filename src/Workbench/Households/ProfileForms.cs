using System.Globalization;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Households;

/// <param name="Household">Null for one that is being registered.</param>
public sealed record ProfileFormView(string? Household, IReadOnlyList<Choice> Villages, FormView Form);

/// <summary>Registering a household and changing its profile.</summary>
internal static class ProfileForms
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/households/new", New);
        pages.MapPost("/households/new", Register);
        pages.MapGet("/households/{id}/profile", Open);
        pages.MapPost("/households/{id}/profile", Change);
    }

    private static async Task<IResult> New(Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation) =>
        await Show(viewer, silo, null, FormView.Of(("effectiveOn", Today(clock)), ("kind", "ordinary")), 200, cancellation);

    private static async Task<IResult> Open(string id, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var read = await HouseholdPages.Read(silo, id, cancellation);
        return read.Problem is { } problem
            ? Pages.Refused(viewer, problem)
            : await Show(viewer, silo, id, Filled(read.Value!), 200, cancellation);
    }

    private static async Task<IResult> Register(HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var id = form.Required("id");
        var body = Body(form);
        if (!form.IsWellFormed) return await Show(viewer, silo, null, form.RefusedHere(), 422, cancellation);
        var receipt = await silo.Put<Receipt>(HouseholdApi.Of(id), body, null, cancellation);
        return receipt.Problem is { } problem
            ? await Show(viewer, silo, null, form.Refused(problem), problem.Status, cancellation)
            : Pages.SeeOther(HouseholdPages.PageOf(id, "registered"));
    }

    private static async Task<IResult> Change(string id, HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var body = Body(form);
        if (!form.IsWellFormed) return await Show(viewer, silo, id, form.RefusedHere(), 422, cancellation);
        var receipt = await silo.Put<Receipt>(HouseholdApi.Of(id), body, form.Version(), cancellation);
        return receipt.Problem is { } problem
            ? await Show(viewer, silo, id, form.Refused(problem), problem.Status, cancellation)
            : Pages.SeeOther(HouseholdPages.PageOf(id, "profile"));
    }

    private static async Task<IResult> Show(
        Viewer viewer, SiloClient silo, string? id, FormView form, int status, CancellationToken cancellation) =>
        Pages.Show<ProfileFormPage, ProfileFormView>(
            viewer, new(id, await VillageChoices.Read(silo, viewer, cancellation), form), status);

    private static HouseholdBody Body(TypedForm form) => new(
        form.Required("villageCode"), form.Required("kind"), form.Day("effectiveOn"), form.Optional("group") ?? "", form.Optional("monitored"),
        RiskCleared: form.Flag("riskCleared"), Resettled: form.Flag("resettled"), ResettlementSite: form.Optional("resettlementSite"));

    private static FormView Filled(HouseholdView household) => FormView.Of(
        ("villageCode", household.VillageCode), ("group", household.Group), ("kind", household.Kind), ("monitored", household.Monitored),
        ("riskCleared", household.RiskCleared ? "true" : null), ("resettled", household.Resettled ? "true" : null), ("resettlementSite", household.ResettlementSite),
        ("effectiveOn", Figures.Day(household.AsOf)), ("version", household.Version.ToString(CultureInfo.InvariantCulture)));

    private static string Today(TimeProvider clock) => Figures.Day(Figures.ChinaToday(clock));
}
