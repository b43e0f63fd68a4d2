namespace Revitalization.Domain.Disclosure;

/// <summary>Another table that agrees with everything published: what each cell would differ by.</summary>
/// <param name="Cells">By how many parts of one whole, <paramref name="Scale"/> to the whole.</param>
/// <param name="Hides">Cells that must be hidden for it, each with the sum that asked for it; −1 where none in particular did.</param>
internal sealed record Move(IReadOnlyList<(int Cell, long By)> Cells, IReadOnlyList<(int Cell, int Relation)> Hides, long Cost, int Scale = 1);

/// <summary>
/// Looks for a table in which one cell is other than it is, and everything published just as it is. Such a table is the proof
/// that no reader, however they calculate, can exclude the other value. A cell moves with its like in the other places of a path, so that
/// sums over regions stay; then one sum after another is balanced by the cell that costs least, and where none is left the search begins anew
/// without the step that led there. Deterministic.
/// </summary>
internal sealed class MoveSearch(LinkedTable table, SumGraph graph, HiddenCells hidden, RegionPaths paths)
{
    private const int AttemptsMost = 12, StepsMost = 600, GrowthMost = 64;
    private const int Unit = 10; // A village's smallest figure costs about this much.

    private readonly long[] _move = new long[table.Cells.Count];
    private readonly long[] _residual = new long[graph.RelationCount];
    private readonly bool[] _isOpen = new bool[graph.RelationCount];
    private readonly int[] _shunned = new int[table.Cells.Count];
    private readonly List<int> _moved = [], _touched = [], _open = [];
    private readonly List<(int Cell, int Relation)> _hides = [];
    private readonly (int Cell, int Sign)[] _step = new (int, int)[64];
    private RegionPath _path;
    private long _most;
    private int _stepCount, _round;

    /// <param name="most">A table that costs more than this is none.</param>
    /// <returns>Null where no such table was found.</returns>
    public Move? Find(int cell, long by, bool mayHide, RegionPath path, long most)
    {
        _round++;
        (_path, _most) = (path, Math.Abs(by) * GrowthMost);
        for (var attempt = 0; attempt < AttemptsMost; attempt++)
        {
            Clear();
            if (!Together(cell, mayHide) || Within(cell, by) != by) return null;
            Step(cell, by, -1);
            var stuck = Balance(cell, mayHide, most);
            if (stuck < 0) return Found();
            if (stuck == graph.RelationCount || !Shun(stuck, cell)) break;
        }
        return null;
    }

    /// <summary>The same for a table that is known but for the rests, which take up what is left; each step is checked here in whole numbers.</summary>
    public Move? Confirm(IReadOnlyList<(PathProgram.Mover Mover, long By)> moves, int scale, RegionPath path)
    {
        Clear();
        foreach (var (mover, by) in moves)
        {
            for (var at = 0; at < (mover.Column < 0 ? 1 : path.Regions.Length); at++)
            {
                var (cell, own) = mover.Column < 0 ? (mover.Cell, by) : (paths.CellAt(path.Regions[at], mover.Column), by * path.Signs[at]);
                if (!hidden.IsUnknown(cell)) _hides.Add((cell, -1));
                if (own < 0 && -own > scale * Math.Min(hidden.Room(cell), long.MaxValue / scale)) return null;
                MoveOne(cell, own);
            }
        }
        for (var relation = Narrowest(); relation >= 0; relation = Narrowest())
        {
            var rest = Array.FindIndex(graph.In(relation).Cells, cell => CellWeights.IsRemainder(table.Cells[cell]));
            if (rest < 0) return null;
            var (cell, by) = (graph.In(relation).Cells[rest], -_residual[relation] * graph.In(relation).Signs[rest]);
            if (by < 0 && -by > scale * hidden.Room(cell)) return null;
            MoveOne(cell, by);
        }
        return Found() with { Scale = scale };
    }

    /// <summary>−1 when every sum balances, else the sum for which nothing is left; the count of sums where it goes on too long.</summary>
    private int Balance(int start, bool mayHide, long most)
    {
        for (var step = 0; step < StepsMost; step++)
        {
            var relation = Narrowest();
            if (relation < 0) return -1;
            var (cell, by) = Cheapest(relation, start, mayHide);
            if (cell < 0) return relation;
            Together(cell, mayHide, alone: graph.IsOverRegions(relation));
            Step(cell, by, relation);
            if (_hides.Count > 0 && Cost() > most) break;
        }
        return graph.RelationCount;
    }

    /// <summary>Short sums leave least choice, so they go first.</summary>
    private int Narrowest()
    {
        var best = -1;
        for (var at = _open.Count - 1; at >= 0; at--)
        {
            var relation = _open[at];
            if (_residual[relation] == 0)
            {
                _isOpen[relation] = false;
                _open[at] = _open[^1];
                _open.RemoveAt(_open.Count - 1);
            }
            else if (best < 0 || (graph.Length(relation), relation).CompareTo((graph.Length(best), best)) < 0) best = relation;
        }
        return best;
    }

