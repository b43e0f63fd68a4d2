using System.Collections.Immutable;

namespace Revitalization.Domain.Aid.Checks;

/// <summary>A fact of one check. Who acted stands in the log beside it.</summary>
public abstract record AidCheckEvent(DateOnly On);

/// <summary>The numbers themselves are the fact: later acts, corrections and plans do not reach them.</summary>
/// <param name="Recipient">County that checked.</param>
public sealed record AidCheckTaken(DateOnly On, string Partnership, string Recipient, string Period, long Position, CheckFigures Figures) : AidCheckEvent(On);

public sealed record FindingRaised(DateOnly On, string Finding, string Text, string Responsible, DateOnly DueOn, AidField? Field) : AidCheckEvent(On);

public sealed record FindingRectified(DateOnly On, string Finding, string Text, ImmutableArray<string> Evidence) : AidCheckEvent(On);

public sealed record FindingSentBack(DateOnly On, string Finding, string Reason) : AidCheckEvent(On);

public sealed record FindingClosed(DateOnly On, string Finding) : AidCheckEvent(On);
