using System.Collections.Immutable;
using Revitalization.Domain.Households;
using Revitalization.Domain.Privacy;

namespace Revitalization.Domain.Monitoring;

/// <summary>
/// A command to one household's monitoring file (监测档案); its stream is <c>monitoring/{household id}</c>. <c>On</c> is the
/// calendar day in China on which it was done. Evidence is given by SHA-256 hashes of files kept apart.
/// </summary>
[GenerateSerializer, Immutable, Alias("monitoring-command")]
public abstract record MonitoringCommand;

/// <summary>A sign of risk from one of the four origins. Several are merged until the file is sent out for verification.</summary>
[GenerateSerializer, Immutable, Alias("report-clue")]
public sealed record ReportClue(
    [property: Id(0)] string ClueId, [property: Id(1)] DateOnly On, [property: Id(2)] ClueOrigin Origin, [property: Id(3)] RiskKind Risk,
    [property: Id(4)] PersonalText? Note = null, [property: Id(5)] ImmutableArray<string> Evidence = default) : MonitoringCommand;

/// <summary>Takes back a clue that was reported by mistake (撤回), as long as it was not sent out.</summary>
[GenerateSerializer, Immutable, Alias("withdraw-clue")]
public sealed record WithdrawClue(
    [property: Id(0)] string ClueId, [property: Id(1)] DateOnly On, [property: Id(2)] PersonalText? Reason) : MonitoringCommand;

/// <summary>
/// Sends the open clues to one verifier (派发), or names another before the verification. Who has too many already is refused
/// by the pack's cap.
/// </summary>
/// <param name="Assignee">Account of the verifier (核查员).</param>
/// <param name="AssigneeLoad">Files the verifier has open, as the worklist knows.</param>
[GenerateSerializer, Immutable, Alias("dispatch-clues")]
public sealed record DispatchClues(
    [property: Id(0)] DateOnly On, [property: Id(1)] string Assignee, [property: Id(2)] int AssigneeLoad) : MonitoringCommand;

/// <summary>What the verifier found at the household (入户核查).</summary>
/// <param name="ExpectedClearOn">Needed when a risk is found: from it the assessed colour follows.</param>
[GenerateSerializer, Immutable, Alias("record-verification")]
public sealed record RecordVerification(
    [property: Id(0)] string VerificationId, [property: Id(1)] DateOnly On, [property: Id(2)] bool RiskFound,
    [property: Id(3)] ImmutableArray<RiskKind> Risks, [property: Id(4)] BasicNeeds Needs, [property: Id(5)] DateOnly? ExpectedClearOn,
    [property: Id(6)] ImmutableArray<string> Evidence) : MonitoringCommand;

/// <summary>The village's assembly decided (民主评议), on admission or on clearing.</summary>
[GenerateSerializer, Immutable, Alias("record-village-review")]
public sealed record RecordVillageReview(
    [property: Id(0)] DateOnly On, [property: Id(1)] bool Agreed, [property: Id(2)] int Present, [property: Id(3)] int InFavour,
    [property: Id(4)] ImmutableArray<string> Evidence) : MonitoringCommand;

/// <summary>The notice was put up (公示), with a picture of it as proof.</summary>
[GenerateSerializer, Immutable, Alias("post-notice")]
public sealed record PostNotice(
    [property: Id(0)] string NoticeId, [property: Id(1)] DateOnly On, [property: Id(2)] string Place, [property: Id(3)] string ProofHash) : MonitoringCommand;

/// <summary>Somebody objects while the notice is up (公示异议): the clock stops until it is settled.</summary>
[GenerateSerializer, Immutable, Alias("raise-objection")]
public sealed record RaiseObjection(
    [property: Id(0)] string ObjectionId, [property: Id(1)] DateOnly On, [property: Id(2)] PersonalText? Statement) : MonitoringCommand;

[GenerateSerializer, Immutable, Alias("settle-objection")]
public sealed record SettleObjection(
    [property: Id(0)] string ObjectionId, [property: Id(1)] DateOnly On, [property: Id(2)] bool Upheld, [property: Id(3)] PersonalText? Finding) : MonitoringCommand;

/// <summary>The notice came down after its days, with nothing open against it.</summary>
[GenerateSerializer, Immutable, Alias("close-notice")]
public sealed record CloseNotice([property: Id(0)] string NoticeId, [property: Id(1)] DateOnly On) : MonitoringCommand;

/// <param name="Kind">As what the township proposes the household (拟定类别); none where it leaves it to the county.</param>
[GenerateSerializer, Immutable, Alias("record-township-review")]
public sealed record RecordTownshipReview(
    [property: Id(0)] DateOnly On, [property: Id(1)] bool Agreed, [property: Id(2)] PersonalText? Reason = null,
    [property: Id(3)] MonitoredKind Kind = MonitoredKind.None) : MonitoringCommand;

/// <summary>The county decides (县级审定): admitted (纳入监测) or not.</summary>
/// <param name="Kind">None: as the township proposed.</param>
[GenerateSerializer, Immutable, Alias("record-county-decision")]
public sealed record RecordCountyDecision(
    [property: Id(0)] DateOnly On, [property: Id(1)] bool Approved, [property: Id(2)] MonitoredKind Kind, [property: Id(3)] PersonalText? Reason = null) : MonitoringCommand;

