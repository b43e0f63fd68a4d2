using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Revitalization.Domain.Households;

namespace Revitalization.Domain.Monitoring;

/// <summary>
/// One household's monitoring file (监测档案): the step it stands in, what was found, who helps and how. Colour and "overdue"
/// are not here: both change with time alone and are derived when read.
/// </summary>
/// <param name="Since">The day the present step was entered; its clock runs from here.</param>
/// <param name="Round">How often the household was admitted; a takeover counts.</param>
/// <param name="Clearing">Id of the clearing under way.</param>
/// <param name="Withdrawn">Ids taken back, as <c>clue/c1</c>: none is used again.</param>
/// <param name="BeforeClosing">Where it stood when the household closed, for a closing that is withdrawn.</param>
/// <param name="Proposed">As what the township proposed it (拟定类别), while the county has not decided.</param>
public sealed record MonitoringFile(
    long Version, MonitoringStep Step, DateOnly Since, int Round,
    ImmutableArray<Clue> Clues, string? Verifier, Finding? Finding, Notice? Notice,
    Admission? Admission, ResponsibleCadre? Cadre, ImmutableArray<Measure> Measures, ImmutableArray<Visit> Visits,
    DateOnly? ClearedOn, DateOnly? ClosedOn, string? Clearing, ImmutableArray<IncomeTarget> Targets,
    ImmutableArray<CampaignCheck> Checks, ImmutableArray<string> Withdrawn, MonitoringFile? BeforeClosing, MonitoredKind Proposed = MonitoredKind.None)
{
    public static readonly MonitoringFile Empty =
        new(0, MonitoringStep.Idle, default, 0, [], null, null, null, null, null, [], [], null, null, null, [], [], [], null);

    /// <summary>Admitted and not yet cleared, whatever step of clearing it stands in.</summary>
    [JsonIgnore]
    public bool IsMonitored => Admission is not null;

    [JsonIgnore]
    public bool IsClearing => Step is MonitoringStep.ClearingReview or MonitoringStep.ClearingNotice or MonitoringStep.ClearingApproval;

    public Measure? Measure(string id) => Measures.FirstOrDefault(measure => string.Equals(measure.Id, id, StringComparison.Ordinal));

    public Clue? Clue(string id) => Clues.FirstOrDefault(clue => string.Equals(clue.Id, id, StringComparison.Ordinal));

    public Visit? Visit(string id) => Visits.FirstOrDefault(visit => string.Equals(visit.Id, id, StringComparison.Ordinal));

    public bool WasWithdrawn(string kind, string id) => Withdrawn.Contains($"{kind}/{id}", StringComparer.Ordinal);
}

/// <param name="Settled">Answered by a verification, whatever it found.</param>
public sealed record Clue(string Id, DateOnly On, ClueOrigin Origin, RiskKind Risk, bool Settled);

/// <summary>What was last found or forecast.</summary>
/// <param name="AssessedOn">The assessed colour is measured from here.</param>
public sealed record Finding(ImmutableArray<RiskKind> Risks, BasicNeeds Needs, DateOnly AssessedOn, DateOnly ExpectedClearOn);

/// <param name="Until">Last day it must hang; days on which an objection was open are added.</param>
public sealed record Notice(string Id, DateOnly PostedOn, DateOnly Until, ImmutableArray<Objection> Objections)
{
    [JsonIgnore]
    public bool AnyOpen => Objections.Any(objection => objection.SettledOn is null);
}

public sealed record Objection(string Id, DateOnly RaisedOn, DateOnly? SettledOn);

/// <param name="TakenOver">承接在册: monitored by the national system before, by no procedure of this county's.</param>
/// <param name="TakenOn">When it was taken over; null of an admission by procedure.</param>
public sealed record Admission(DateOnly On, MonitoredKind Kind, bool TakenOver = false, DateOnly? TakenOn = null)
{
    /// <summary>Since when this county plans for it.</summary>
    [JsonIgnore]
    public DateOnly PlannedFrom => TakenOn ?? On;
}

public sealed record ResponsibleCadre(string Account, CadreRank Rank, DateOnly Since);

/// <param name="Member">Whom it is for; null for the household.</param>
public sealed record Measure(
    string Id, string Kind, long AmountFen, long Quantity, string Unit, string Cadre, DateOnly PlannedOn, DateOnly DueOn, DateOnly? CompletedOn,
    string? Member = null);

/// <param name="By">Account of who went.</param>
public sealed record Visit(string Id, DateOnly On, BasicNeeds Needs, string By);

/// <summary>增收目标 of one year, per head.</summary>
public sealed record IncomeTarget(int Year, long PerHeadFen);

/// <summary>Seen in a campaign (集中排查).</summary>
public sealed record CampaignCheck(string Campaign, DateOnly On, BasicNeeds Needs, string By);
