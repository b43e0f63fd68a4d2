using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Assets;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Funds;
using Revitalization.Contracts.Projects;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Assets.Lists;
using Revitalization.Silo.Funds.Lists;
using Revitalization.Silo.Projects.Trace;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Projects.Lists;

/// <summary>Reads of projects, funds and assets over many of them, each within the caller's reach as it stands now.</summary>
internal static class WorksListEndpoints
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly string[] s_projects = ["region", "stage", "year", "category", "partnership", "overdue"];
    private static readonly string[] s_assets = ["region", "class", "project", "partnership", "state", "condition", "due"];
    private static readonly string[] s_funds = ["region", "year", "source", "fund"];

    public static void MapWorksLists(this IEndpointRouteBuilder routes)
    {
        var reads = routes.MapGroup("/api").RequireAuthorization(RolePolicies.SignedIn).WithSender().WithAfter();
        MapProjects(reads.MapGroup("").WithTags("项目"));
        MapAssets(reads.MapGroup("").WithTags("资产"));
        MapFunds(reads.MapGroup("").WithTags("资金"));
        reads.MapGet("/partnerships/{code}/trace", async Task<Results<Ok<MoneyTrace>, ProblemHttpResult>> (
            string code, int? year, TraceReader traces, HttpContext http, CancellationToken cancellation) =>
            Answer(await traces.Partnership(code, year, http.Sender(), cancellation))).WithOnly("year").WithTags("协作");
    }

    private static void MapProjects(RouteGroupBuilder projects)
    {
        projects.MapGet("/projects", async Task<Results<Ok<Page<ProjectRow>>, ProblemHttpResult>> (
            [AsParameters] ProjectFilter filter, ProjectList list, HttpContext http, CancellationToken cancellation) =>
            filter.Refused(http.Sender()) is var (code, field) ? Replies.Problem(code, field) : TypedResults.Ok(await list.Page(filter, http.Sender(), cancellation)))
            .WithOnly([.. s_projects, "cursor", "limit"]);
        projects.MapGet("/projects.xlsx", Results<PushStreamHttpResult, ProblemHttpResult> ([AsParameters] ProjectFilter filter, ProjectList list, HttpContext http, CancellationToken cancellation) =>
        {
            var by = http.Sender();
            return filter.Refused(by) is var (code, field)
                ? Replies.Problem(code, field)
                : Sheet(http, body => ProjectSheet.Write(body, list.All(filter, by, cancellation), cancellation), "项目.xlsx");
        }).WithOnly(s_projects);
        projects.MapGet("/projects/board", async Task<Results<Ok<ProjectBoard>, ProblemHttpResult>> (
            string? region, int? year, ProjectBoardReader boards, HttpContext http, CancellationToken cancellation) =>
            new ProjectFilter(Region: region, Year: year).Refused(http.Sender()) is var (code, field)
                ? Replies.Problem(code, field)
                : TypedResults.Ok(await boards.Read(region, year, http.Sender(), cancellation))).WithOnly("region", "year");
        projects.MapGet("/projects/{id}/labour", async Task<Results<Ok<ProjectLabour>, ProblemHttpResult>> (string id, LabourReader labour, HttpContext http, CancellationToken cancellation) =>
            Answer(await labour.Read(id, http.Sender(), cancellation)));
        projects.MapGet("/projects/{id}/trace", async Task<Results<Ok<MoneyTrace>, ProblemHttpResult>> (string id, TraceReader traces, HttpContext http, CancellationToken cancellation) =>
            Answer(await traces.Project(id, http.Sender(), cancellation)));
    }

    private static void MapAssets(RouteGroupBuilder assets)
    {
        assets.MapGet("/assets", async Task<Results<Ok<Page<AssetRow>>, ProblemHttpResult>> (
            [AsParameters] AssetFilter filter, AssetList list, HttpContext http, CancellationToken cancellation) =>
            filter.Refused(http.Sender()) is var (code, field) ? Replies.Problem(code, field) : TypedResults.Ok(await list.Page(filter, http.Sender(), cancellation)))
            .WithOnly([.. s_assets, "cursor", "limit"]);
        assets.MapGet("/assets.xlsx", Results<PushStreamHttpResult, ProblemHttpResult> ([AsParameters] AssetFilter filter, AssetList list, HttpContext http, CancellationToken cancellation) =>
        {
            var by = http.Sender();
            return filter.Refused(by) is var (code, field)
                ? Replies.Problem(code, field)
                : Sheet(http, body => AssetSheet.Write(body, list.All(filter, by, cancellation), cancellation), "资产.xlsx");
        }).WithOnly(s_assets);
    }

    private static void MapFunds(RouteGroupBuilder funds)
    {
        funds.MapGet("/funds", async Task<Results<Ok<FundList>, ProblemHttpResult>> ([AsParameters] FundFilter filter, FundBoard board, HttpContext http, CancellationToken cancellation) =>
            filter.Refused(http.Sender()) is var (code, field) ? Replies.Problem(code, field) : TypedResults.Ok(await board.Read(filter, http.Sender(), cancellation))).WithOnly(s_funds);
        funds.MapGet("/funds.xlsx", async Task<Results<PushStreamHttpResult, ProblemHttpResult>> ([AsParameters] FundFilter filter, FundBoard board, HttpContext http, CancellationToken cancellation) =>
        {
            if (filter.Refused(http.Sender()) is var (code, field)) return Replies.Problem(code, field);
            var list = await board.Read(filter, http.Sender(), cancellation);
            return Sheet(http, body => FundSheet.Write(body, list, cancellation), "资金.xlsx");
        }).WithOnly(s_funds);
        funds.MapGet("/funds/{fund}/trace", async Task<Results<Ok<MoneyTrace>, ProblemHttpResult>> (string fund, TraceReader traces, HttpContext http, CancellationToken cancellation) =>
            Answer(await traces.Fund(fund, http.Sender(), cancellation)));
    }

    private static PushStreamHttpResult Sheet(HttpContext http, Func<Stream, Task> write, string name)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(write, WorkbookType, name);
    }

    private static Results<Ok<T>, ProblemHttpResult> Answer<T>((T? Value, Enum? Refusal) read) where T : class =>
        read.Value is { } value ? TypedResults.Ok(value) : Replies.Problem(read.Refusal!);
}
