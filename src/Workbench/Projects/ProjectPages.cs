using Revitalization.Contracts.Assets;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Projects;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Aid.Partnerships;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.Regions;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Projects;

/// <param name="Board">Projects by stage; null where it cannot be had.</param>
public sealed record ProjectListView(
    ProjectFilter Filter, FormView Form, IReadOnlyList<Choice> Regions, IReadOnlyList<Choice> Partnerships, ProjectBoard? Board, Page<ProjectRow> Rows,
    IReadOnlyList<ActLink> Links, DateOnly Today, string? Done);

/// <param name="Labour">Only of work relief.</param>
public sealed record ProjectPageView(
    ProjectRecord Record, ProjectLabour? Labour, IReadOnlyList<AssetRow> Assets, IReadOnlyList<ActLink> Links, DateOnly Today, string? Done);

/// <summary>The project library (项目库): by stage and as a list, and one project with all that happened to it.</summary>
internal static class ProjectPages
{
    private const int PageSize = 50, MostAssets = 200;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/projects", List);
        pages.MapGet("/projects.xlsx", (HttpRequest request, Viewer viewer, SiloClient silo, HttpContext context, CancellationToken c) =>
            Saved.From(silo, ProjectFilter.Of(request.Query).ApiExport, "项目库.xlsx", viewer, context, c));
        pages.MapGet("/projects/{id}", Show);
        NewProjectForm.All.Map(pages, "/projects");
        ProjectForms.All.Map(pages, "/projects/{id}");
    }

    private static async Task<IResult> List(string? cursor, string? after, string? done, HttpRequest request, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var filter = ProjectFilter.Of(request.Query);
        var rows = await silo.Get<Page<ProjectRow>>(filter.Api(cursor, PageSize, after), cancellation);
        if (rows.Value is not { } known) return Pages.Refused(viewer, rows.Problem!);
        var regions = await RegionNames.Of(silo, viewer, cancellation);
        var partnerships = await PartnershipNames.Choices(silo, cancellation);
        var form = FormView.Of(
            ("region", filter.Region), ("stage", filter.Stage), ("year", filter.Year is { } year ? Query.Of(year) : null), ("category", filter.Category),
            ("partnership", filter.Partnership), ("overdue", filter.Overdue ? "true" : null));
        return Pages.Show<ProjectListPage, ProjectListView>(viewer, new(
            filter, form, regions, partnerships, await Board(silo, filter, cancellation), known,
            NewProjectForm.All.Links(viewer, new(partnerships)), Figures.ChinaToday(clock), NewProjectForm.All.DoneText(done)));
    }

    private static async Task<ProjectBoard?> Board(SiloClient silo, ProjectFilter filter, CancellationToken cancellation)
    {
        var address = Query.Join("/api/projects/board", ("region", filter.Region), ("year", filter.Year is { } year ? Query.Of(year) : null));
        return (await silo.Get<ProjectBoard>(address, cancellation)).Value;
    }

    private static async Task<IResult> Show(string id, string? done, Viewer viewer, SiloClient silo, HttpContext context, TimeProvider clock, CancellationToken cancellation)
    {
        var record = await ProjectForms.Read(context.Request.RouteValues, silo, cancellation);
        if (record.Value is not { } known) return Pages.Refused(viewer, record.Problem!);
        var labour = known.Project.WorkRelief ? (await silo.Get<ProjectLabour>($"{ProjectAddress.ApiOf(id)}/labour", cancellation)).Value : null;
        var assets = await silo.Get<Page<AssetRow>>(Query.Join("/api/assets", ("project", id), ("limit", Query.Of(MostAssets))), cancellation);
        return Pages.Show<ProjectPage, ProjectPageView>(viewer, new(
            known, labour, assets.Value?.Items ?? [], ProjectForms.All.Links(viewer, known), Figures.ChinaToday(clock),
            ProjectForms.All.DoneText(done) ?? NewProjectForm.All.DoneText(done)));
    }
}
