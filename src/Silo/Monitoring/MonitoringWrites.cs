using Revitalization.Contracts.Monitoring;
using Revitalization.Contracts.Requests;
using Revitalization.Domain.Commands;
using Revitalization.Hosting.Access;
using Revitalization.Hosting.Refusals;
using Revitalization.Silo.Households;
using Revitalization.Silo.Requests;
using Reply = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<Revitalization.Contracts.Commands.Receipt>,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;

namespace Revitalization.Silo.Monitoring;

/// <summary>The chain over HTTP: PUT with the sender's id, so that a form sent twice over a poor connection is one act.</summary>
public static class MonitoringWrites
{
    public static void MapMonitoringWrites(this IEndpointRouteBuilder routes)
    {
        var household = routes.MapGroup("/api/households/{id}").RequireAuthorization(RolePolicies.Registrar).WithSender().WithTags("监测");
        MapAdmission(household);
        MapHelp(household);
        MapClearing(household);
    }

    private static void MapAdmission(RouteGroupBuilder household)
    {
        Act<ClueBody>(household, "clues/{act}", (desk, id, act, body, by) => desk.PutClue(id, act, body, by));
        Act<WithdrawalBody>(household, "clues/{act}/withdrawal", (desk, id, act, body, by) => desk.WithdrawClue(id, act, body, by));
        Act<DispatchBody>(household, "dispatch/{act}", (desk, id, act, body, by) => desk.PutDispatch(id, act, body, by));
        Act<VerificationBody>(household, "verification/{act}", (desk, id, act, body, by) => desk.PutVerification(id, act, body, by));
        Act<VillageReviewBody>(household, "village-reviews/{act}", (desk, id, act, body, by) => desk.PutVillageReview(id, act, body, by));
        Act<NoticeBody>(household, "notices/{act}", (desk, id, act, body, by) => desk.PutNotice(id, act, body, by));
        Act<NoticeClosingBody>(household, "notices/{act}/closing", (desk, id, act, body, by) => desk.CloseNotice(id, act, body, by));
        Act<ObjectionBody>(household, "objections/{act}", (desk, id, act, body, by) => desk.PutObjection(id, act, body, by));
        Act<SettlementBody>(household, "objections/{act}/settlement", (desk, id, act, body, by) => desk.PutSettlement(id, act, body, by));
        Act<TownshipReviewBody>(household, "township-reviews/{act}", (desk, id, act, body, by) => desk.PutTownshipReview(id, act, body, by));
        Act<CountyDecisionBody>(household, "county-decisions/{act}", (desk, id, act, body, by) => desk.PutCountyDecision(id, act, body, by));
        Act<TakeOverBody>(household, "takeovers/{act}", (desk, id, act, body, by) => desk.PutTakeOver(id, act, body, by));
    }

    private static void MapHelp(RouteGroupBuilder household)
    {
        Act<CadreBody>(household, "cadres/{act}", (desk, id, act, body, by) => desk.PutCadre(id, act, body, by));
        household.MapPut("measures/{measure}", async Task<Reply> (string id, string measure, MeasureBody body, MonitoringDesk desk, HttpContext http) =>
            http.Answer(measure, await desk.PutMeasure(id, measure, body, http.Sender())));
        Act<CompletionBody>(household, "measures/{act}/completion", (desk, id, act, body, by) => desk.CompleteMeasure(id, act, body, by));
        Act<WithdrawalBody>(household, "measures/{act}/withdrawal", (desk, id, act, body, by) => desk.WithdrawMeasure(id, act, body, by));
        Act<VisitBody>(household, "visits/{act}", (desk, id, act, body, by) => desk.PutVisit(id, act, body, by));
        Act<WithdrawalBody>(household, "visits/{act}/withdrawal", (desk, id, act, body, by) => desk.WithdrawVisit(id, act, body, by));
        Act<AssessmentBody>(household, "assessments/{act}", (desk, id, act, body, by) => desk.PutAssessment(id, act, body, by));
        Act<CheckBody>(household, "checks/{act}", (desk, id, act, body, by) => desk.PutCheck(id, act, body, by));
        household.MapPut("income-targets/{year:int}", async Task<Reply> (string id, int year, IncomeTargetBody body, MonitoringDesk desk, HttpContext http) =>
            http.Answer(year.ToString(System.Globalization.CultureInfo.InvariantCulture), await desk.PutIncomeTarget(id, year, body, http.Sender())));
    }

    private static void MapClearing(RouteGroupBuilder household)
    {
        Act<ClearingBody>(household, "clearing/{act}", (desk, id, act, body, by) => desk.PutClearing(id, act, body, by));
        Act<ClearingDecisionBody>(household, "clearing/{act}/decision", (desk, id, act, body, by) => desk.DecideClearing(id, act, body, by));
    }

    private static void Act<TBody>(
        RouteGroupBuilder household, string address, Func<MonitoringDesk, string, string, TBody, Sender, Task<CommandReply>> put) =>
        household.MapPut(address, async Task<Reply> (string id, string act, TBody? body, MonitoringDesk desk, HttpContext http) =>
            body is null ? Problems.From(RequestRefusal.BodyMissing) : http.Answer(act, await put(desk, id, act, body, http.Actor())));
}