/// <summary>
/// Takes over a household that the national system monitored before the county worked here (承接在册): the one way to be monitored
/// without the procedure, and the file says so. Once, and never after an admission of its own.
/// </summary>
/// <param name="AdmittedOn">As the national system states it; the elapsed colour is measured from it.</param>
[GenerateSerializer, Immutable, Alias("take-over")]
public sealed record TakeOver(
    [property: Id(0)] DateOnly On, [property: Id(1)] DateOnly AdmittedOn, [property: Id(2)] MonitoredKind Kind,
    [property: Id(3)] ImmutableArray<RiskKind> Risks, [property: Id(4)] DateOnly ExpectedClearOn) : MonitoringCommand;

/// <summary>Names who answers for the household's help (帮扶联系人), of the rank its colour asks for.</summary>
[GenerateSerializer, Immutable, Alias("name-cadre")]
public sealed record NameCadre([property: Id(0)] DateOnly On, [property: Id(1)] string Cadre, [property: Id(2)] CadreRank Rank) : MonitoringCommand;

/// <summary>A measure of help (帮扶措施), planned or changed.</summary>
/// <param name="AmountFen">0 where the help is not money.</param>
/// <param name="Member">Whom it is for (一人一法); null for the household.</param>
[GenerateSerializer, Immutable, Alias("put-measure")]
public sealed record PutMeasure(
    [property: Id(0)] string MeasureId, [property: Id(1)] DateOnly On, [property: Id(2)] string Kind, [property: Id(3)] long AmountFen,
    [property: Id(4)] long Quantity, [property: Id(5)] string Unit, [property: Id(6)] string Cadre, [property: Id(7)] DateOnly DueOn,
    [property: Id(8)] string? Member = null) : MonitoringCommand;

/// <summary>A measure was carried out, and with what result.</summary>
[GenerateSerializer, Immutable, Alias("complete-measure")]
public sealed record CompleteMeasure(
    [property: Id(0)] string MeasureId, [property: Id(1)] DateOnly On, [property: Id(2)] PersonalText? Result, [property: Id(3)] ImmutableArray<string> Evidence) : MonitoringCommand;

/// <summary>Takes back a measure that was planned by mistake, as long as it is not completed.</summary>
[GenerateSerializer, Immutable, Alias("withdraw-measure")]
public sealed record WithdrawMeasure(
    [property: Id(0)] string MeasureId, [property: Id(1)] DateOnly On, [property: Id(2)] PersonalText? Reason) : MonitoringCommand;

/// <summary>A visit (走访).</summary>
/// <param name="By">Account of who went.</param>
[GenerateSerializer, Immutable, Alias("record-visit")]
public sealed record RecordVisit(
    [property: Id(0)] string VisitId, [property: Id(1)] DateOnly On, [property: Id(2)] BasicNeeds Needs, [property: Id(3)] string By,
    [property: Id(4)] PersonalText? Note, [property: Id(5)] ImmutableArray<string> Evidence) : MonitoringCommand;

[GenerateSerializer, Immutable, Alias("withdraw-visit")]
public sealed record WithdrawVisit(
    [property: Id(0)] string VisitId, [property: Id(1)] DateOnly On, [property: Id(2)] PersonalText? Reason) : MonitoringCommand;

/// <summary>The household was seen in a screening campaign (集中排查), monitored or not; once in each campaign.</summary>
[GenerateSerializer, Immutable, Alias("record-check")]
public sealed record RecordCheck(
    [property: Id(0)] string Campaign, [property: Id(1)] DateOnly On, [property: Id(2)] BasicNeeds Needs, [property: Id(3)] string By) : MonitoringCommand;

/// <summary>Income per head that the plan aims at in a year (增收目标).</summary>
[GenerateSerializer, Immutable, Alias("set-income-target")]
public sealed record SetIncomeTarget(
    [property: Id(0)] int Year, [property: Id(1)] DateOnly On, [property: Id(2)] long PerHeadFen) : MonitoringCommand;

/// <summary>A new forecast of when the risk can be cleared; the assessed colour is measured from this assessment.</summary>
[GenerateSerializer, Immutable, Alias("reassess-risk")]
public sealed record ReassessRisk([property: Id(0)] DateOnly On, [property: Id(1)] DateOnly ExpectedClearOn, [property: Id(2)] PersonalText? Reason) : MonitoringCommand;

/// <summary>Opens the procedure of clearing (风险消除): verified here, then reviewed, noticed and approved. Clearing is never a flag.</summary>
[GenerateSerializer, Immutable, Alias("propose-clearing")]
public sealed record ProposeClearing(
    [property: Id(0)] string ClearingId, [property: Id(1)] DateOnly On, [property: Id(2)] BasicNeeds Needs, [property: Id(3)] bool IncomeStable,
    [property: Id(4)] bool AnyLabour, [property: Id(5)] ImmutableArray<string> Evidence) : MonitoringCommand;

[GenerateSerializer, Immutable, Alias("decide-clearing")]
public sealed record DecideClearing(
    [property: Id(0)] string ClearingId, [property: Id(1)] DateOnly On, [property: Id(2)] bool Approved, [property: Id(3)] PersonalText? Reason = null) : MonitoringCommand;

/// <summary>The household closed; its file closes with it. Sent by the reactor only.</summary>
[GenerateSerializer, Immutable, Alias("close-file")]
public sealed record CloseFile([property: Id(0)] DateOnly On) : MonitoringCommand;

/// <summary>The household's closing was withdrawn; its file goes on where it stood. Sent by the reactor only.</summary>
[GenerateSerializer, Immutable, Alias("reopen-file")]
public sealed record ReopenFile([property: Id(0)] DateOnly On) : MonitoringCommand;
