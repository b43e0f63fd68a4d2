using Revitalization.Domain.Indicators;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Indicators;

/// <summary>
/// The changes that one batch makes to the roll-ups (汇总), by difference: new contribution minus the stored old one,
/// for the village and every region above it. Summed here first, so that a batch touches each cell once.
/// </summary>
public sealed class RollupDeltas(RegionBook regions)
{
    /// <summary>A stock at a period is the sum of deltas up to it, a flow the sum within it.</summary>
    public static readonly ProjectionTable Table = new(
        "rollups",
        """
        region_code TEXT NOT NULL, period TEXT NOT NULL, indicator TEXT NOT NULL, delta BIGINT NOT NULL,
        PRIMARY KEY (region_code, period, indicator)
        """,
        "indicator, region_code, period");

    private static readonly RowShape s_row = new("rollups", ["region_code", "period", "indicator"], ["delta"], Add: true);

    private readonly Dictionary<ContributionEntry, long> _cells = [];

    /// <summary>Both in the same order: what stands at the beginning and at the end of both is passed over, which is most.</summary>
    public void Replace(IReadOnlyList<ContributionEntry> old, IReadOnlyList<ContributionEntry> now)
    {
        var (from, least) = (0, Math.Min(old.Count, now.Count));
        while (from < least && old[from] == now[from]) from++;
        var after = 0;
        while (after < least - from && old[^(after + 1)] == now[^(after + 1)]) after++;
        for (var at = from; at < old.Count - after; at++) Add(old[at], -old[at].Delta);
        for (var at = from; at < now.Count - after; at++) Add(now[at], now[at].Delta);
    }

    public Task Write(ProjectionBatch batch, CancellationToken cancellation)
    {
        var rows = new Dictionary<(string Region, string Period, string Indicator), long>();
        foreach (var (cell, delta) in _cells.Where(cell => cell.Value != 0))
        {
            var period = cell.Quarter.ToString();
            Add(rows, (cell.Village, period, cell.Indicator), delta);
            foreach (var region in regions.Ancestors(cell.Village)) Add(rows, (region.Code, period, cell.Indicator), delta);
        }
        // In order of the key, so that neighbouring rows meet the same page of the index.
        return batch.Upsert(s_row, [.. rows.OrderBy(row => row.Key.Region, StringComparer.Ordinal).ThenBy(row => row.Key.Period, StringComparer.Ordinal)
            .Select(row => new object?[] { row.Key.Region, row.Key.Period, row.Key.Indicator, row.Value })], cancellation);
    }

    private void Add(ContributionEntry entry, long delta)
    {
        var cell = entry with { Delta = 0 };
        _cells[cell] = _cells.GetValueOrDefault(cell) + delta;
    }

    private static void Add<TKey>(Dictionary<TKey, long> sums, TKey key, long delta) where TKey : notnull =>
        sums[key] = sums.GetValueOrDefault(key) + delta;
}
