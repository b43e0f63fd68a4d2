using Revitalization.Contracts.Monitoring;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Requests;

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
        household.MapAct<MonitoringDesk, ClueBody>("/clues/{act}", (desk, id, act, body, by) => desk.PutClue(id, act, body, by));
        household.MapAct<MonitoringDesk, WithdrawalBody>("/clues/{act}/withdrawal", (desk, id, act, body, by) => desk.WithdrawClue(id, act, body, by));
        household.MapAct<MonitoringDesk, DispatchBody>("/dispatch/{act}", (desk, id, act, body, by) => desk.PutDispatch(id, act, body, by));
        household.MapAct<MonitoringDesk, VerificationBody>("/verification/{act}", (desk, id, act, body, by) => desk.PutVerification(id, act, body, by));
        household.MapAct<MonitoringDesk, VillageReviewBody>("/village-reviews/{act}", (desk, id, act, body, by) => desk.PutVillageReview(id, act, body, by));
        household.MapAct<MonitoringDesk, NoticeBody>("/notices/{act}", (desk, id, act, body, by) => desk.PutNotice(id, act, body, by));
        household.MapAct<MonitoringDesk, NoticeClosingBody>("/notices/{act}/closing", (desk, id, act, body, by) => desk.CloseNotice(id, act, body, by));
        household.MapAct<MonitoringDesk, ObjectionBody>("/objections/{act}", (desk, id, act, body, by) => desk.PutObjection(id, act, body, by));
        household.MapAct<MonitoringDesk, SettlementBody>("/objections/{act}/settlement", (desk, id, act, body, by) => desk.PutSettlement(id, act, body, by));
        household.MapAct<MonitoringDesk, TownshipReviewBody>("/township-reviews/{act}", (desk, id, act, body, by) => desk.PutTownshipReview(id, act, body, by));
        household.MapAct<MonitoringDesk, CountyDecisionBody>("/county-decisions/{act}", (desk, id, act, body, by) => desk.PutCountyDecision(id, act, body, by));
        household.MapAct<MonitoringDesk, TakeOverBody>("/takeovers/{act}", (desk, id, act, body, by) => desk.PutTakeOver(id, act, body, by));
    }

    private static void MapHelp(RouteGroupBuilder household)
    {
        household.MapAct<MonitoringDesk, CadreBody>("/cadres/{act}", (desk, id, act, body, by) => desk.PutCadre(id, act, body, by));
        household.MapPart<MonitoringDesk, MeasureBody>("/measures/{part}", (desk, id, measure, body, by) => desk.PutMeasure(id, measure, body, by));
        household.MapAct<MonitoringDesk, CompletionBody>("/measures/{act}/completion", (desk, id, act, body, by) => desk.CompleteMeasure(id, act, body, by));
        household.MapAct<MonitoringDesk, WithdrawalBody>("/measures/{act}/withdrawal", (desk, id, act, body, by) => desk.WithdrawMeasure(id, act, body, by));
        household.MapAct<MonitoringDesk, VisitBody>("/visits/{act}", (desk, id, act, body, by) => desk.PutVisit(id, act, body, by));
        household.MapAct<MonitoringDesk, WithdrawalBody>("/visits/{act}/withdrawal", (desk, id, act, body, by) => desk.WithdrawVisit(id, act, body, by));
        household.MapAct<MonitoringDesk, AssessmentBody>("/assessments/{act}", (desk, id, act, body, by) => desk.PutAssessment(id, act, body, by));
        household.MapAct<MonitoringDesk, CheckBody>("/checks/{act}", (desk, id, act, body, by) => desk.PutCheck(id, act, body, by));
        household.MapPut("/income-targets/{year:int}", async Task<Reply> (string id, int year, IncomeTargetBody body, MonitoringDesk desk, HttpContext http) =>
            http.Answer(year.ToString(System.Globalization.CultureInfo.InvariantCulture), await desk.PutIncomeTarget(id, year, body, http.Sender())));
    }

    private static void MapClearing(RouteGroupBuilder household)
    {
        household.MapAct<MonitoringDesk, ClearingBody>("/clearing/{act}", (desk, id, act, body, by) => desk.PutClearing(id, act, body, by));
        household.MapAct<MonitoringDesk, ClearingDecisionBody>("/clearing/{act}/decision", (desk, id, act, body, by) => desk.DecideClearing(id, act, body, by));
    }
}
