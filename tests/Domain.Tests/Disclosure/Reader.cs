using Revitalization.Domain.Calendar;
using Revitalization.Domain.Disclosure;
using Revitalization.Domain.Indicators;

namespace Revitalization.Domain.Tests.Disclosure;

/// <summary>
/// Somebody who kept every release and solves them all together, exactly: knows what adds up to what, that a figure which did not change since is the
/// same figure, and that a hidden count is no nothing. Written apart from the product, from the meaning of the figures.
/// </summary>
internal sealed class Reader
{
    public readonly record struct Figure(string Region, Period Period, string Indicator, long Value);

    private readonly Dictionary<(string Region, Period Period, string Indicator), int> _newest = [];
    private readonly List<Figure> _list = [];
    private readonly HashSet<int> _known = [];
    private readonly HashSet<int> _rests = [];
    private readonly List<(int Total, List<(int Cell, int Sign)> Parts)> _sums = [];

    public void Read(IReadOnlyList<DisclosureCell> cells, IReadOnlyList<DisclosureVerdict> verdicts)
    {
        var values = cells.ToDictionary(cell => (cell.Region, cell.Period, cell.Indicator), cell => cell.Value);
        for (var at = 0; at < cells.Count; at++)
        {
            var figure = Of(cells[at].Region, cells[at].Period, cells[at].Indicator, cells[at].Value);
            if (verdicts[at].Status == DisclosureStatus.Published) _known.Add(figure);
        }
        foreach (var family in cells.Where(cell => cell.Parent is not null).GroupBy(cell => (Region: cell.Parent!, cell.Period, cell.Indicator)))
            if (values.ContainsKey(family.Key)) Add(family.Key, [.. family.Select(cell => ((cell.Region, cell.Period, cell.Indicator), 1))]);
        foreach (var cell in cells)
        {
            foreach (var classes in IndicatorCatalog.Classifications.Where(classes => classes.Total == cell.Indicator))
            {
                var parts = classes.Parts.Where(part => values.ContainsKey((cell.Region, cell.Period, part))).Select(part => ((cell.Region, cell.Period, part), part == classes.Subtracted ? -1 : 1)).ToList();
                if (parts.Count > 0) Add((cell.Region, cell.Period, cell.Indicator), parts, classes.HasRemainder);
            }
            if (IndicatorCatalog.PeopleOf.TryGetValue(cell.Indicator, out var households) && values.ContainsKey((cell.Region, cell.Period, households)))
                Add((cell.Region, cell.Period, cell.Indicator), [((cell.Region, cell.Period, households), 1)], hasRest: true);
            if (cell.Period.Kind == PeriodKind.Year) AddYear(cell);
        }

        void AddYear(DisclosureCell year)
        {
            int[] quarters = IndicatorCatalog.Of(year.Indicator).Accumulation == Accumulation.Stock ? [4] : [1, 2, 3, 4];
            var parts = quarters.Select(quarter => (year.Region, Period.OfQuarter(year.Period.Year, quarter), year.Indicator)).Where(values.ContainsKey).Select(part => (part, 1)).ToList();
            if (parts.Count > 0 && IndicatorCatalog.Of(year.Indicator).Accumulation != Accumulation.Ratio) Add((year.Region, year.Period, year.Indicator), parts);
        }

        void Add((string Region, Period Period, string Indicator) total, List<((string Region, Period Period, string Indicator) Key, int Sign)> parts, bool hasRest = false)
        {
            var sum = parts.Sum(part => values[part.Key] * part.Sign);
            if (sum > values[total] || (!hasRest && sum != values[total])) return; // They leave something out, or count other people.
            var terms = parts.ConvertAll(part => (Of(part.Key.Region, part.Key.Period, part.Key.Indicator, values[part.Key]), part.Sign));
            if (hasRest)
            {
                var rest = Of(total.Region, total.Period, $"{total.Indicator} less {parts[0].Key.Indicator} #{_sums.Count}", values[total] - sum);
                _rests.Add(rest);
                terms.Add((rest, 1));
            }
            _sums.Add((Of(total.Region, total.Period, total.Indicator, values[total]), terms));
        }
    }

    /// <summary>A document says it.</summary>
    public void Hear(Figure figure) => _known.Add(Of(figure.Region, figure.Period, figure.Indicator, figure.Value));

    /// <summary>Hidden figures that can be told closer than they should, with the least and the most they can be.</summary>
    public IEnumerable<(Figure Figure, Fraction Least, Fraction Most)> Narrowed(Func<string, long, long> width)
    {
        foreach (var (unknowns, sums) in Pieces())
        {
            var place = unknowns.Select((cell, at) => (cell, at)).ToDictionary(pair => pair.cell, pair => pair.at);
            var program = new ExactProgram(unknowns.Count, [.. sums.Select(sum => Row(sum, place))]);
            foreach (var cell in unknowns.Where(cell => !_rests.Contains(cell)))
            {
                var (value, floor, needed) = (_list[cell].Value, Floor(cell), width(_list[cell].Indicator, _list[cell].Value));
                var most = program.Most(place[cell], value - floor + needed) + floor;
                if (most.CompareTo(value + needed) >= 0) continue;
                var least = program.Least(place[cell], most - needed - floor) + floor;
                if ((most - least).CompareTo(needed) < 0) yield return (_list[cell], least, most);
            }
        }
    }

    private long Floor(int cell) => !_rests.Contains(cell) && IndicatorCatalog.Of(_list[cell].Indicator).Scale == 0 ? Math.Min(1, _list[cell].Value) : 0;

    // Each unknown counted from the least it can be.
    private (IReadOnlyDictionary<int, int>, long) Row((int Total, List<(int Cell, int Sign)> Parts) sum, Dictionary<int, int> place)
    {
        var (factors, constant) = (new Dictionary<int, int>(), 0L);
        foreach (var (cell, sign) in sum.Parts.Append((sum.Total, -1)))
        {
            if (place.TryGetValue(cell, out var at)) factors[at] = factors.GetValueOrDefault(at) + sign;
            constant -= sign * (place.ContainsKey(cell) ? Floor(cell) : _list[cell].Value);
        }
        return (factors, constant);
    }

    /// <summary>Unknowns that hang together by some sum.</summary>
    private List<(List<int> Unknowns, List<(int Total, List<(int Cell, int Sign)> Parts)> Sums)> Pieces()
    {
        var leader = Enumerable.Range(0, _list.Count).ToArray();
        foreach (var (total, parts) in _sums)
        {
            var unknown = parts.Select(part => part.Cell).Append(total).Where(cell => !_known.Contains(cell)).ToList();
            foreach (var cell in unknown) leader[Leader(cell)] = Leader(unknown[0]);
        }
        var sums = _sums.Where(sum => sum.Parts.Exists(part => !_known.Contains(part.Cell)) || !_known.Contains(sum.Total))
            .ToLookup(sum => Leader(sum.Parts.Select(part => part.Cell).Append(sum.Total).First(cell => !_known.Contains(cell))));
        return [.. Enumerable.Range(0, _list.Count).Where(cell => !_known.Contains(cell)).GroupBy(Leader).Select(piece => (piece.ToList(), sums[piece.Key].ToList()))];

        int Leader(int cell)
        {
            while (leader[cell] != cell) cell = leader[cell] = leader[leader[cell]];
            return cell;
        }
    }

    private int Of(string region, Period period, string indicator, long value)
    {
        if (_newest.TryGetValue((region, period, indicator), out var at) && _list[at].Value == value) return at;
        _newest[(region, period, indicator)] = _list.Count;
        _list.Add(new(region, period, indicator, value));
        return _list.Count - 1;
    }
}