    private (int Cell, long By) Cheapest(int relation, int start, bool mayHide)
    {
        var (best, bestBy, bestCost) = (-1, 0L, long.MaxValue);
        var (cells, signs) = graph.In(relation);
        var residual = _residual[relation];
        for (var at = 0; at < cells.Length; at++)
        {
            var cell = cells[at];
            if (cell == start || _shunned[cell] == _round || !Together(cell, mayHide, graph.IsOverRegions(relation))) continue;
            var by = Within(cell, -residual * signs[at]);
            if (by == 0) continue;
            var cost = (Math.Abs(by) < Math.Abs(residual) ? Unit : 0) + Consequences(cell, by, relation, mayHide);
            if (cost < bestCost) (best, bestBy, bestCost) = (cell, by, cost);
        }
        return (best, bestBy);
    }

    /// <summary>The cells that move when one does, each with its sign towards it; false where one of them cannot.</summary>
    private bool Together(int cell, bool mayHide, bool alone = false)
    {
        _stepCount = 0;
        var (column, own) = (paths.ColumnOf(cell), alone ? -1 : Array.IndexOf(_path.Regions, paths.RegionOf(cell)));
        if (column < 0 || own < 0) return Join(cell, 1, mayHide);
        for (var at = 0; at < _path.Regions.Length; at++)
        {
            var mirrored = paths.CellAt(_path.Regions[at], column);
            if (mirrored < 0 || !Join(mirrored, _path.Signs[at] * _path.Signs[own], mayHide)) return false;
        }
        return true;
    }

    private bool Join(int cell, int sign, bool mayHide)
    {
        _step[_stepCount++] = (cell, sign);
        return hidden.IsUnknown(cell) || _move[cell] != 0 || (mayHide && hidden.CanHide(cell));
    }

    /// <summary>As far as every cell of the step has room, and never back.</summary>
    private long Within(int cell, long by)
    {
        for (var at = 0; at < _stepCount; at++)
        {
            var (each, sign) = _step[at];
            var own = by * sign;
            if ((_move[each] > 0 && own < 0) || (_move[each] < 0 && own > 0)) return 0;
            var left = Math.Min(_most - Math.Abs(_move[each]), own < 0 ? hidden.Room(each) + _move[each] : long.MaxValue);
            if (left <= 0) return 0;
            by = Math.Sign(by) * Math.Min(Math.Abs(by), left);
        }
        return by;
    }

    /// <summary>What the step costs and does to the other sums: one that it balances is worth much, one that nobody could balance again costs much.</summary>
    private long Consequences(int cell, long by, int but, bool mayHide)
    {
        var cost = 1L;
        for (var at = 0; at < _stepCount; at++)
        {
            var (each, sign) = _step[at];
            if (!hidden.IsUnknown(each) && _move[each] == 0) cost += hidden.Cost(each);
            var (relations, signs) = graph.Of(each);
            for (var in_ = 0; in_ < relations.Length; in_++)
            {
                var relation = relations[in_];
                if (relation == but || (graph.IsOverRegions(relation) && _stepCount > 1)) continue;
                var before = _residual[relation];
                var after = before + by * sign * signs[in_];
                if (after == 0) cost -= 2 * Unit;
                else if (Math.Abs(after) < Math.Abs(before)) cost -= Unit;
                else if (before != 0) cost += Unit;
                else cost += hidden.HasOthers(relation, each) ? Unit / 3 : mayHide ? 2 * Unit : 10 * Unit;
            }
        }
        return cost;
    }

    private void Step(int cell, long by, int relation)
    {
        for (var at = 0; at < _stepCount; at++)
        {
            var (each, sign) = _step[at];
            if (!hidden.IsUnknown(each) && _move[each] == 0) _hides.Add((each, relation));
            MoveOne(each, by * sign);
        }
    }

    private void MoveOne(int cell, long by)
    {
        if (_move[cell] == 0) _moved.Add(cell);
        _move[cell] += by;
        var (relations, signs) = graph.Of(cell);
        for (var at = 0; at < relations.Length; at++)
        {
            var relation = relations[at];
            _residual[relation] += by * signs[at];
            _touched.Add(relation);
            if (_isOpen[relation]) continue;
            _isOpen[relation] = true;
            _open.Add(relation);
        }
    }

    /// <summary>The newest step into a sum that could not be balanced is not taken again in this search; false where there was none.</summary>
    private bool Shun(int relation, int start)
    {
        var newest = -1;
        foreach (var cell in graph.In(relation).Cells)
        {
            if (cell == start || _move[cell] == 0) continue;
            newest = Math.Max(newest, _moved.IndexOf(cell));
        }
        if (newest < 0) return false;
        _shunned[_moved[newest]] = _round;
        return true;
    }

    private long Cost() => _hides.Sum(each => (long)hidden.Cost(each.Cell));

    private Move Found() => new([.. _moved.Where(cell => _move[cell] != 0).Select(cell => (cell, _move[cell]))], [.. _hides], Cost());

    private void Clear()
    {
        foreach (var cell in _moved) _move[cell] = 0;
        foreach (var relation in _touched) (_residual[relation], _isOpen[relation]) = (0, false);
        _moved.Clear();
        _touched.Clear();
        _open.Clear();
        _hides.Clear();
    }
}
