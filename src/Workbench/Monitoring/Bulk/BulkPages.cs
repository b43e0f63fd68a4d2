using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Monitoring;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.Monitoring.Acts;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Monitoring.Bulk;

/// <param name="Results">Null before it was sent: then this is the page that asks for confirmation.</param>
public sealed record BulkPageView(
    ActForm Act, IReadOnlyList<string> Households, ActContext Context, FormView Form, IReadOnlyList<BulkResult>? Results)
{
    public IReadOnlyList<ActField> Shared => [.. Act.Fields.Where(one => !one.OfEach)];

    public IReadOnlyList<ActField> Each => [.. Act.Fields.Where(one => one.OfEach)];
}

/// <param name="Problem">Null where it was recorded.</param>
public sealed record BulkResult(string Household, Problem? Problem);

/// <summary>
/// One act for many households: chosen in a list, confirmed on a page that names them all, then sent one by one. Each household's act
/// has an id made of the page's and its own, so sending the page again repeats nothing.
/// </summary>
internal static class BulkPages
{
    private const int MostHouseholds = 100;
    private static readonly Problem NothingChosen = new(422, null, "还没有选择", "请回到名单勾选要办理的户。", null, null);

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapPost("/monitoring/bulk", Confirm);
        pages.MapPost("/monitoring/bulk/{act}", Send);
    }

    private static async Task<IResult> Confirm(HttpRequest request, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var households = Chosen(form);
        if (BulkActs.Find(viewer, form.Optional("act")) is not { } act || households.Count == 0) return Pages.Refused(viewer, NothingChosen);
        var context = await Context(viewer, silo, act, clock, cancellation);
        var each = act.Fields.Where(field => field.OfEach).SelectMany(field => households.Select(household => OfEach(field.Name, household)));
        var shown = FormView.Of([
            ("id", FreshId.Next()), .. act.Fields.Where(field => !field.OfEach).Select(field => (field.Name, field.Default(context))),
            .. each.Select(name => (name, form.Optional(name))),
        ]);
        return Pages.Show<BulkPage, BulkPageView>(viewer, new(act, households, context, shown, null));
    }

    private static async Task<IResult> Send(string act, HttpRequest request, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var households = Chosen(form);
        if (BulkActs.Find(viewer, act) is not { } known || households.Count == 0) return Pages.Refused(viewer, NothingChosen);
        var context = await Context(viewer, silo, known, clock, cancellation);
        var id = form.Required("id");
        _ = known.Read(new(households[0], id, "", OfHousehold(known, households[0], form), []));
        if (!form.IsWellFormed) return Pages.Show<BulkPage, BulkPageView>(viewer, new(known, households, context, form.RefusedHere(), null), 422);
        var results = new List<BulkResult>();
        foreach (var household in households) results.Add(new(household, await SendOne(silo, known, household, id, form, cancellation)));
        return Pages.Show<BulkPage, BulkPageView>(viewer, new(known, households, context, form.Kept(), results));
    }

    private static async Task<Problem?> SendOne(SiloClient silo, ActForm act, string household, string id, TypedForm form, CancellationToken cancellation)
    {
        var request = act.Read(new(household, FreshId.For(id, household), "", OfHousehold(act, household, form), []));
        return (await silo.Put<Receipt>(request.Address, request.Body, null, cancellation)).Problem;
    }

    /// <summary>The name under which a household's own value of a field is sent.</summary>
    internal static string OfEach(string field, string household) => $"{field}-{household}";

    private static TypedForm OfHousehold(ActForm act, string household, TypedForm form) =>
        act.Fields.Where(field => field.OfEach).Aggregate(form, (one, field) => one.With(field.Name, form.Optional(OfEach(field.Name, household))));

    private static IReadOnlyList<string> Chosen(TypedForm form) => [.. form.Many("household").Distinct(StringComparer.Ordinal).Take(MostHouseholds)];

    private static async Task<ActContext> Context(Viewer viewer, SiloClient silo, ActForm act, TimeProvider clock, CancellationToken cancellation)
    {
        IReadOnlyList<Choice> accounts = act.NamesAccounts ? await Colleagues.Of(silo, viewer, viewer.Regions.FirstOrDefault() ?? "", cancellation) : [];
        return new(viewer, Nobody, Figures.ChinaToday(clock), [], accounts);
    }

    /// <summary>A bulk form is about no household in particular: its defaults look at none.</summary>
    private static MonitoringView Nobody => new(
        "", "", null, 0, "idle", null, 0, null, null, null, null, null, null, false, null, null, [], [], [], [], [], [], [], [], []);
}
