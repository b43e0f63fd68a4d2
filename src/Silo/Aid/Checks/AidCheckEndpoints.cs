using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Identity;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Aid.Checks;

/// <summary>Checks through the year over HTTP: the county checks, finds and strikes off, either side says what it put right, both read.</summary>
public static class AidCheckEndpoints
{
    private const string Finding = "/findings/{finding}";

    public static void AddAidChecks(this IServiceCollection services)
    {
        services.AddSingleton<CheckFiguresReader>();
        services.AddSingleton<AidCheckDesk>();
        services.AddSingleton<AidCheckReader>();
        services.AddSingleton<ChecksDue>();
        services.AddSingleton<IProjection, AidCheckProjection>();
    }

    public static void MapAidChecks(this IEndpointRouteBuilder routes)
    {
        MapReads(routes.MapGroup("/api").RequireAuthorization(RolePolicies.SignedIn).WithSender().WithAfter().WithTags("盘点"));
        MapCounty(routes.MapGroup("/api/partnerships/{code}/checks/{period}").RequireAuthorization(Roles.County).WithSender().WithTags("盘点"));
        MapEither(routes.MapGroup("/api/partnerships/{code}/checks/{period}" + Finding)
            .RequireAuthorization(policy => RolePolicies.RequireRole(policy, Roles.County, Roles.PartnerCity)).WithSender().WithTags("盘点"));
    }

    private static void MapReads(RouteGroupBuilder reads)
    {
        reads.MapGet("/aid/checks/due", async Task<Ok<IReadOnlyList<AidCheckDue>>> (ChecksDue due, HttpContext http, CancellationToken cancellation) =>
            TypedResults.Ok(await due.Read(http.Sender(), cancellation))).WithOnly();
        reads.MapGet("/partnerships/{code}/checks", async Task<Results<Ok<IReadOnlyList<AidCheckView>>, ProblemHttpResult>> (
            string code, AidCheckReader reader, HttpContext http, CancellationToken cancellation) =>
        {
            var (views, refusal) = await reader.All(code, http.Sender(), cancellation);
            return views is null ? Replies.Problem(refusal!) : TypedResults.Ok(views);
        }).WithOnly();
        reads.MapGet("/partnerships/{code}/checks/{period}", async Task<Results<Ok<AidCheckView>, ProblemHttpResult>> (
            string code, string period, AidCheckReader reader, HttpContext http, CancellationToken cancellation) =>
        {
            var (view, refusal) = await reader.One(code, period, http.Sender(), cancellation);
            return view is null ? Replies.Problem(refusal!) : TypedResults.Ok(view);
        }).WithOnly();
    }

    private static void MapCounty(RouteGroupBuilder check)
    {
        check.MapPut("", async Task<Reply> (string code, string period, AidCheckBody body, AidCheckDesk desk, HttpContext http, CancellationToken cancellation) =>
            http.Answer(period, await desk.Take(code, period, body, http.Actor(), cancellation)));
        check.MapPut(Finding, async Task<Reply> (string code, string period, string finding, FindingBody body, AidCheckDesk desk, HttpContext http) =>
            http.Answer(finding, await desk.Raise(code, period, finding, body, http.Actor()))).WithIds("finding");
        check.MapPut(Finding + "/closure", async Task<Reply> (string code, string period, string finding, ClosureBody body, AidCheckDesk desk, HttpContext http) =>
            http.Answer(finding, await desk.Settle(code, period, finding, "closure", body, http.Actor())));
        check.MapPut(Finding + "/closures/{act}", async Task<Reply> (string code, string period, string finding, string act, ClosureBody body, AidCheckDesk desk, HttpContext http) =>
            http.Answer(act, await desk.Settle(code, period, finding, $"closures/{act}", body, http.Actor()))).WithIds("act");
    }

    private static void MapEither(RouteGroupBuilder finding)
    {
        finding.MapPut("/rectification", async Task<Reply> (string code, string period, string finding, RectificationBody body, AidCheckDesk desk, HttpContext http) =>
            http.Answer(finding, await desk.Rectify(code, period, finding, "rectification", body, http.Actor())));
        finding.MapPut("/rectifications/{act}", async Task<Reply> (string code, string period, string finding, string act, RectificationBody body, AidCheckDesk desk, HttpContext http) =>
            http.Answer(act, await desk.Rectify(code, period, finding, $"rectifications/{act}", body, http.Actor()))).WithIds("act");
    }
}
