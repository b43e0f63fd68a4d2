using Revitalization.Domain.Indicators;

namespace Revitalization.Domain.Disclosure;

/// <summary>
/// Hides what must be, then as many others as keep every hidden figure's interval open. For each hidden one it finds other tables that agree
/// with all that is published; a figure is left alone only when those tables lie as far apart as its interval asks. What had to be hidden for
/// that is protected in the same way. Deterministic: the order is that of the table.
/// </summary>
internal sealed partial class Suppression
{
    private readonly LinkedTable _table;
    private readonly HiddenCells _hidden;
    private readonly SumGraph _graph;
    private readonly RegionPaths _paths;
    private readonly MoveSearch _search;
    private readonly PathProgram _program;
    private readonly DisclosureReason[] _reasons;
    private readonly Dictionary<int, (int For, int Relation)> _covers = [];
    private readonly long[] _width;
    private readonly long[] _up, _down;
    private readonly PriorityQueue<int, (int Depth, int At)> _waiting = new();
    private readonly List<int> _open = [];

    public Suppression(LinkedTable table)
    {
        _table = table;
        _graph = new SumGraph(table.Cells.Count, table.Relations);
        _hidden = new(table, _graph);
        _paths = new(table, _hidden);
        _search = new(table, _graph, _hidden, _paths);
        _program = new(table, _graph, _hidden, _paths);
        var count = table.Cells.Count;
        (_reasons, _width, _up, _down) = (new DisclosureReason[count], new long[count], new long[count], new long[count]);
        for (var at = 0; at < count; at++) Primary(at);
    }

    public IReadOnlyList<DisclosureReason> Reasons => _reasons;

    /// <summary>Hidden ones for which no other table was found: what earlier releases told already cannot be taken back.</summary>
    public IReadOnlyList<int> Open => _open;

    /// <summary>How far apart the least and the most of a hidden cell are known to stay.</summary>
    public long Left(int cell) => Math.Min(_width[cell], _up[cell] + _down[cell]);

    public bool IsUnpublished(int cell) => _hidden.IsUnknown(cell);

    /// <summary>How far apart the least and the most of a hidden cell must stay; 0 where it needs nothing.</summary>
    public long Width(int cell) => _width[cell];

    public (int For, int Relation)? Cover(int cell) => _covers.TryGetValue(cell, out var cover) ? cover : null;

    public Suppression Complete()
    {
        while (_waiting.TryDequeue(out var cell, out _)) Protect(cell);
        ShowAgain();
        return this;
    }

    private void Primary(int at)
    {
        var cell = _table.Cells[at];
        var width = cell.Limits.Width(cell.Value, cell.IsCount);
        if (at >= _table.PublishedCount)
        {
            if (_table.IsOlderHidden(at)) Await(at, Math.Min(width, _table.Promised(at)));
            else if (CellWeights.IsRemainder(cell) && !_table.IsSlack(at) && cell.Protected && cell.IsSmall) Await(at, width);
        }
        else if (_table.IsStatedOnly(at)) _reasons[at] = Reason(at, cell); // It protects nobody, but no decision about a document publishes it here.
        else if (!_table.IsKnown(at) && Reason(at, cell) is var reason and not DisclosureReason.None)
            Hide(at, reason, reason == DisclosureReason.HiddenBefore ? Math.Min(width, _table.Promised(at)) : width);
    }

    private DisclosureReason Reason(int at, DisclosureCell cell)
    {
        if (cell.Protected && cell.IsSmall) return DisclosureReason.SmallCount;
        if (cell.Protected && cell.Value != 0 && HasFewHouseholds(cell)) return DisclosureReason.FewHouseholds;
        if (cell.Protected && cell.Dominated && cell.Value != 0) return DisclosureReason.Dominance;
        return _table.WasHidden(at) ? DisclosureReason.HiddenBefore : DisclosureReason.None;
    }

    private bool HasFewHouseholds(DisclosureCell cell) => IndicatorCatalog.Find(cell.Indicator) is { } indicator
        && IndicatorCatalog.GuardOf(indicator, cell.Period.Kind) is { } guard
        && _table.Find(cell.Region, cell.Period, guard) is { } households
        && _table.Cells[households].IsSmall;

    private void Hide(int at, DisclosureReason reason, long width)
    {
        _reasons[at] = reason;
        _hidden.Hide(at);
        Await(at, width);
    }

    /// <summary>Villages first: what they need settles most of what lies above them.</summary>
    private void Await(int at, long width)
    {
        _width[at] = Math.Min(width, _table.Conceded(at));
        _waiting.Enqueue(at, (-_table.Cells[at].Region.Length, at));
    }

    private void Protect(int cell)
    {
        while (_up[cell] + _down[cell] < _width[cell])
        {
            var before = _up[cell] + _down[cell];
            if ((Find(cell, mayHide: false) ?? Find(cell, mayHide: true) ?? Compute(cell)) is { } move) Take(cell, move);
            if (_up[cell] + _down[cell] > before) continue;
            _open.Add(cell);
            return;
        }
    }

