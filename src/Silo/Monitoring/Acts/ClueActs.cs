using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Households;
using Revitalization.Domain.Monitoring;
using Revitalization.Silo.Households;
using Revitalization.Silo.Monitoring.Acts;

namespace Revitalization.Silo.Monitoring;

/// <summary>From a clue to admission.</summary>
public sealed partial class MonitoringDesk
{
    public Task<CommandReply> PutClue(string id, string clue, ClueBody body, Sender by) =>
        _acts.Send(new(id, MonitoringActs.Clue, $"clues/{clue}", body, by, Text: body.Note), intake => new ReportClue(
            intake.Id(clue, "clue"), body.On, intake.Term<ClueOrigin>(body.Origin, "origin"), intake.Term<RiskKind>(body.Risk, "risk"),
            intake.Text(body.Note, "note"), intake.Evidence(body.Evidence)));

    public Task<CommandReply> WithdrawClue(string id, string clue, WithdrawalBody body, Sender by) =>
        _acts.Send(new(id, MonitoringActs.Withdrawal, $"clues/{clue}/withdrawal", body, by, Text: body.Reason), intake =>
            new WithdrawClue(clue, body.On, intake.Text(body.Reason, "reason")));

    /// <summary>How much the verifier has to do already, his own grain will say.</summary>
    public Task<CommandReply> PutDispatch(string id, string act, DispatchBody body, Sender by) =>
        _acts.Send(new(id, MonitoringActs.Dispatch, $"dispatch/{act}", body, by, body.Assignee, "assignee"), _ => new DispatchClues(body.On, body.Assignee, 0));

    public Task<CommandReply> PutVerification(string id, string verification, VerificationBody body, Sender by) =>
        _acts.Send(new(id, MonitoringActs.Verification, $"verification/{verification}", body, by), intake => new RecordVerification(
            intake.Id(verification, "verification"), body.On, body.RiskFound, intake.Risks(body.Risks), intake.Needs(body.Needs), body.ExpectedClearOn,
            intake.Evidence(body.Evidence)));

    public Task<CommandReply> PutVillageReview(string id, string act, VillageReviewBody body, Sender by) =>
        _acts.Send(new(id, MonitoringActs.VillageReview, $"village-reviews/{act}", body, by), intake =>
            new RecordVillageReview(body.On, body.Agreed, body.Present, body.InFavour, intake.Evidence(body.Evidence)));

    public Task<CommandReply> PutNotice(string id, string notice, NoticeBody body, Sender by) =>
        _acts.Send(new(id, MonitoringActs.Notice, $"notices/{notice}", body, by), intake =>
            new PostNotice(intake.Id(notice, "notice"), body.On, body.Place, intake.Proof(body.Proof)));

    public Task<CommandReply> CloseNotice(string id, string notice, NoticeClosingBody body, Sender by) =>
        _acts.Send(new(id, MonitoringActs.NoticeClosing, $"notices/{notice}/closing", body, by), _ => new CloseNotice(notice, body.On));

    public Task<CommandReply> PutObjection(string id, string objection, ObjectionBody body, Sender by) =>
        _acts.Send(new(id, MonitoringActs.Objection, $"objections/{objection}", body, by, Text: body.Statement), intake =>
            new RaiseObjection(intake.Id(objection, "objection"), body.On, intake.Text(body.Statement, "statement")));

    public Task<CommandReply> PutSettlement(string id, string objection, SettlementBody body, Sender by) =>
        _acts.Send(new(id, MonitoringActs.Settlement, $"objections/{objection}/settlement", body, by, Text: body.Finding), intake =>
            new SettleObjection(objection, body.On, body.Upheld, intake.Text(body.Finding, "finding")));

    public Task<CommandReply> PutTownshipReview(string id, string act, TownshipReviewBody body, Sender by) =>
        _acts.Send(new(id, MonitoringActs.TownshipReview, $"township-reviews/{act}", body, by, Text: body.Reason), intake =>
            new RecordTownshipReview(body.On, body.Agreed, intake.Text(body.Reason, "reason"), Kind(intake, body.Kind)));

    public Task<CommandReply> PutCountyDecision(string id, string act, CountyDecisionBody body, Sender by) =>
        _acts.Send(new(id, MonitoringActs.CountyDecision, $"county-decisions/{act}", body, by, Text: body.Reason), intake =>
            new RecordCountyDecision(
                body.On, body.Approved, Kind(intake, body.Kind), intake.Text(body.Reason, "reason")));

    private static MonitoredKind Kind(ActIntake intake, string? code) => code is null ? MonitoredKind.None : intake.Term<MonitoredKind>(code, "kind");

    public Task<CommandReply> PutTakeOver(string id, string act, TakeOverBody body, Sender by) =>
        _acts.Send(new(id, MonitoringActs.TakeOver, $"takeovers/{act}", body, by), intake => new TakeOver(
            body.On, body.AdmittedOn, intake.Term<MonitoredKind>(body.Kind, "kind"), intake.Risks(body.Risks), body.ExpectedClearOn));
}
