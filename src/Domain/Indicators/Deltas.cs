using System.Runtime.InteropServices;
using Revitalization.Domain.Calendar;

namespace Revitalization.Domain.Indicators;

/// <summary>Deltas on their way into one household's contribution; what meets in one place is added.</summary>
internal sealed class Deltas
{
    private readonly Dictionary<(Period Quarter, string Village, string Indicator), long> _sums = new(64); // A household of three has some fifty.

    public void Add(Period quarter, string village, string indicator, long delta) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_sums, (quarter, village, indicator), out _) += delta;

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

    public IReadOnlyList<ContributionEntry> Entries()
    {
        var entries = new List<ContributionEntry>(_sums.Count);
        foreach (var ((quarter, village, indicator), delta) in _sums)
        {
            if (delta != 0) entries.Add(new(village, quarter, indicator, delta));
        }
        entries.Sort(InOrder);
        return entries;
    }

    private static int InOrder(ContributionEntry left, ContributionEntry right)
    {
        var order = left.Quarter.CompareTo(right.Quarter);
        if (order == 0) order = string.CompareOrdinal(left.Village, right.Village);
        return order != 0 ? order : string.CompareOrdinal(left.Indicator, right.Indicator);
    }
}
