using Revitalization.Contracts.Households;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Requests;

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
        household.MapAct<RegisterDesk, ArrivalBody>("/arrivals/{act}", (desk, id, act, body, by) => desk.PutArrival(id, act, body, by).In<ArrivalBody>());
        household.MapAct<RegisterDesk, BirthBody>("/births/{act}", (desk, id, act, body, by) => desk.PutBirth(id, act, body, by).In<BirthBody>());
        household.MapAct<RegisterDesk, DeathBody>("/deaths/{act}", (desk, id, act, body, by) => desk.PutDeath(id, act, body, by).In<DeathBody>());
        household.MapAct<RegisterDesk, DepartureBody>("/departures/{act}", (desk, id, act, body, by) => desk.PutDeparture(id, act, body, by).In<DepartureBody>());
        household.MapAct<RegisterDesk, HeadBody>("/heads/{act}", (desk, id, act, body, by) => desk.PutHead(id, act, body, by).In<HeadBody>());
        household.MapAct<RegisterDesk, MoveBody>("/moves/{act}", (desk, id, act, body, by) => desk.PutMove(id, act, body, by).In<MoveBody>());
        household.MapAct<RegisterDesk, SplitBody>("/splits/{act}", (desk, id, act, body, by) => desk.PutSplit(id, act, body, by).In<SplitBody>());
        household.MapAct<RegisterDesk, MergeBody>("/merges/{act}", (desk, id, act, body, by) => desk.PutMerge(id, act, body, by).In<MergeBody>());
        household.MapAct<RegisterDesk, CorrectionBody>("/corrections/{act}", (desk, id, act, body, by) => desk.PutCorrection(id, act, body, by));
        household.MapAct<RegisterDesk, CloseBody>("/closure/{act}", (desk, id, act, body, by) => desk.PutClosure(id, act, body, by));
        routes.MapPut("/api/households/{id}/members/{member}/erasure", Erase)
            .RequireAuthorization(Contracts.Identity.Roles.County).WithSender().WithTags("户");
    }

    private static async Task<Reply> Household(string id, HouseholdBody body, RegisterDesk desk, HttpContext http) =>
        http.Answer(id, await desk.PutHousehold(id, body, http.Sender()).In<HouseholdBody>());

    private static async Task<Reply> Member(string id, string member, MemberBody body, RegisterDesk desk, HttpContext http) =>
        http.Answer(member, await desk.PutMember(id, member, body, http.Sender()).In<MemberBody>());

    private static async Task<Reply> Income(string id, string period, IncomeBody body, RegisterDesk desk, HttpContext http) =>
        http.Answer(period, await desk.PutIncome(id, period, body, http.Sender()).In<IncomeBody>());

    private static async Task<Reply> Erase(string id, string member, ErasureBody body, ErasureDesk desk, HttpContext http, CancellationToken cancellation) =>
        http.Answer(member, await desk.Erase(id, member, body, http.Actor(), cancellation));
}
