namespace Revitalization.Domain.Disclosure;

/// <summary>What a reader does not have in front of them, as it grows; and what hiding one more would cost.</summary>
internal sealed class HiddenCells
{
    private readonly LinkedTable _table;
    private readonly SumGraph _graph;
    private readonly bool[] _unknown;
    private readonly long[] _room;
    private readonly int[] _weight;
    private readonly int[] _sibling;
    private readonly int[] _hiddenSiblings;
    private readonly int[] _unknownIn;

    public HiddenCells(LinkedTable table, SumGraph graph)
    {
        (_table, _graph) = (table, graph);
        var count = table.Cells.Count;
        (_unknown, _room, _weight, _sibling) = (new bool[count], new long[count], new int[count], new int[count]);
        _unknownIn = new int[graph.RelationCount];
        var siblings = new Dictionary<(string, string), int>();
        for (var at = 0; at < count; at++)
        {
            var cell = table.Cells[at];
            _room[at] = CellWeights.Room(cell, isRemainder: CellWeights.IsRemainder(cell));
            _weight[at] = CellWeights.Of(cell);
            if (!siblings.TryGetValue((cell.Region, cell.Indicator), out _sibling[at])) siblings[(cell.Region, cell.Indicator)] = _sibling[at] = siblings.Count;
            if (at >= table.PublishedCount && !table.IsKnown(at)) MarkUnknown(at);
        }
        _hiddenSiblings = new int[siblings.Count];
    }

    public bool IsUnknown(int cell) => _unknown[cell];

    /// <summary>How far the value can fall for all a reader knows: a count that is not nothing is at least one, since nothing is never hidden alone.</summary>
    public long Room(int cell) => _room[cell];

    /// <summary>Whether some other cell of the sum is unknown too.</summary>
    public bool HasOthers(int relation, int cell) => _unknownIn[relation] - (_unknown[cell] ? 1 : 0) > 0;

    /// <summary>A figure that readers have already, and a plain zero, protect nobody.</summary>
    public bool CanHide(int cell) => cell < _table.PublishedCount && !_unknown[cell] && !_table.IsKnown(cell) && _table.Cells[cell].Value != 0;

    /// <summary>What is lost: less where the same figure of another period is hidden as well, so that a row is missing whole rather than many in part.</summary>
    public int Cost(int cell) => _hiddenSiblings[_sibling[cell]] > 0 ? (_weight[cell] + 1) / 2 : _weight[cell];

    public void Hide(int cell)
    {
        MarkUnknown(cell);
        _hiddenSiblings[_sibling[cell]]++;
    }

    /// <summary>It need not be hidden after all; <see cref="Hide"/> hides it again.</summary>
    public void Show(int cell)
    {
        _unknown[cell] = false;
        _hiddenSiblings[_sibling[cell]]--;
        foreach (var relation in _graph.Of(cell).Relations) _unknownIn[relation]--;
    }

    private void MarkUnknown(int cell)
    {
        _unknown[cell] = true;
        foreach (var relation in _graph.Of(cell).Relations) _unknownIn[relation]++;
    }
}
