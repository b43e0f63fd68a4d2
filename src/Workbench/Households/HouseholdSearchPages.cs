using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.Regions;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Households;

/// <param name="Places">Villages, or regions, to look in.</param>
/// <param name="Found">Null before the first search.</param>
public sealed record HouseholdSearchView(FormView Form, IReadOnlyList<Choice> Places, Page<HouseholdFound>? Found);

/// <summary>Finding households. The search is posted and answered at once: an address would end up in histories and logs.</summary>
internal static class HouseholdSearchPages
{
    private const int PageSize = 50;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/households", Start);
        pages.MapPost("/households", Find);
    }

    private static async Task<IResult> Start(Viewer viewer, SiloClient silo, CancellationToken cancellation) =>
        Show(viewer, new(FormView.Of(), await Places(silo, viewer, cancellation), null));

    private static async Task<IResult> Find(HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var found = await silo.Post<Page<HouseholdFound>>("/api/households/search", Search(form), cancellation);
        var places = await Places(silo, viewer, cancellation);
        return found.Problem is { } problem
            ? Show(viewer, new(form.Refused(problem), places, null), problem.Status)
            : Show(viewer, new(form.Kept(), places, found.Value));
    }

    // Where the villages are too many to choose from, the viewer's regions are.
    private static async Task<IReadOnlyList<Choice>> Places(SiloClient silo, Viewer viewer, CancellationToken cancellation) =>
        await VillageChoices.Read(silo, viewer, cancellation) is { Count: > 0 } villages ? villages : await RegionNames.Of(silo, viewer, cancellation);

    private static HouseholdSearch Search(TypedForm form) => new(
        NationalId: form.Optional("nationalId"),
        Name: form.Optional("name"),
        RegionCode: form.Optional("regionCode"),
        HouseholdId: form.Optional("householdId"),
        Kind: form.Optional("kind"),
        Monitored: form.Optional("monitored"),
        Cursor: form.Optional("cursor"),
        Limit: PageSize);

    private static HtmlPage<HouseholdSearchPage> Show(Viewer viewer, HouseholdSearchView view, int status = StatusCodes.Status200OK) =>
        Pages.Show<HouseholdSearchPage, HouseholdSearchView>(viewer, view, status);
}
