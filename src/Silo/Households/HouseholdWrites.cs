using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Requests;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Households;
using Revitalization.Hosting.Access;
using Revitalization.Hosting.Refusals;
using Revitalization.Silo.Requests;
using Reply = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<Revitalization.Contracts.Commands.Receipt>,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;

namespace Revitalization.Silo.Households;

/// <summary>Writes to the register: PUT with the sender's id, so that a lost reply is safe to repeat.</summary>
public static class HouseholdWrites
{
    public static void MapHouseholdWrites(this IEndpointRouteBuilder routes)
    {
        var household = routes.MapGroup("/api/households/{id}").RequireAuthorization(RolePolicies.Registrar).WithSender().WithTags("户");
        household.MapPut("", Household);
        household.MapPut("/members/{member}", Member);
        household.MapPut("/incomes/{period}", Income);
        Act<ArrivalBody>(household, "arrivals", (desk, id, act, body, by) => desk.PutArrival(id, act, body, by));
        Act<BirthBody>(household, "births", (desk, id, act, body, by) => desk.PutBirth(id, act, body, by));
        Act<DeathBody>(household, "deaths", (desk, id, act, body, by) => desk.PutDeath(id, act, body, by));
        Act<DepartureBody>(household, "departures", (desk, id, act, body, by) => desk.PutDeparture(id, act, body, by));
        Act<HeadBody>(household, "heads", (desk, id, act, body, by) => desk.PutHead(id, act, body, by));
        Act<MoveBody>(household, "moves", (desk, id, act, body, by) => desk.PutMove(id, act, body, by));
        Act<SplitBody>(household, "splits", (desk, id, act, body, by) => desk.PutSplit(id, act, body, by));
        Act<MergeBody>(household, "merges", (desk, id, act, body, by) => desk.PutMerge(id, act, body, by));
        Act<CorrectionBody>(household, "corrections", (desk, id, act, body, by) => desk.PutCorrection(id, act, body, by));
        Act<CloseBody>(household, "closure", (desk, id, act, body, by) => desk.PutClosure(id, act, body, by));
        routes.MapPut("/api/households/{id}/members/{member}/erasure", Erase)
            .RequireAuthorization(Contracts.Identity.Roles.County).WithSender().WithTags("户");
    }

    private static async Task<Reply> Household(string id, HouseholdBody body, RegisterDesk desk, HttpContext http) =>
        http.Answer(id, await desk.PutHousehold(id, body, http.Sender()));

    private static async Task<Reply> Member(string id, string member, MemberBody body, RegisterDesk desk, HttpContext http) =>
        http.Answer(member, await desk.PutMember(id, member, body, http.Sender()));

    private static async Task<Reply> Income(string id, string period, IncomeBody body, RegisterDesk desk, HttpContext http) =>
        http.Answer(period, await desk.PutIncome(id, period, body, http.Sender()));

    private static async Task<Reply> Erase(string id, string member, ErasureBody body, ErasureDesk desk, HttpContext http, CancellationToken cancellation) =>
        http.Answer(member, await desk.Erase(id, member, body, http.Actor(), cancellation));

    private static void Act<TBody>(
        RouteGroupBuilder household, string kind, Func<RegisterDesk, string, string, TBody, Sender, Task<CommandReply>> put) =>
        household.MapPut(kind + "/{act}", async Task<Reply> (string id, string act, TBody? body, RegisterDesk desk, HttpContext http) =>
            body is null ? Problems.From(RequestRefusal.BodyMissing)
            : HouseholdLimits.IsId(act)
                ? http.Answer(act, await put(desk, id, act, body, http.Actor()))
                : Replies.Problem(CommandRefusal.IdMalformed, kind));
}
