using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Funds;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.Regions;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Funds;

public sealed record FundFilter(string? Region, int? Year, string? Source)
{
    public string Join(string path) => Query.Join(path, ("region", Region), ("year", Year is { } year ? Query.Of(year) : null), ("source", Source));
}

public sealed record FundListView(FundFilter Filter, FormView Form, IReadOnlyList<Choice> Regions, IReadOnlyList<FundView> Funds, IReadOnlyList<ActLink> Links);

/// <param name="Entries">Null for who sees its own share of the fund only.</param>
public sealed record FundPageView(FundView Fund, Page<FundEntry>? Entries, IReadOnlyList<ActLink> Links, string? Done);

/// <summary>The funds board (资金看板): sources side by side, never in one sum; one fund with its entries' forms.</summary>
internal static class FundPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/funds", List);
        pages.MapGet("/funds.xlsx", (HttpRequest request, Viewer viewer, SiloClient silo, HttpContext context, CancellationToken c) =>
            Saved.From(silo, Filter(request.Query).Join("/api/funds.xlsx"), "资金看板.xlsx", viewer, context, c));
        pages.MapGet("/funds/{fund}", Show);
        FundForms.First.Map(pages, "/funds");
        FundForms.All.Map(pages, "/funds/{fund}");
    }

    private static FundFilter Filter(IQueryCollection query) => new(query.Text("region"), query.Year(), query.Text("source"));

    private static async Task<IResult> List(HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var filter = Filter(request.Query);
        var funds = await silo.Get<FundList>(filter.Join("/api/funds"), cancellation);
        if (funds.Value is not { } known) return Pages.Refused(viewer, funds.Problem!);
        var form = FormView.Of(("region", filter.Region), ("year", filter.Year is { } year ? Query.Of(year) : null), ("source", filter.Source));
        return Pages.Show<FundListPage, FundListView>(viewer, new(
            filter, form, await RegionNames.Of(silo, viewer, cancellation), known.Funds, FundForms.First.Links(viewer, new NewFund())));
    }

    private static async Task<IResult> Show(string fund, string? done, string? cursor, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var read = await silo.Get<FundView>(FundAddress.ApiOf(fund), cancellation);
        if (read.Value is not { } known) return Pages.Refused(viewer, read.Problem!);
        Page<FundEntry>? entries = viewer.IsPartner ? null : (await silo.Get<Page<FundEntry>>(Query.Join($"{FundAddress.ApiOf(fund)}/entries", ("cursor", cursor)), cancellation)).Value;
        return Pages.Show<FundPage, FundPageView>(viewer, new(known, entries, FundForms.All.Links(viewer, known), FundForms.All.DoneText(done)));
    }
}
