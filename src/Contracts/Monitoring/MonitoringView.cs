using Revitalization.Contracts.Policies;

namespace Revitalization.Contracts.Monitoring;

/// <summary>One household's monitoring file (监测档案): <c>GET /api/households/{id}/monitoring</c>. Each read is an audited event.</summary>
/// <param name="Step">See <see cref="MonitoringTerms.Steps"/>; <c>idle</c> outside any procedure.</param>
/// <param name="Since">Day the step was entered; null where there never was one.</param>
/// <param name="Round">How often it was admitted; 2 and more is a re-admission (再次纳入).</param>
/// <param name="Next">Names of the acts this caller may do now (<see cref="MonitoringActs"/>): forms are shown for these.</param>
/// <param name="ProposedKind">As what the township proposed the household, while the county has not decided.</param>
/// <param name="Clearing">Id of the clearing under way, which its decision is put to; null outside one.</param>
public sealed record MonitoringView(
    string Household, string VillageCode, string? HeadNameMasked, long Version, string Step, DateOnly? Since, int Round, string? Kind, DateOnly? AdmittedOn, DateOnly? ClearedOn,
    DateOnly? ExpectedClearOn, ColourView? Colour, CadreView? Cadre, bool CadreWanted, string? Verifier, NoticeView? Notice,
    IReadOnlyList<string> Risks, IReadOnlyList<string> Needs, IReadOnlyList<ClueView> Clues, IReadOnlyList<MeasureView> Measures, IReadOnlyList<VisitView> Visits,
    IReadOnlyList<IncomeTargetView> IncomeTargets, IReadOnlyList<DeadlineView> Deadlines, IReadOnlyList<string> Next, IReadOnlyList<TimelineEntry> Timeline,
    string? Clearing = null, string? ProposedKind = null);

/// <summary>A colour (预警颜色) with its two halves; names come from the county's pack.</summary>
/// <param name="Severity">1–3, common to all counties.</param>
/// <param name="Assessed">Id of the colour by forecast; <paramref name="Elapsed"/> by time.</param>
/// <param name="RequiredRank">Rank the responsible cadre must have.</param>
public sealed record ColourView(string Id, string Name, int Severity, string Help, string RequiredRank, string RequiredRankName, string Assessed, string Elapsed,
    string AssessedName = "", string ElapsedName = "");

/// <param name="RankSuffices">False where the colour asks for a higher rank: another must be named.</param>
public sealed record CadreView(string Account, string Rank, DateOnly Since, bool RankSuffices);

public sealed record NoticeView(string Act, DateOnly PostedOn, string Place, string Proof, DateOnly LastDay, IReadOnlyList<ObjectionView> Objections);

public sealed record ObjectionView(string Id, DateOnly RaisedOn, string? Statement, DateOnly? SettledOn, bool? Upheld, string? Finding);

public sealed record ClueView(string Id, DateOnly On, string Origin, string Risk, string? Note, IReadOnlyList<string> Evidence, bool Settled, bool Withdrawn);

public sealed record MeasureView(
    string Id, string Kind, string? Member, long AmountFen, long Quantity, string Unit, string Cadre, DateOnly PlannedOn, DateOnly DueOn, DateOnly? CompletedOn, string? Result, IReadOnlyList<string> Evidence);

public sealed record VisitView(string Id, DateOnly On, string By, IReadOnlyList<string> Needs, string? Note, IReadOnlyList<string> Evidence);

/// <param name="ReachedFen">Per head by the quarters reported so far; null where none is.</param>
public sealed record IncomeTargetView(int Year, long PerHeadFen, long? ReachedFen, int QuartersReported);

/// <summary>A limit (时限). Overdue is derived on the day it is read.</summary>
/// <param name="IsProvisional">Counted beyond the published holidays (暂定).</param>
/// <param name="Rule">Rule of the pack it follows from; empty for a measure's own due day.</param>
public sealed record DeadlineView(string Kind, string Title, string Subject, DateOnly StartedOn, DateOnly DueOn, bool IsProvisional, bool IsOverdue, string Rule);

/// <summary>One event of the file, in words.</summary>
/// <param name="Text">Free text of it, opened for whoever may read the file.</param>
public sealed record TimelineEntry(long Version, string Type, string Title, DateOnly On, DateTimeOffset RecordedAt, string Actor, string? Text, IReadOnlyList<string> Evidence);

/// <summary>Why a household stands where it stands on a day (为什么): <c>GET /api/households/{id}/explain?on=&amp;knownOn=</c>. The answer for a past day, as known then, never changes.</summary>
/// <param name="Changes">What would change it: what must be done by when, and when the colour will change by time alone.</param>
public sealed record MonitoringExplanation(
    string Household, DateOnly On, DateOnly KnownOn, string Step, string StepTitle, ColourView? Colour,
    IReadOnlyList<ExplanationView> Because, IReadOnlyList<DeadlineView> Deadlines, IReadOnlyList<string> Changes, string? Pack);
