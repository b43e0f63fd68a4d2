using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Households;

/// <summary>A form about a whole household.</summary>
/// <param name="Members">Its members, as choices; erased ones by their number.</param>
public sealed record ChangeFormView(HouseholdView Household, IReadOnlyList<Choice> Members, FormView Form);

/// <summary>What changes a household as a whole: split, merge, closing, another head. Acts, sent once under an id drawn with the form.</summary>
internal static class ChangeForms
{
    public static void Map(RouteGroupBuilder pages)
    {
        Change<SplitFormPage>(pages, "split", "splits", "split", household => [("newHead", null), ("splitOn", Figures.Day(household.AsOf))], form =>
            new SplitBody(form.Required("newHousehold"), Ticked(form), form.Required("newHead"), form.Day("splitOn"), form.Optional("remainingHead")));
        Change<MergeFormPage>(pages, "merge", "merges", "merged", household => [("mergedOn", Figures.Day(household.AsOf))], form =>
            new MergeBody(form.Required("intoHousehold"), form.Day("mergedOn")));
        Change<CloseFormPage>(pages, "close", "closure", "closed", household => [("on", Figures.Day(household.AsOf))], form =>
            new CloseBody(form.Required("kind"), form.Day("on"), form.Required("reason")));
        Change<HeadFormPage>(pages, "head", "heads", "head", household => [("on", Figures.Day(household.AsOf))], form =>
            new HeadBody(form.Required("member"), form.Day("on"), form.Required("formerHeadIs")));
    }

    private static IReadOnlyList<string> Ticked(TypedForm form)
    {
        var ticked = form.Many("members");
        if (ticked.Count == 0) form.Fault("members", "请至少选择一名成员。");
        return ticked;
    }

    /// <param name="path">Of the page below the household's; <paramref name="acts"/> of the act below the API's.</param>
    private static void Change<TPage>(
        RouteGroupBuilder pages, string path, string acts, string done, Func<HouseholdView, (string, string?)[]> filled, Func<TypedForm, object> body)
        where TPage : PageOf<ChangeFormView>
    {
        pages.MapGet($"/households/{{id}}/{path}", async Task<IResult> (string id, Viewer viewer, SiloClient silo, CancellationToken cancellation) =>
        {
            var read = await HouseholdPages.Read(silo, id, cancellation);
            return read.Value is { } household
                ? Show<TPage>(viewer, household, FormView.Of([("act", FreshId.Next()), .. filled(household)]))
                : Pages.Refused(viewer, read.Problem!);
        });
        pages.MapPost($"/households/{{id}}/{path}", async Task<IResult> (string id, HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation) =>
        {
            var read = await HouseholdPages.Read(silo, id, cancellation);
            if (read.Value is not { } household) return Pages.Refused(viewer, read.Problem!);
            var form = new TypedForm(await request.ReadFormAsync(cancellation));
            var (act, stated) = (form.Required("act"), body(form));
            if (!form.IsWellFormed) return Show<TPage>(viewer, household, form.RefusedHere(), 422);
            var receipt = await silo.Put<Receipt>(HouseholdApi.Of(id, acts, act), stated, null, cancellation);
            return receipt.Problem is { } problem
                ? Show<TPage>(viewer, household, form.Refused(problem), problem.Status)
                : Pages.SeeOther(HouseholdPages.PageOf(id, done));
        });
    }

    private static HtmlPage<TPage> Show<TPage>(Viewer viewer, HouseholdView household, FormView form, int status = StatusCodes.Status200OK)
        where TPage : PageOf<ChangeFormView> =>
        Pages.Show<TPage, ChangeFormView>(viewer, new(household, [.. household.Members.Select(Named)], form), status);

    private static Choice Named(MemberView member) =>
        new(member.Id, $"{(member.Erased ? $"成员 {member.Id}" : member.Name)}（{HouseholdWords.Relations.TextOf(member.Relation)}）");
}
