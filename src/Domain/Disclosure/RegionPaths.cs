namespace Revitalization.Domain.Disclosure;

/// <summary>Places that change together, each by as much as the others or by its opposite, so that no place's total is touched.</summary>
internal readonly record struct RegionPath(int[] Regions, int[] Signs);

/// <summary>
/// What one village has more another has less: pairs of places, with all places between them and what they have in common, or one line
/// from a village to the top. A figure moved along such a path leaves every sum over regions as it was.
/// </summary>
internal sealed class RegionPaths
{
    private const int PartnersMost = 5, RichMost = 3;

    private readonly LinkedTable _table;
    private readonly HiddenCells _hidden;
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<int> _parent = [];
    private readonly List<List<int>> _children = [];
    private readonly Dictionary<(string Period, string Indicator), int> _column = [];
    private readonly int[] _regionOf, _columnOf;
    private readonly int[][] _cellAt;

    public RegionPaths(LinkedTable table, HiddenCells hidden)
    {
        (_table, _hidden) = (table, hidden);
        foreach (var cell in table.Cells) Add(cell.Region);
        foreach (var cell in table.Cells.Take(table.PublishedCount).Where(cell => cell.Parent is not null && _parent[_index[cell.Region]] < 0)) Bind(cell);
        _regionOf = [.. table.Cells.Select(cell => _index[cell.Region])];
        _columnOf = new int[table.Cells.Count];
        for (var at = 0; at < _columnOf.Length; at++) _columnOf[at] = at < table.PublishedCount ? Column(table.Cells[at]) : -1;
        _cellAt = [.. _index.Select(_ => Enumerable.Repeat(-1, _column.Count).ToArray())];
        for (var at = 0; at < table.PublishedCount; at++) _cellAt[_regionOf[at]][_columnOf[at]] = at;
    }

    public int RegionOf(int cell) => _regionOf[cell];

    /// <summary>Period and indicator as a number; −1 where the cell is not of the table itself and moves alone.</summary>
    public int ColumnOf(int cell) => _columnOf[cell];

    /// <summary>−1 where the table has no such figure.</summary>
    public int CellAt(int region, int column) => _cellAt[region][column];

    /// <summary>Nearest first: neighbours, then neighbours of the places above, at last the line to the top.</summary>
    /// <param name="pilot">The figure that is to move, by which partners are chosen.</param>
    public IEnumerable<RegionPath> From(int region, int pilot, long by)
    {
        var column = _columnOf[pilot];
        List<int> line = [.. Below(region, column), region];
        for (var top = region; ; top = _parent[top])
        {
            if (top != region) line.Add(top);
            if (_parent[top] < 0) break;
            foreach (var partner in Partners(top, column, by))
            {
                int[] other = [partner, .. Below(partner, column)];
                yield return new([.. line, .. other], [.. line.Select(_ => 1), .. other.Select(_ => -1)]);
            }
        }
        yield return new([.. line], [.. line.Select(_ => 1)]);
    }

    /// <summary>Partners with most of the figure: neighbours, then neighbours of the places above, at last the line to the top.</summary>
    public IEnumerable<RegionPath> Rich(int region, int pilot)
    {
        var column = _columnOf[pilot];
        List<int> line = [.. Below(region, column), region];
        for (var top = region; ; top = _parent[top])
        {
            if (top != region) line.Add(top);
            if (_parent[top] < 0) break;
            foreach (var partner in _children[_parent[top]].Where(each => each != top).Select(each => (Region: each, Cell: _cellAt[each][column])).Where(each => each.Cell >= 0)
                .OrderByDescending(each => Math.Abs(_table.Cells[each.Cell].Value)).ThenBy(each => each.Region).Take(RichMost).Select(each => each.Region))
            {
                int[] other = [partner, .. Below(partner, column)];
                yield return new([.. line, .. other], [.. line.Select(_ => 1), .. other.Select(_ => -1)]);
            }
        }
        yield return new([.. line], [.. line.Select(_ => 1)]);
    }

    private IEnumerable<int> Partners(int region, int column, long by) => _children[_parent[region]].Where(each => each != region)
        .Select(each => (Region: each, Cell: _cellAt[each][column])).Where(each => each.Cell >= 0)
        .OrderBy(each => _hidden.IsUnknown(each.Cell) ? 0 : 1).ThenBy(each => by < 0 || _hidden.Room(each.Cell) >= by ? 0 : 1)
        .ThenBy(each => Math.Abs(_table.Cells[each.Cell].Value)).ThenBy(each => each.Region).Take(PartnersMost).Select(each => each.Region);

    /// <summary>From a place down to one village: where the figure is hidden already, or else where most of it is.</summary>
    private List<int> Below(int region, int column)
    {
        var line = new List<int>();
        while (_children[region].Count > 0)
        {
            var next = _children[region].Select(each => (Region: each, Cell: _cellAt[each][column])).Where(each => each.Cell >= 0)
                .OrderBy(each => _hidden.IsUnknown(each.Cell) ? 0 : 1).ThenByDescending(each => Math.Abs(_table.Cells[each.Cell].Value)).ThenBy(each => each.Region)
                .Select(each => each.Region).FirstOrDefault(-1);
            if (next < 0) break;
            line.Add(region = next);
        }
        return line;
    }

    private void Add(string region)
    {
        if (!_index.TryAdd(region, _index.Count)) return;
        _parent.Add(-1);
        _children.Add([]);
    }

    private void Bind(DisclosureCell cell)
    {
        if (!_index.TryGetValue(cell.Parent!, out var parent)) return;
        _parent[_index[cell.Region]] = parent;
        _children[parent].Add(_index[cell.Region]);
    }

    private int Column(DisclosureCell cell)
    {
        var key = (cell.Period.ToString(), cell.Indicator);
        if (!_column.TryGetValue(key, out var column)) _column[key] = column = _column.Count;
        return column;
    }
}
