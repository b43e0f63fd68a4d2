using System.Collections.Immutable;
using Revitalization.Domain.Households;
using Revitalization.Domain.Privacy;

namespace Revitalization.Domain.Monitoring;

/// <summary>A fact of one household's monitoring file. Who acted stands in the log beside it.</summary>
public abstract record MonitoringEvent(DateOnly On);

public sealed record ClueReported(
    DateOnly On, string ClueId, ClueOrigin Origin, RiskKind Risk, PersonalText? Note, ImmutableArray<string> Evidence) : MonitoringEvent(On);

/// <summary>Reported by mistake; the last open one ends the procedure.</summary>
public sealed record ClueWithdrawn(DateOnly On, string ClueId, PersonalText Reason) : MonitoringEvent(On);

/// <summary>Sent out, or given to another verifier: the clock of the verification runs from the first time.</summary>
public sealed record CluesDispatched(DateOnly On, string Assignee) : MonitoringEvent(On);

public sealed record RiskVerified(
    DateOnly On, string VerificationId, ImmutableArray<RiskKind> Risks, BasicNeeds Needs, DateOnly ExpectedClearOn,
    ImmutableArray<string> Evidence) : MonitoringEvent(On);

public sealed record VillageReviewAgreed(DateOnly On, int Present, int InFavour, ImmutableArray<string> Evidence) : MonitoringEvent(On);

/// <param name="Until">Last day the notice must hang, by the pack in force when it went up.</param>
public sealed record NoticePosted(DateOnly On, string NoticeId, string Place, string ProofHash, DateOnly Until) : MonitoringEvent(On);

public sealed record ObjectionRaised(DateOnly On, string ObjectionId, PersonalText? Statement) : MonitoringEvent(On);

public sealed record ObjectionSettled(DateOnly On, string ObjectionId, bool Upheld, PersonalText Finding) : MonitoringEvent(On);

public sealed record NoticeClosed(DateOnly On, string NoticeId) : MonitoringEvent(On);

/// <param name="Kind">As what the township proposes the household; none where it said nothing.</param>
public sealed record TownshipReviewAgreed(DateOnly On, MonitoredKind Kind = MonitoredKind.None) : MonitoringEvent(On);

/// <param name="Round">1 for the first admission; more is a re-admission (再次纳入).</param>
public sealed record MonitoringAdmitted(DateOnly On, MonitoredKind Kind, int Round, string Pack) : MonitoringEvent(On);

/// <summary>Taken over from the national system (承接在册), by no procedure of this county's.</summary>
public sealed record MonitoringTakenOver(
    DateOnly On, DateOnly AdmittedOn, MonitoredKind Kind, ImmutableArray<RiskKind> Risks, DateOnly ExpectedClearOn, string Pack) : MonitoringEvent(On);

/// <summary>The procedure ended without admission.</summary>
public sealed record AdmissionDismissed(
    DateOnly On, DismissalReason Reason, PersonalText? Detail, ImmutableArray<string> Evidence = default) : MonitoringEvent(On);

public sealed record CadreNamed(DateOnly On, string Cadre, CadreRank Rank) : MonitoringEvent(On);

public sealed record MeasurePlanned(
    DateOnly On, string MeasureId, string Kind, long AmountFen, long Quantity, string Unit, string Cadre, DateOnly DueOn,
    string? Member = null) : MonitoringEvent(On);

public sealed record MeasureCompleted(DateOnly On, string MeasureId, PersonalText Result, ImmutableArray<string> Evidence) : MonitoringEvent(On);

public sealed record MeasureWithdrawn(DateOnly On, string MeasureId, PersonalText Reason) : MonitoringEvent(On);

/// <param name="By">Account of who went.</param>
public sealed record VisitRecorded(
    DateOnly On, string VisitId, BasicNeeds Needs, string By, PersonalText? Note, ImmutableArray<string> Evidence) : MonitoringEvent(On);

public sealed record VisitWithdrawn(DateOnly On, string VisitId, PersonalText Reason) : MonitoringEvent(On);

/// <summary>Seen in a campaign (集中排查); its coverage is counted from these.</summary>
public sealed record CheckRecorded(DateOnly On, string Campaign, BasicNeeds Needs, string By) : MonitoringEvent(On);

public sealed record IncomeTargetSet(DateOnly On, int Year, long PerHeadFen) : MonitoringEvent(On);

public sealed record RiskReassessed(DateOnly On, DateOnly ExpectedClearOn, PersonalText Reason) : MonitoringEvent(On);

public sealed record ClearingProposed(DateOnly On, string ClearingId, ImmutableArray<string> Evidence) : MonitoringEvent(On);

/// <summary>Clearing was not agreed: help goes on (继续监测).</summary>
public sealed record MonitoringContinued(
    DateOnly On, DismissalReason Reason, PersonalText? Detail, ImmutableArray<string> Evidence = default) : MonitoringEvent(On);

/// <param name="Kind">Of the admission that ends: the register keeps it beside the mark that the risk is cleared.</param>
public sealed record RiskCleared(DateOnly On, int Round, MonitoredKind Kind) : MonitoringEvent(On);

public sealed record FileClosed(DateOnly On) : MonitoringEvent(On);

/// <summary>The household's closing was withdrawn: the file stands again where it stood.</summary>
public sealed record FileReopened(DateOnly On) : MonitoringEvent(On);