    /// <summary>Upwards as far as is missing, or downwards as far as it goes; of both, what costs less.</summary>
    private Move? Find(int cell, bool mayHide)
    {
        var missing = _width[cell] - _up[cell] - _down[cell];
        var up = Along(cell, _up[cell] + missing, mayHide, long.MaxValue);
        if (up is { Cost: 0 }) return up;
        var by = Math.Min(_hidden.Room(cell), _down[cell] + missing);
        return (by > _down[cell] ? Along(cell, -by, mayHide, up?.Cost - 1 ?? long.MaxValue) : null) ?? up;
    }

    private Move? Along(int cell, long by, bool mayHide, long most)
    {
        if (Pilot(cell) is not (>= 0 and var pilot)) return null;
        Move? best = null;
        foreach (var path in _paths.From(_paths.RegionOf(cell), pilot, by))
        {
            if (_search.Find(cell, by, mayHide, path, most) is not { } move || move.Cost > most) continue;
            (best, most) = (move, move.Cost - 1);
            if (most < 0) break;
        }
        return best;
    }

    /// <summary>Where no search step by step finds the way: up, or down, or as far as it goes in either.</summary>
    private Move? Compute(int cell)
    {
        var missing = _width[cell] - _up[cell] - _down[cell];
        return Compute(cell, 1, _up[cell] + missing, _up[cell] + missing) ?? Compute(cell, -1, _down[cell] + missing, _down[cell] + missing)
            ?? Compute(cell, 1, _up[cell] + missing, _up[cell] + 1) ?? Compute(cell, -1, _down[cell] + missing, _down[cell] + 1);
    }

    /// <summary>Along the rich neighbours, then to the top, at last wherever there is a way.</summary>
    private Move? Compute(int cell, int sign, long by, long least)
    {
        if (sign < 0 && _hidden.Room(cell) < least) return null;
        Move? best = null;
        IEnumerable<RegionPath> near = Pilot(cell) is >= 0 and var pilot ? _paths.Rich(_paths.RegionOf(cell), pilot) : [];
        foreach (var path in near.Append(PathProgram.Anywhere))
        {
            if (best is not null && path.Regions.Length != 2) break; // The near one does.
            var start = Entrance(cell, path).ConvertAll(each => (each.Mover, each.Sign * sign));
            if (_program.Solve(start, by, least, path) is not { } solved || _search.Confirm(solved.Moves, solved.Scale, path) is not { } move) continue;
            if (best is null || move.Cost < best.Cost) best = move;
        }
        return best;
    }

    /// <summary>What is to move: the figure itself, or of a rest its total less its part.</summary>
    private List<(PathProgram.Mover Mover, int Sign)> Entrance(int cell, RegionPath path)
    {
        if (!CellWeights.IsRemainder(_table.Cells[cell])) return [(_program.Of(cell, path), 1)];
        var relation = _table.Relations[_graph.Of(cell).Relations[0]];
        return [.. relation.Cells.Where(each => each != cell).Select(each => (_program.Of(each, path), -relation.Sign(each)))];
    }

    /// <summary>A figure of the table by which paths are found: the cell itself, what it is now, or the total that it is left of.</summary>
    private int Pilot(int cell)
    {
        var figure = CellWeights.IsRemainder(_table.Cells[cell]) ? _table.Relations[_graph.Of(cell).Relations[0]].Total : cell;
        var (region, period, indicator) = (_table.Cells[figure].Region, _table.Cells[figure].Period, _table.Cells[figure].Indicator);
        return _paths.ColumnOf(figure) >= 0 ? figure : _table.Find(region, period, indicator) ?? -1;
    }

    private void Take(int cell, Move move)
    {
        foreach (var (hide, relation) in move.Hides)
        {
            var lost = _table.Cells[hide];
            Hide(hide, DisclosureReason.Complementary, lost.IsCount ? lost.Limits.Width(lost.Value, true) : Math.Min(lost.Limits.Width(lost.Value, false), _width[cell]));
            if (relation >= 0) _covers[hide] = (cell, relation);
        }
        // The table found may be gone to several times over, and its opposite may be a table too.
        var (forth, back) = (long.MaxValue, long.MaxValue);
        foreach (var (at, by) in move.Cells)
        {
            var room = (long)Math.Min(1_000, (decimal)_hidden.Room(at) * move.Scale / Math.Abs(by));
            if (by < 0) forth = Math.Min(forth, room);
            else back = Math.Min(back, room);
        }
        (forth, back) = (Math.Clamp(forth, 1, 1_000), Math.Min(back, 1_000));
        foreach (var (at, by) in move.Cells) Widen(at, by, move.Scale, forth, back);
        Keep(move, forth, back);
    }

    private void Widen(int cell, long by, int scale, long forth, long back)
    {
        _up[cell] = Math.Max(_up[cell], (by > 0 ? by * forth : -by * back) / scale);
        _down[cell] = Math.Max(_down[cell], (by > 0 ? by * back : -by * forth) / scale);
    }
}
