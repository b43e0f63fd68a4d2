using Revitalization.Portal.Cube.Conditions;

namespace Revitalization.Portal.Cube.Grouping;

/// <summary>
/// The order of groups by their keys. Where each dimension has one key, its members are sorted once and the groups met in order, as a counter goes through
/// its digits; else members are ranked once a dimension, and groups sorted by one number each. No two texts are compared twice.
/// </summary>
internal sealed class GroupOrder
{
    private readonly DimensionParts[] _dimensions;
    private readonly IReadOnlyList<GroupKey> _keys;
    private readonly int[] _sizes, _steps;

    public GroupOrder(DimensionParts[] dimensions, IReadOnlyList<GroupKey> keys)
    {
        (_dimensions, _keys) = (dimensions, keys);
        _sizes = [.. dimensions.Select(dimension => Math.Max(1, dimension.Keys.Count))];
        _steps = new int[_sizes.Length];
        for (var (at, step) = (_sizes.Length - 1, 1); at >= 0; step *= _sizes[at--]) _steps[at] = step;
    }

    public int MemberOf(int number, int dimension) => (int)((uint)number / (uint)_steps[dimension] % (uint)_sizes[dimension]);

    /// <param name="rows">How many rows each group has.</param>
    /// <returns>The numbers of those that have any; not ordered where so many keys fit no number: whoever wants an order then compares cells.</returns>
    public (int[] Numbers, bool Ordered) Of(long[] rows) =>
        _keys.Select(key => key.Dimension).Distinct().Count() == _keys.Count ? (Counted(rows), true) : Sorted(rows);

    private int[] Counted(long[] rows)
    {
        var members = _keys.Select(Sorted).ToArray();
        var steps = _keys.Select(key => _steps[key.Dimension]).ToArray();
        if (members.Any(dimension => dimension.Length == 0)) return [];
        var found = new List<int>();
        var digits = new int[members.Length];
        for (var last = digits.Length - 1; ;)
        {
            var first = 0;
            for (var at = 0; at < last; at++) first += members[at][digits[at]] * steps[at];
            foreach (var member in members[last])
            {
                var number = first + (member * steps[last]);
                if (number < rows.Length && rows[number] > 0) found.Add(number);
            }
            var next = last - 1;
            while (next >= 0 && ++digits[next] == members[next].Length) digits[next--] = 0;
            if (next < 0) return [.. found];
        }
    }

    private int[] Sorted(GroupKey key)
    {
        var cells = _dimensions[key.Dimension].Keys.Select(member => member[0]).ToArray();
        var members = Enumerable.Range(0, cells.Length).ToArray();
        Array.Sort(cells, members, Comparer<Cell>.Create(Cell.Compare));
        return members;
    }

    private (int[] Numbers, bool Ordered) Sorted(long[] rows)
    {
        var numbers = Enumerable.Range(0, rows.Length).Where(number => rows[number] > 0).ToArray();
        var weights = new long[_keys.Count];
        var weight = (Int128)1;
        for (var at = _keys.Count - 1; at >= 0; at--)
        {
            weights[at] = (long)weight;
            weight *= _sizes[_keys[at].Dimension];
            if (weight > long.MaxValue) return (numbers, false);
        }
        var ranks = _keys.Select(Ranks).ToArray();
        var places = new long[numbers.Length];
        for (var row = 0; row < places.Length; row++)
        {
            for (var at = 0; at < ranks.Length; at++) places[row] += weights[at] * ranks[at][MemberOf(numbers[row], _keys[at].Dimension)];
        }
        Array.Sort(places, numbers);
        return (numbers, true);
    }

    private int[] Ranks(GroupKey key)
    {
        var cells = _dimensions[key.Dimension].Keys.Select(member => member[key.At]).ToArray();
        var different = cells.Distinct().ToArray();
        Array.Sort(different, Cell.Compare);
        var rank = new Dictionary<Cell, int>(different.Length);
        for (var at = 0; at < different.Length; at++) rank[different[at]] = at;
        return Array.ConvertAll(cells, cell => rank[cell]);
    }
}
