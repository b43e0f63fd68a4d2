using System.Collections.Immutable;
using Revitalization.Domain.Households;

namespace Revitalization.Domain.Monitoring;

/// <summary>
/// One household's monitoring file (监测档案): the step it stands in, what was found, who helps and how. Colour and "overdue"
/// are not here: both change with time alone and are derived when read.
/// </summary>
/// <param name="Since">The day the present step was entered; its clock runs from here.</param>
/// <param name="Round">How often the household was admitted.</param>
public sealed record MonitoringFile(
    long Version, MonitoringStep Step, DateOnly Since, int Round,
    ImmutableArray<Clue> Clues, string? Verifier, Finding? Finding, Notice? Notice,
    Admission? Admission, ResponsibleCadre? Cadre, ImmutableArray<Measure> Measures, ImmutableArray<Visit> Visits,
    DateOnly? ClearedOn, DateOnly? ClosedOn)
{
    public static readonly MonitoringFile Empty =
        new(0, MonitoringStep.Idle, default, 0, [], null, null, null, null, null, [], [], null, null);

    /// <summary>Admitted and not yet cleared, whatever step of clearing it stands in.</summary>
    public bool IsMonitored => Admission is not null;

    public bool IsClearing => Step is MonitoringStep.ClearingReview or MonitoringStep.ClearingNotice or MonitoringStep.ClearingApproval;

    public Measure? Measure(string id) => Measures.FirstOrDefault(measure => string.Equals(measure.Id, id, StringComparison.Ordinal));

    public Clue? Clue(string id) => Clues.FirstOrDefault(clue => string.Equals(clue.Id, id, StringComparison.Ordinal));
}

/// <param name="Settled">Answered by a verification, whatever it found.</param>
public sealed record Clue(string Id, DateOnly On, ClueOrigin Origin, RiskKind Risk, bool Settled);

/// <summary>What was last found or forecast.</summary>
/// <param name="AssessedOn">The assessed colour is measured from here.</param>
public sealed record Finding(ImmutableArray<RiskKind> Risks, BasicNeeds Needs, DateOnly AssessedOn, DateOnly ExpectedClearOn);

/// <param name="Until">Last day it must hang; days on which an objection was open are added.</param>
public sealed record Notice(DateOnly PostedOn, DateOnly Until, ImmutableArray<Objection> Objections)
{
    public bool AnyOpen => Objections.Any(objection => objection.SettledOn is null);
}

public sealed record Objection(string Id, DateOnly RaisedOn, DateOnly? SettledOn);

public sealed record Admission(DateOnly On, MonitoredKind Kind);

public sealed record ResponsibleCadre(string Account, CadreRank Rank, DateOnly Since);

public sealed record Measure(string Id, string Kind, long AmountFen, long Quantity, string Unit, string Cadre, DateOnly PlannedOn, DateOnly DueOn, DateOnly? CompletedOn);

public sealed record Visit(string Id, DateOnly On);
