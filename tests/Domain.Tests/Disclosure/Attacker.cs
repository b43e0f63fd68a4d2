using Revitalization.Domain.Calendar;
using Revitalization.Domain.Disclosure;
using Revitalization.Domain.Indicators;

namespace Revitalization.Domain.Tests.Disclosure;

/// <summary>
/// Somebody with the published figures, pencil and patience: knows how regions, classes and periods add up, and subtracts
/// wherever one number is missing, again and again. Written apart from the product, from the meaning of the figures.
/// </summary>
internal sealed class Attacker
{
    private readonly Dictionary<(string Region, Period Period, string Indicator), long?> _known = [];
    private readonly ILookup<string, string> _children;

    public Attacker(IReadOnlyList<DisclosureCell> cells, IReadOnlyList<DisclosureVerdict> verdicts)
    {
        for (var at = 0; at < cells.Count; at++)
            _known[(cells[at].Region, cells[at].Period, cells[at].Indicator)] = verdicts[at].Status == DisclosureStatus.Published ? cells[at].Value : null;
        _children = cells.Where(cell => cell.Parent is not null).Select(cell => (cell.Parent, cell.Region)).Distinct()
            .ToLookup(pair => pair.Parent!, pair => pair.Region, StringComparer.Ordinal);
    }

    public long? Knows(DisclosureCell cell) => _known[(cell.Region, cell.Period, cell.Indicator)];

    public void Subtract()
    {
        var places = _known.Keys.ToList();
        bool learned;
        do
        {
            learned = false;
            foreach (var (region, period, indicator) in places)
            {
                learned |= Learn((region, period, indicator), [.. _children[region].Select(child => (child, period, indicator))]);
                foreach (var classes in IndicatorCatalog.Classifications.Where(classes => classes.Total == indicator && !classes.HasRemainder && classes.Subtracted is null))
                    learned |= Learn((region, period, indicator), [.. classes.Parts.Select(part => (region, period, part))]);
                if (period.Kind == PeriodKind.Year) learned |= LearnYear(region, period, indicator);
            }
        }
        while (learned);
    }

    /// <summary>What the parts leave of the total, where both are known: nobody may learn that of a few.</summary>
    public IEnumerable<(string Region, Period Period, string Total, long Left)> Remainders() =>
        from key in _known.Keys.ToList()
        from classes in IndicatorCatalog.Classifications
        where classes.HasRemainder && classes.Total == key.Indicator && _known[key] is not null
            && _known[(key.Region, key.Period, classes.Parts[0])] is not null
        select (key.Region, key.Period, classes.Total, _known[key]!.Value - _known[(key.Region, key.Period, classes.Parts[0])]!.Value);

    private bool LearnYear(string region, Period year, string indicator)
    {
        var quarters = Enumerable.Range(1, 4).Select(quarter => (region, Period.OfQuarter(year.Year, quarter), indicator)).ToList();
        if (!quarters.TrueForAll(_known.ContainsKey)) return false;
        return IndicatorCatalog.Of(indicator).Accumulation == Accumulation.Stock
            ? Learn((region, year, indicator), [quarters[3]])
            : Learn((region, year, indicator), quarters);
    }

    private bool Learn((string, Period, string) total, List<(string, Period, string)> parts)
    {
        if (parts.Count == 0 || !parts.TrueForAll(_known.ContainsKey)) return false;
        var missing = parts.Where(part => _known[part] is null).ToList();
        if (_known[total] is null && missing.Count == 0)
        {
            _known[total] = parts.Sum(part => _known[part]);
            return true;
        }
        if (_known[total] is not { } sum || missing.Count != 1) return false;
        _known[missing[0]] = sum - parts.Sum(part => _known[part] ?? 0);
        return true;
    }
}
