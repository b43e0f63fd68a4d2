namespace Revitalization.Domain.Disclosure;

/// <summary>
/// What was hidden for another's sake is shown again where that other has found, meanwhile, another way: figures hidden later protect those hidden
/// before them. The dearest first. A figure stays shown only when each one that leaned on it keeps its interval by tables in which it does not move.
/// </summary>
internal sealed partial class Suppression
{
    private readonly List<(Move Move, long Forth, long Back)> _taken = [];
    private readonly Dictionary<int, List<int>> _takenOf = [];
    private readonly HashSet<int> _shown = [];

    private void Keep(Move move, long forth, long back)
    {
        foreach (var (cell, _) in move.Cells)
        {
            if (!_takenOf.TryGetValue(cell, out var list)) _takenOf[cell] = list = [];
            list.Add(_taken.Count);
        }
        _taken.Add((move, forth, back));
    }

    private void ShowAgain()
    {
        var covers = Enumerable.Range(0, _table.PublishedCount).Where(at => _reasons[at] == DisclosureReason.Complementary)
            .OrderByDescending(at => CellWeights.Of(_table.Cells[at])).ThenBy(at => at).ToList();
        foreach (var cover in covers) TryShow(cover);
    }

    private void TryShow(int cover)
    {
        var (width, leaning) = (_width[cover], Leaning(cover));
        var before = leaning.ConvertAll(cell => (Cell: cell, Up: _up[cell], Down: _down[cell]));
        var kept = before.ConvertAll(each => Math.Min(_width[each.Cell], each.Up + each.Down)); // Of an open one, what it had.
        _hidden.Show(cover);
        _width[cover] = 0;
        _shown.Add(cover);
        foreach (var cell in leaning) Recall(cell);
        if (Enumerable.Range(0, leaning.Count).All(at => Keeps(leaning[at], kept[at])))
        {
            _reasons[cover] = DisclosureReason.None;
            _covers.Remove(cover);
            return;
        }
        _hidden.Hide(cover);
        _width[cover] = width;
        _shown.Remove(cover);
        foreach (var (cell, up, down) in before) (_up[cell], _down[cell]) = (Math.Max(up, _up[cell]), Math.Max(down, _down[cell]));
    }

    /// <summary>Hidden figures some of whose tables move the cover.</summary>
    private List<int> Leaning(int cover) => !_takenOf.TryGetValue(cover, out var taken) ? []
        : [.. taken.SelectMany(at => _taken[at].Move.Cells).Select(each => each.Cell).Where(cell => cell != cover && _width[cell] > 0).Distinct().Order()];

    /// <summary>What is left of a figure's room by tables that move nothing shown.</summary>
    private void Recall(int cell)
    {
        (_up[cell], _down[cell]) = (0, 0);
        foreach (var at in _takenOf.GetValueOrDefault(cell, []))
        {
            var (move, forth, back) = _taken[at];
            if (move.Cells.Any(each => _shown.Contains(each.Cell))) continue;
            foreach (var (each, by) in move.Cells)
                if (each == cell) Widen(cell, by, move.Scale, forth, back);
        }
    }

    private bool Keeps(int cell, long width)
    {
        while (_up[cell] + _down[cell] < width)
        {
            var before = _up[cell] + _down[cell];
            if (Find(cell, mayHide: false) is { } move) Take(cell, move);
            if (_up[cell] + _down[cell] <= before) return false;
        }
        return true;
    }
}
