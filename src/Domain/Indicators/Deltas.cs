using Revitalization.Domain.Calendar;

namespace Revitalization.Domain.Indicators;

/// <summary>Deltas on their way into one household's contribution; what meets in one place is added.</summary>
internal sealed class Deltas
{
    private readonly Dictionary<(Period Quarter, string Village, string Indicator), long> _sums = [];

    public void Add(Period quarter, string village, string indicator, long delta) =>
        _sums[(quarter, village, indicator)] = _sums.GetValueOrDefault((quarter, village, indicator)) + delta;

    public IReadOnlyList<ContributionEntry> Entries() =>
    [
        .. _sums.Where(sum => sum.Value != 0)
            .OrderBy(sum => sum.Key.Quarter)
            .ThenBy(sum => sum.Key.Village, StringComparer.Ordinal)
            .ThenBy(sum => sum.Key.Indicator, StringComparer.Ordinal)
            .Select(sum => new ContributionEntry(sum.Key.Village, sum.Key.Quarter, sum.Key.Indicator, sum.Value)),
    ];
}
