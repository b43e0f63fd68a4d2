using Revitalization.Domain.Calendar;

namespace Revitalization.Domain.Indicators;

/// <summary>One delta of one household: what it adds to its village's figure in the quarter it takes effect.</summary>
/// <param name="Quarter">May lie in the future (somebody turns sixty); releases sum only up to their period.</param>
public readonly record struct ContributionEntry(string Village, Period Quarter, string Indicator, long Delta);
