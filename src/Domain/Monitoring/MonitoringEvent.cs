using System.Collections.Immutable;
using Revitalization.Domain.Households;
using Revitalization.Domain.Privacy;

namespace Revitalization.Domain.Monitoring;

/// <summary>A fact of one household's monitoring file. Who acted stands in the log beside it.</summary>
public abstract record MonitoringEvent(DateOnly On);

public sealed record ClueReported(
    DateOnly On, string ClueId, ClueOrigin Origin, RiskKind Risk, SealedText? Note, ImmutableArray<string> Evidence) : MonitoringEvent(On);

public sealed record CluesDispatched(DateOnly On, string Assignee) : MonitoringEvent(On);

public sealed record RiskVerified(
    DateOnly On, string VerificationId, ImmutableArray<RiskKind> Risks, BasicNeeds Needs, DateOnly ExpectedClearOn,
    ImmutableArray<string> Evidence) : MonitoringEvent(On);

public sealed record VillageReviewAgreed(DateOnly On, int Present, int InFavour, ImmutableArray<string> Evidence) : MonitoringEvent(On);

/// <param name="Until">Last day the notice must hang, by the pack in force when it went up.</param>
public sealed record NoticePosted(DateOnly On, string Place, string ProofHash, DateOnly Until) : MonitoringEvent(On);

public sealed record ObjectionRaised(DateOnly On, string ObjectionId, SealedText? Statement) : MonitoringEvent(On);

public sealed record ObjectionSettled(DateOnly On, string ObjectionId, bool Upheld, string Finding) : MonitoringEvent(On);

public sealed record NoticeClosed(DateOnly On) : MonitoringEvent(On);

public sealed record TownshipReviewAgreed(DateOnly On) : MonitoringEvent(On);

/// <param name="Round">1 for the first admission; more is a re-admission (再次纳入).</param>
public sealed record MonitoringAdmitted(DateOnly On, MonitoredKind Kind, int Round, string Pack) : MonitoringEvent(On);

/// <summary>The procedure ended without admission.</summary>
public sealed record AdmissionDismissed(DateOnly On, DismissalReason Reason, string? Detail) : MonitoringEvent(On);

public sealed record CadreNamed(DateOnly On, string Cadre, CadreRank Rank) : MonitoringEvent(On);

public sealed record MeasurePlanned(
    DateOnly On, string MeasureId, string Kind, long AmountFen, long Quantity, string Unit, string Cadre, DateOnly DueOn) : MonitoringEvent(On);

public sealed record MeasureCompleted(DateOnly On, string MeasureId, string Result, ImmutableArray<string> Evidence) : MonitoringEvent(On);

public sealed record VisitRecorded(DateOnly On, string VisitId, BasicNeeds Needs, SealedText? Note, ImmutableArray<string> Evidence) : MonitoringEvent(On);

public sealed record RiskReassessed(DateOnly On, DateOnly ExpectedClearOn, string Reason) : MonitoringEvent(On);

public sealed record ClearingProposed(DateOnly On, string ClearingId, ImmutableArray<string> Evidence) : MonitoringEvent(On);

/// <summary>Clearing was not agreed: help goes on (继续监测).</summary>
public sealed record MonitoringContinued(DateOnly On, DismissalReason Reason, string? Detail) : MonitoringEvent(On);

public sealed record RiskCleared(DateOnly On, int Round) : MonitoringEvent(On);

public sealed record FileClosed(DateOnly On) : MonitoringEvent(On);
