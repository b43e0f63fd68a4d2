using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Funds;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Projects;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Households;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Funds;
using Revitalization.Silo.Requests;
using Reply = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<Revitalization.Contracts.Commands.Receipt>,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;

namespace Revitalization.Silo.Projects;

/// <summary>Writes of funds and projects, by the county. Acts are named by the sender, so that a lost reply is safe to repeat.</summary>
public static class ProjectEndpoints
{
    public static void MapProjects(this IEndpointRouteBuilder routes)
    {
        var project = routes.MapGroup("/api/projects/{id}").RequireAuthorization(Roles.County).WithSender().WithTags("项目");
        project.MapPut("", async Task<Reply> (string id, ProjectBody body, ProjectDesk desk, HttpContext http) =>
            await Act(http, id, () => desk.Put(id, body, http.Sender()), id));
        project.MapPut("/stages/{stage}", async Task<Reply> (string id, string stage, StageBody body, ProjectDesk desk, HttpContext http) =>
            await Act(http, stage, () => desk.Reach(id, stage, body, http.Actor()), id));
        project.MapPut("/arrivals/{act}", async Task<Reply> (string id, string act, ArrivalOfMoney body, FundDesk desk, HttpContext http) =>
            await Act(http, act, () => desk.Arrive(body.Fund ?? "", act, body, http.Actor()), id));
        project.MapPut("/allocations/{act}", async Task<Reply> (string id, string act, AllocationBody body, ProjectDesk desk, HttpContext http) =>
            await Act(http, act, () => desk.Allocate(id, act, body, http.Actor()), id));
        project.MapPut("/allocations/{allocation}/returns/{act}", async Task<Reply> (string id, string allocation, string act, ReturnBody body, ProjectDesk desk, HttpContext http) =>
            await Act(http, act, () => desk.GiveBack(id, allocation, act, body, http.Actor()), id));
        project.MapPut("/payments/{act}", async Task<Reply> (string id, string act, PaymentBody body, ProjectDesk desk, HttpContext http) =>
            await Act(http, act, () => desk.Pay(id, act, body, http.Actor()), id));
        project.MapPut("/payments/{act}/reversal", async Task<Reply> (string id, string act, ReversalBody body, ProjectDesk desk, HttpContext http) =>
            await Act(http, act, () => desk.Reverse(id, act, body, http.Actor()), id));
        project.MapPut("/rosters/{month}", async Task<Reply> (string id, string month, RosterBody body, ProjectDesk desk, HttpContext http) =>
            await Act(http, month, () => desk.PutRoster(id, month, body, http.Sender()), id));
        project.MapPut("/beneficiaries/{household}", async Task<Reply> (string id, string household, BeneficiaryBody body, ProjectDesk desk, HttpContext http) =>
            await Act(http, household, () => desk.Benefit(id, household, body, http.Sender()), id));
        MapReads(routes);
        MapFunds(routes.MapGroup("/api/funds/{fund}").RequireAuthorization(Roles.County).WithSender().WithTags("资金"));
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
    }

    private static void MapFunds(RouteGroupBuilder fund)
    {
        fund.MapPut("/budgets/{act}", async Task<Reply> (string fund, string act, BudgetBody body, FundDesk desk, HttpContext http) =>
            await Act(http, act, () => desk.Promise(fund, act, body, http.Actor())));
        fund.MapPut("/budgets/{act}/reversal", async Task<Reply> (string fund, string act, ReversalBody body, FundDesk desk, HttpContext http) =>
            await Act(http, act, () => desk.EndPromise(fund, act, body, http.Actor())));
        fund.MapPut("/arrivals/{act}", async Task<Reply> (string fund, string act, ArrivalOfMoney body, FundDesk desk, HttpContext http) =>
            await Act(http, act, () => desk.Arrive(fund, act, body, http.Actor())));
        fund.MapPut("/arrivals/{act}/reversal", async Task<Reply> (string fund, string act, ReversalBody body, FundDesk desk, HttpContext http) =>
            await Act(http, act, () => desk.Reverse(fund, act, body, http.Actor())));
    }

    private static async Task<Reply> Act(HttpContext http, string act, Func<Task<CommandReply>> put, string id = "x") =>
        HouseholdLimits.IsId(act) && HouseholdLimits.IsId(id) ? http.Answer(act, await put()) : Replies.Problem(CommandRefusal.IdMalformed, "id");
}
