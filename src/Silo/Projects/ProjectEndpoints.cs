using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Funds;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Projects;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Funds;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Projects;

/// <summary>Writes of funds and projects, by the county. Acts are named by the sender, so that a lost reply is safe to repeat.</summary>
public static class ProjectEndpoints
{
    public static void MapProjects(this IEndpointRouteBuilder routes)
    {
        var project = routes.MapGroup("/api/projects/{id}").RequireAuthorization(Roles.County).WithSender().WithTags("项目");
        project.MapPut("", async Task<Reply> (string id, ProjectBody body, ProjectDesk desk, HttpContext http) =>
            http.Answer(id, await desk.Put(id, body, http.Sender()))).WithIds("id");
        project.MapAct<ProjectDesk, StageBody>("/stages/{act}", (desk, id, stage, body, by) => desk.Reach(id, stage, body, by));
        project.MapAct<FundDesk, ArrivalOfMoney>("/arrivals/{act}", (desk, id, act, body, by) => desk.Arrive(body.Fund ?? "", act, body, by));
        project.MapAct<ProjectDesk, AllocationBody>("/allocations/{act}", (desk, id, act, body, by) => desk.Allocate(id, act, body, by));
        project.MapPut("/allocations/{allocation}/returns/{act}", async Task<Reply> (string id, string allocation, string act, ReturnBody body, ProjectDesk desk, HttpContext http) =>
            http.Answer(act, await desk.GiveBack(id, allocation, act, body, http.Actor()))).WithIds("id", "act");
        project.MapAct<ProjectDesk, PaymentBody>("/payments/{act}", (desk, id, act, body, by) => desk.Pay(id, act, body, by));
        project.MapAct<ProjectDesk, ReversalBody>("/payments/{act}/reversal", (desk, id, act, body, by) => desk.Reverse(id, act, body, by));
        project.MapPart<ProjectDesk, RosterBody>("/rosters/{part}", (desk, id, month, body, by) => desk.PutRoster(id, month, body, by));
        project.MapPart<ProjectDesk, BeneficiaryBody>("/beneficiaries/{part}", (desk, id, household, body, by) => desk.Benefit(id, household, body, by));
        MapReads(routes);
        MapFunds(routes.MapGroup("/api/funds/{id}").RequireAuthorization(Roles.County).WithSender().WithTags("资金"));
    }

    private static void MapReads(IEndpointRouteBuilder routes)
    {
        var reads = routes.MapGroup("/api").RequireAuthorization(RolePolicies.SignedIn).WithSender();
        reads.MapGet("/projects/{id}", async Task<Results<Ok<ProjectView>, ProblemHttpResult>> (string id, ProjectReader reader, HttpContext http, CancellationToken cancellation) =>
        {
            var (view, refusal) = await reader.Project(id, http.Sender(), cancellation);
            if (view is null) return Replies.Problem(refusal!);
            http.Tag(view.Version);
            return TypedResults.Ok(view);
        }).WithTags("项目");
        reads.MapGet("/funds/{fund}", async Task<Results<Ok<FundView>, ProblemHttpResult>> (string fund, ProjectReader reader, HttpContext http, CancellationToken cancellation) =>
        {
            var (view, refusal) = await reader.Fund(fund, http.Sender(), cancellation);
            if (view is null) return Replies.Problem(refusal!);
            http.Tag(view.Version);
            return TypedResults.Ok(view);
        }).WithTags("资金");
        reads.MapGet("/funds/{fund}/entries", async Task<Results<Ok<Page<FundEntry>>, ProblemHttpResult>> (
            string fund, string? cursor, int? limit, FundEntries entries, HttpContext http, CancellationToken cancellation) =>
        {
            if (limit is < 1 or > Cursor.LimitMax) return Replies.Problem(QueryRefusal.LimitOutOfRange, "limit");
            if (Cursor.Read(cursor, 3) is not { } after) return Replies.Problem(QueryRefusal.CursorInvalid, "cursor");
            var (page, refusal) = await entries.Page(fund, after, limit ?? 50, http.Sender(), cancellation);
            return page is null ? Replies.Problem(refusal!, "fund") : TypedResults.Ok(page);
        }).WithTags("资金");
    }

    private static void MapFunds(RouteGroupBuilder fund)
    {
        fund.MapAct<FundDesk, BudgetBody>("/budgets/{act}", (desk, fund, act, body, by) => desk.Promise(fund, act, body, by));
        fund.MapAct<FundDesk, ReversalBody>("/budgets/{act}/reversal", (desk, fund, act, body, by) => desk.EndPromise(fund, act, body, by));
        fund.MapAct<FundDesk, ArrivalOfMoney>("/arrivals/{act}", (desk, fund, act, body, by) => desk.Arrive(fund, act, body, by));
        fund.MapAct<FundDesk, ReversalBody>("/arrivals/{act}/reversal", (desk, fund, act, body, by) => desk.Reverse(fund, act, body, by));
    }
}
