using System.Globalization;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Households;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.Regions;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Campaigns;

/// <param name="Opens">Whether the viewer may open one: the county's officer.</param>
public sealed record CampaignListView(CountyPlace County, IReadOnlyList<CampaignView> Campaigns, FormView Form, bool Opens);

/// <param name="Unseen">Of one village; null for a region too large to go through.</param>
public sealed record CampaignPageView(string County, CampaignView Campaign, string Region, IReadOnlyList<CoverageRegion> Coverage, Page<UnseenHousehold>? Unseen, string? Done);

/// <summary>Clue campaigns (集中排查, April and October): how far each village is, whom nobody has seen yet, and the check recorded right there.</summary>
internal static class CampaignPages
{
    private const int PageSize = 50, VillageDigits = 12;

    public static void Map(RouteGroupBuilder pages)
    {
        Counties.MapFirst(pages, "campaigns");
        pages.MapGet("/counties/{county}/campaigns", Open);
        pages.MapPost("/counties/{county}/campaigns", Put);
        pages.MapGet("/counties/{county}/campaigns/{id}", Show);
        pages.MapPost("/counties/{county}/campaigns/{id}/checks", Check);
        pages.MapGet("/counties/{county}/campaigns/{id}/coverage.xlsx", (string county, string id, string? region, Viewer viewer, SiloClient silo, HttpContext context, CancellationToken c) =>
            Saved.From(silo, Sheet(ApiOf(county), id, "coverage", region), "排查覆盖情况.xlsx", viewer, context, c));
        pages.MapGet("/counties/{county}/campaigns/{id}/unseen.xlsx", (string county, string id, string? region, Viewer viewer, SiloClient silo, HttpContext context, CancellationToken c) =>
            Saved.From(silo, Sheet(ApiOf(county), id, "unseen", region), "未排查的户.xlsx", viewer, context, c));
    }

    internal static string SheetOf(string county, string id, string list, string region) => Sheet(Counties.PageOf(county, "campaigns"), id, list, region);

    private static string Sheet(string campaigns, string id, string list, string? region) =>
        $"{campaigns}/{Uri.EscapeDataString(id)}/{list}.xlsx{(region is null ? "" : $"?region={Uri.EscapeDataString(region)}")}";

    internal static string PageOf(string county, string id, string? region = null, string? cursor = null, string? done = null, long? after = null)
    {
        var query = new List<string>();
        if (region is not null) query.Add($"region={Uri.EscapeDataString(region)}");
        if (cursor is not null) query.Add($"cursor={Uri.EscapeDataString(cursor)}");
        if (done is not null) query.Add($"done={done}");
        if (after is { } seq) query.Add(string.Create(CultureInfo.InvariantCulture, $"after={seq}"));
        return $"{Counties.PageOf(county, "campaigns")}/{Uri.EscapeDataString(id)}{(query.Count == 0 ? "" : $"?{string.Join('&', query)}")}";
    }

    private static Task<IResult> Open(string county, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var today = Figures.ChinaToday(clock);
        return List(county, viewer, silo, FormView.Of(("id", FreshId.Next()), ("from", Figures.Day(today)), ("until", Figures.Day(today.AddMonths(1)))), 200, cancellation);
    }

    private static async Task<IResult> List(string county, Viewer viewer, SiloClient silo, FormView form, int status, CancellationToken cancellation)
    {
        var campaigns = await silo.Get<Page<CampaignView>>(ApiOf(county), cancellation);
        return campaigns.Problem is { } problem && form.Refusal is null
            ? Pages.Refused(viewer, problem)
            : Pages.Show<CampaignListPage, CampaignListView>(viewer, new(await Counties.Of(silo, viewer, county, cancellation), campaigns.Value?.Items ?? [], form, viewer.Role == Roles.County), status);
    }

    private static async Task<IResult> Put(string county, HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var (id, body) = (form.Required("id"), new CampaignBody(form.Required("title"), form.Day("from"), form.Day("until")));
        if (!form.IsWellFormed) return await List(county, viewer, silo, form.RefusedHere(), 422, cancellation);
        var receipt = await silo.Put<Receipt>($"{ApiOf(county)}/{Uri.EscapeDataString(id)}", body, null, cancellation);
        return receipt.Problem is { } problem
            ? await List(county, viewer, silo, form.Refused(problem), problem.Status, cancellation)
            : Pages.SeeOther(PageOf(county, id, after: receipt.Value?.Seq));
    }

    private static async Task<IResult> Show(string county, string id, string? region, string? cursor, string? done, long? after, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var one = $"{ApiOf(county)}/{Uri.EscapeDataString(id)}";
        var campaign = await silo.Get<CampaignView>(after is null ? one : string.Create(CultureInfo.InvariantCulture, $"{one}?after={after}"), cancellation);
        if (campaign.Value is not { } known) return Pages.Refused(viewer, campaign.Problem!);
        var place = region ?? viewer.Regions.FirstOrDefault(own => own.StartsWith(county, StringComparison.Ordinal)) ?? county;
        var coverage = await silo.Get<Page<CoverageRegion>>($"{one}/coverage?region={Uri.EscapeDataString(place)}", cancellation);
        if (coverage.Problem is { } refused) return Pages.Refused(viewer, refused);
        var unseen = place.Length >= VillageDigits
            ? (await silo.Get<Page<UnseenHousehold>>($"{one}/unseen?region={place}&limit={PageSize}{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}", cancellation)).Value
            : null;
        return Pages.Show<CampaignPage, CampaignPageView>(viewer, new(county, known, place, coverage.Value!.Items, unseen, done == "checked" ? "已登记排查。" : null));
    }

    /// <summary>One tap: seen today, all basic needs met. What is lacking is ticked before.</summary>
    private static async Task<IResult> Check(string county, string id, HttpRequest request, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var household = form.Required("household");
        if (!form.IsWellFormed) return Pages.Refused(viewer, Problem.OfFields(new FieldFault(null, null, "missing", "请选择一户。")));
        var receipt = await silo.Put<Receipt>(
            HouseholdApi.Of(household, "checks", id), new CheckBody(Figures.ChinaToday(clock), form.Many("needs")), null, cancellation);
        return receipt.Problem is { } problem
            ? Pages.Refused(viewer, problem)
            : Pages.SeeOther(PageOf(county, id, form.Optional("region"), null, "checked", receipt.Value?.Seq));
    }

    private static string ApiOf(string county) => Counties.ApiOf(county, "campaigns");
}
