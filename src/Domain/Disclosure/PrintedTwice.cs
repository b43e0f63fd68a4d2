using Revitalization.Domain.Calendar;

namespace Revitalization.Domain.Disclosure;

/// <summary>
/// Places whose only child has the very same figures: a county with one township prints each number twice. Whoever knows one knows the other, so both are
/// judged as one figure, by the stricter of their rules, and hiding it costs what hiding one figure costs.
/// </summary>
internal sealed class PrintedTwice
{
    private readonly Dictionary<string, string> _same = new(StringComparer.Ordinal);
    private readonly int[] _at;

    public PrintedTwice(IReadOnlyList<DisclosureCell> cells)
        : this(cells, Chains(cells))
    {
    }

    private PrintedTwice(IReadOnlyList<DisclosureCell> cells, Dictionary<string, string> same)
    {
        _same = same;
        var (merged, places, seen) = (new List<DisclosureCell>(), new Dictionary<(string, Period, string), int>(), new HashSet<(string, Period, string)>());
        _at = new int[cells.Count];
        for (var at = 0; at < cells.Count; at++)
        {
            var cell = cells[at];
            if (!seen.Add((cell.Region, cell.Period, cell.Indicator))) throw new ArgumentException($"{cell.Indicator} of {cell.Region} in {cell.Period} stands twice.", nameof(cells));
            var key = (Of(cell.Region), cell.Period, cell.Indicator);
            if (!places.TryGetValue(key, out _at[at]))
            {
                places[key] = _at[at] = merged.Count;
                merged.Add(cell with { Region = key.Item1, Level = CellWeights.Level(cell) });
            }
            else merged[_at[at]] = Joined(merged[_at[at]], cell);
        }
        Cells = merged;
    }

    /// <summary>Each figure once, under the lowest of its places.</summary>
    public IReadOnlyList<DisclosureCell> Cells { get; }

    public static PrintedTwice None(IReadOnlyList<DisclosureCell> cells) => new(cells, new(StringComparer.Ordinal));

    /// <summary>The place under which a place's figures stand.</summary>
    public string Of(string region)
    {
        while (_same.TryGetValue(region, out var child)) region = child;
        return region;
    }

    /// <summary>Where among <see cref="Cells"/> one of the cells as given stands.</summary>
    public int At(int cell) => _at[cell];

    private static DisclosureCell Joined(DisclosureCell one, DisclosureCell other)
    {
        var upper = CellWeights.Level(one) > CellWeights.Level(other) ? one : other;
        return one with
        {
            Parent = upper.Parent, Level = CellWeights.Level(upper), Protected = one.Protected || other.Protected, Dominated = one.Dominated || other.Dominated,
            Limits = one.Limits.Stricter(other.Limits),
        };
    }

    private static Dictionary<string, string> Chains(IReadOnlyList<DisclosureCell> cells)
    {
        var figures = cells.ToLookup(cell => cell.Region, StringComparer.Ordinal);
        var children = cells.Where(cell => cell.Parent is not null).Select(cell => (Parent: cell.Parent!, cell.Region)).Distinct().ToLookup(pair => pair.Parent, pair => pair.Region, StringComparer.Ordinal);
        return figures.Where(place => children[place.Key].Count() == 1).Select(place => (place.Key, Child: children[place.Key].Single()))
            .Where(pair => AreSame(figures[pair.Key], figures[pair.Child])).ToDictionary(pair => pair.Key, pair => pair.Child, StringComparer.Ordinal);
    }

    private static bool AreSame(IEnumerable<DisclosureCell> place, IEnumerable<DisclosureCell> child)
    {
        var known = child.ToDictionary(cell => (cell.Period, cell.Indicator), cell => cell.Value);
        return place.Count() == known.Count && place.All(cell => known.TryGetValue((cell.Period, cell.Indicator), out var value) && value == cell.Value);
    }
}
