using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Households;

public sealed record MoveFormView(string Household, string From, IReadOnlyList<Choice> Villages, FormView Form);

/// <param name="Heads">Who may head the household after its head has left; empty when the head stays.</param>
public sealed record LeaveFormView(string Household, MemberView Member, IReadOnlyList<Choice> Heads, FormView Form);

/// <summary>What happens in a household's life: it moves; a member dies or leaves. Acts, sent once under an id drawn with the form.</summary>
internal static class LifeForms
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/households/{id}/move", OpenMove);
        pages.MapPost("/households/{id}/move", Move);
        pages.MapGet("/households/{id}/members/{member}/leave", OpenLeave);
        pages.MapPost("/households/{id}/members/{member}/leave", Leave);
    }

    private static async Task<IResult> OpenMove(string id, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var read = await HouseholdPages.Read(silo, id, cancellation);
        return read.Value is { } household
            ? await ShowMove(viewer, silo, household, FormView.Of(("act", FreshId.Next()), ("why", "moved"), ("movedOn", Figures.Day(household.AsOf))), 200, cancellation)
            : Pages.Refused(viewer, read.Problem!);
    }

    private static async Task<IResult> Move(string id, HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var read = await HouseholdPages.Read(silo, id, cancellation);
        if (read.Value is not { } household) return Pages.Refused(viewer, read.Problem!);
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var act = form.Required("act");
        var body = new MoveBody(form.Required("toVillageCode"), form.Day("movedOn"), form.Required("why"), form.Optional("reason"));
        if (!form.IsWellFormed) return await ShowMove(viewer, silo, household, form.RefusedHere(), 422, cancellation);
        var receipt = await silo.Put<Receipt>(HouseholdApi.Of(id, "moves", act), body, null, cancellation);
        return receipt.Problem is { } problem
            ? await ShowMove(viewer, silo, household, form.Refused(problem), problem.Status, cancellation)
            : Pages.SeeOther(HouseholdPages.PageOf(id, "moved"));
    }

    private static async Task<IResult> OpenLeave(string id, string member, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var read = await HouseholdPages.Read(silo, id, cancellation);
        return read.Value is { } household
            ? ShowLeave(viewer, household, member, FormView.Of(("on", Figures.Day(household.AsOf))))
            : Pages.Refused(viewer, read.Problem!);
    }

    private static async Task<IResult> Leave(string id, string member, HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var read = await HouseholdPages.Read(silo, id, cancellation);
        if (read.Value is not { } household) return Pages.Refused(viewer, read.Problem!);
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var (what, on, newHead) = (form.Required("what"), form.Day("on"), form.Optional("newHead"));
        if (!form.IsWellFormed) return ShowLeave(viewer, household, member, form.RefusedHere(), 422);
        var receipt = what == "dead"
            ? await silo.Put<Receipt>(HouseholdApi.Of(id, "deaths", member), new DeathBody(on, newHead), null, cancellation)
            : await silo.Put<Receipt>(HouseholdApi.Of(id, "departures", member), new DepartureBody(what, on, newHead), null, cancellation);
        return receipt.Problem is { } problem
            ? ShowLeave(viewer, household, member, form.Refused(RefusalPlaces.Renamed(problem, "on", "diedOn", "leftOn")), problem.Status)
            : Pages.SeeOther(HouseholdPages.PageOf(id, "left"));
    }

    private static async Task<IResult> ShowMove(
        Viewer viewer, SiloClient silo, HouseholdView household, FormView form, int status, CancellationToken cancellation) =>
        Pages.Show<MoveFormPage, MoveFormView>(
            viewer, new(household.Id, household.VillageName, await VillageChoices.Read(silo, viewer, cancellation), form), status);

    private static IResult ShowLeave(Viewer viewer, HouseholdView household, string member, FormView form, int status = StatusCodes.Status200OK) =>
        household.Find(member) is { } known
            ? Pages.Show<LeaveFormPage, LeaveFormView>(viewer, new(household.Id, known, Heads(household, known), form), status)
            : Pages.Refused(viewer, MemberForms.NoSuchMember);

    private static IReadOnlyList<Choice> Heads(HouseholdView household, MemberView leaving) => leaving.Relation != "head"
        ? []
        : [.. household.Members.Where(member => member.Id != leaving.Id).Select(member => new Choice(member.Id, $"{member.Name}（{HouseholdWords.Relations.TextOf(member.Relation)}）"))];
}
