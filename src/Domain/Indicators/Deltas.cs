using Revitalization.Domain.Calendar;

namespace Revitalization.Domain.Indicators;

/// <summary>Deltas on their way into one household's contribution; what meets in one place is added.</summary>
internal sealed class Deltas
{
    private readonly Dictionary<(Period Quarter, string Village, string Indicator), long> _sums = [];

    public void Add(Period quarter, string village, string indicator, long delta) =>
        _sums[(quarter, village, indicator)] = _sums.GetValueOrDefault((quarter, village, indicator)) + delta;

    /// <summary>Only what changed between two counts of a village: in most quarters that is little.</summary>
    public void AddDifference(Period quarter, string village, Dictionary<string, long> before, Dictionary<string, long> after)
    {
        foreach (var (indicator, count) in after)
        {
            var delta = count - before.GetValueOrDefault(indicator);
            if (delta != 0) Add(quarter, village, indicator, delta);
        }
        foreach (var (indicator, count) in before)
        {
            if (!after.ContainsKey(indicator)) Add(quarter, village, indicator, -count);
        }
    }

    public IReadOnlyList<ContributionEntry> Entries() =>
    [
        .. _sums.Where(sum => sum.Value != 0)
            .OrderBy(sum => sum.Key.Quarter)
            .ThenBy(sum => sum.Key.Village, StringComparer.Ordinal)
            .ThenBy(sum => sum.Key.Indicator, StringComparer.Ordinal)
            .Select(sum => new ContributionEntry(sum.Key.Village, sum.Key.Quarter, sum.Key.Indicator, sum.Value)),
    ];
}
