using Revitalization.Contracts.Assets;
using Revitalization.Contracts.Commands;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.Projects;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Assets;

/// <summary>What a list of assets is filtered by; it stands in the address.</summary>
public sealed record AssetFilter(string? Region = null, string? Class = null, string? Project = null, string? Partnership = null, string? Condition = null, bool Due = false)
{
    public static AssetFilter Of(IQueryCollection query) => new(
        query.Text("region"), query.Text("class"), query.Text("project"), query.Text("partnership"), query.Text("condition"), query["due"] == "true");

    public string Join(string path, string? cursor = null, int? limit = null, string? after = null) => Query.Join(path,
        ("region", Region), ("class", Class), ("project", Project), ("partnership", Partnership), ("condition", Condition), ("due", Due ? "true" : null),
        ("cursor", cursor), ("limit", limit is { } most ? Query.Of(most) : null), ("after", after));
}

public sealed record AssetListView(AssetFilter Filter, FormView Form, Page<AssetRow> Rows, DateOnly Today);

public sealed record AssetPageView(AssetView Asset, IReadOnlyList<ActLink> Links, DateOnly Today, string? Done);

/// <summary>The asset register (帮扶资产台账): what projects left, who keeps it, in which state it is, what it earns.</summary>
internal static class AssetPages
{
    private const int PageSize = 50;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/asset-register", List);
        pages.MapGet("/asset-register.xlsx", (HttpRequest request, Viewer viewer, SiloClient silo, HttpContext context, CancellationToken c) =>
            Saved.From(silo, AssetFilter.Of(request.Query).Join("/api/assets.xlsx"), "帮扶资产.xlsx", viewer, context, c));
        pages.MapGet("/asset-register/{asset}", Show);
        pages.MapGet("/projects/{id}/evidence/{hash}", (string id, string hash, Viewer viewer, SiloClient silo, HttpContext context, CancellationToken c) =>
            Saved.Evidence(silo, ProjectAddress.EvidenceApi(id), hash, viewer, context, c));
        AssetForms.All.Map(pages, "/asset-register/{asset}");
    }

    private static async Task<IResult> List(string? cursor, string? after, HttpRequest request, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var filter = AssetFilter.Of(request.Query);
        var rows = await silo.Get<Page<AssetRow>>(filter.Join("/api/assets", cursor, PageSize, after), cancellation);
        var form = FormView.Of(("region", filter.Region), ("class", filter.Class), ("condition", filter.Condition), ("partnership", filter.Partnership), ("due", filter.Due ? "true" : null));
        return rows.Value is { } known
            ? Pages.Show<AssetListPage, AssetListView>(viewer, new(filter, form, known, Figures.ChinaToday(clock)))
            : Pages.Refused(viewer, rows.Problem!);
    }

    private static async Task<IResult> Show(string asset, string? done, string? after, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var read = await silo.Get<AssetView>(Query.Join(AssetAddress.ApiOf(asset), ("after", after)), cancellation);
        return read.Value is { } known
            ? Pages.Show<AssetPage, AssetPageView>(viewer, new(
                known, AssetForms.All.Links(viewer, known), Figures.ChinaToday(clock), AssetForms.All.DoneText(done) ?? ProjectForms.All.DoneText(done)))
            : Pages.Refused(viewer, read.Problem!);
    }
}
