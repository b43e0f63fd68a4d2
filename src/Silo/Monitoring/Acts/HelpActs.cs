using System.Globalization;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Monitoring;
using Revitalization.Silo.Households;

namespace Revitalization.Silo.Monitoring;

/// <summary>Help while a household is monitored, and its clearing.</summary>
public sealed partial class MonitoringDesk
{
    public Task<CommandReply> PutCadre(string id, string act, CadreBody body, Sender by) =>
        _acts.Send(new(id, MonitoringActs.Cadre, $"cadres/{act}", body, by, body.Cadre, "cadre"), intake =>
            new NameCadre(body.On, body.Cadre, intake.Term<CadreRank>(body.Rank, "rank")));

    public Task<CommandReply> PutMeasure(string id, string measure, MeasureBody body, Sender by) =>
        _acts.Send(new(id, MonitoringActs.Measure, $"measures/{measure}", body, by, body.Cadre, "cadre"), intake => new PutMeasure(
            intake.Id(measure, "measure"), body.On, body.Kind, body.AmountFen, body.Quantity, body.Unit, body.Cadre, body.DueOn, intake.Member(body.Member)));

    public Task<CommandReply> CompleteMeasure(string id, string measure, CompletionBody body, Sender by) =>
        _acts.Send(new(id, MonitoringActs.Completion, $"measures/{measure}/completion", body, by, Text: body.Result), intake =>
            new CompleteMeasure(measure, body.On, intake.Text(body.Result, "result"), intake.Evidence(body.Evidence)));

    public Task<CommandReply> WithdrawMeasure(string id, string measure, WithdrawalBody body, Sender by) =>
        _acts.Send(new(id, MonitoringActs.Withdrawal, $"measures/{measure}/withdrawal", body, by, Text: body.Reason), intake =>
            new WithdrawMeasure(measure, body.On, intake.Text(body.Reason, "reason")));

    public Task<CommandReply> PutVisit(string id, string visit, VisitBody body, Sender by) =>
        _acts.Send(new(id, MonitoringActs.Visit, $"visits/{visit}", body, by, Text: body.Note), intake => new RecordVisit(
            intake.Id(visit, "visit"), body.On, intake.Needs(body.Needs), by.Account, intake.Text(body.Note, "note"), intake.Evidence(body.Evidence)));

    public Task<CommandReply> WithdrawVisit(string id, string visit, WithdrawalBody body, Sender by) =>
        _acts.Send(new(id, MonitoringActs.Withdrawal, $"visits/{visit}/withdrawal", body, by, Text: body.Reason), intake =>
            new WithdrawVisit(visit, body.On, intake.Text(body.Reason, "reason")));

    public Task<CommandReply> PutAssessment(string id, string act, AssessmentBody body, Sender by) =>
        _acts.Send(new(id, MonitoringActs.Assessment, $"assessments/{act}", body, by, Text: body.Reason), intake =>
            new ReassessRisk(body.On, body.ExpectedClearOn, intake.Text(body.Reason, "reason")));

    public Task<CommandReply> PutIncomeTarget(string id, int year, IncomeTargetBody body, Sender by) =>
        _acts.Send(new(id, MonitoringActs.IncomeTarget, string.Create(CultureInfo.InvariantCulture, $"income-targets/{year}"), body, by), _ =>
            new SetIncomeTarget(year, body.On, body.PerHeadFen));

    /// <summary>A household seen in a campaign that its county has announced.</summary>
    public Task<CommandReply> PutCheck(string id, string campaign, CheckBody body, Sender by) =>
        _acts.Send(new(id, MonitoringActs.Check, $"checks/{campaign}", body, by, Campaign: campaign), intake =>
            new RecordCheck(intake.Id(campaign, "campaign"), body.On, intake.Needs(body.Needs), by.Account));

    public Task<CommandReply> PutClearing(string id, string clearing, ClearingBody body, Sender by) =>
        _acts.Send(new(id, MonitoringActs.Clearing, $"clearing/{clearing}", body, by), intake => new ProposeClearing(
            intake.Id(clearing, "clearing"), body.On, intake.Needs(body.Needs), body.IncomeStable, intake.AnyLabour, intake.Evidence(body.Evidence)));

    public Task<CommandReply> DecideClearing(string id, string clearing, ClearingDecisionBody body, Sender by) =>
        _acts.Send(new(id, MonitoringActs.ClearingDecision, $"clearing/{clearing}/decision", body, by, Text: body.Reason), intake =>
            new DecideClearing(clearing, body.On, body.Approved, intake.Text(body.Reason, "reason")));
}
