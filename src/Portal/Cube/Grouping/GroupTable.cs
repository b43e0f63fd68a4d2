using Revitalization.Portal.Cube.Conditions;
using Revitalization.Portal.Cube.Tables;
using Revitalization.Portal.OData.Apply;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Cube.Grouping;

/// <summary>Where a key's cells are: its dimension's place in a group's number, and its own among the dimension's keys.</summary>
internal readonly record struct GroupKey(int Dimension, int At)
{
    public static int PlaceOf(Touched dimension) => dimension switch { Touched.Region => 0, Touched.Period => 1, Touched.Indicator => 2, _ => 3 };
}

/// <summary>The groups that have rows, in the order of their keys' columns (<see cref="GroupOrder"/>), and what each of them holds.</summary>
internal sealed class GroupTable
{
    private readonly Stage.Group _group;
    private readonly Accumulators _sums;
    private readonly DimensionParts[] _dimensions;
    private readonly IReadOnlyList<GroupKey> _keys;
    private readonly GroupOrder _order;

    public GroupTable(Stage.Group group, Accumulators sums, DimensionParts[] dimensions, IReadOnlyList<GroupKey> keys)
    {
        (_group, _sums, _dimensions, _keys) = (group, sums, dimensions, keys);
        _order = new(dimensions, keys);
    }

    public int Keys => _keys.Count;

    public IReadOnlyList<Aggregate> Aggregates => _group.Aggregates;

    public CellTable Read()
    {
        var (numbers, ordered) = _keys.Count == 0 ? ([0], true) : _order.Of(_sums.Rows); // Without keys one row, whether or not there is anything to add.
        return new CellTable(_group.Shape, _group.Aggregates.Any(aggregate => aggregate.Column.OfValue), null, new GroupRows(this, numbers, 0, numbers.Length)) { IsOrdered = ordered };
    }

    /// <summary>How many members the key's dimension has; they are numbered from 0.</summary>
    public int Members(int key) => _dimensions[_keys[key].Dimension].Keys.Count;

    public int MemberOf(int number, int key) => _order.MemberOf(number, _keys[key].Dimension);

    public Cell KeyOf(int member, int key) => _dimensions[_keys[key].Dimension].Keys[member][_keys[key].At];

    public long Missing(int number) => _sums.Missing[number];

    public TableRow Row(int number)
    {
        var cells = new Cell[_keys.Count + _group.Aggregates.Count];
        for (var key = 0; key < _keys.Count; key++) cells[key] = KeyOf(MemberOf(number, key), key);
        for (var at = 0; at < _group.Aggregates.Count; at++) cells[_keys.Count + at] = Result(_group.Aggregates[at], number);
        return new TableRow(cells, Missing(number), 0, 0);
    }

    public Cell Result(Aggregate aggregate, int number)
    {
        var counted = _sums.Rows[number] - _sums.Missing[number];
        if (aggregate.Operand is null) return Cell.Of(_sums.Rows[number]);
        if (counted == 0) return Cell.Null;
        return aggregate.Method switch
        {
            "sum" => Cell.Of(_sums.Sums[number]),
            "average" => Cell.Of(SqlFunctions.Quotient(_sums.Sums[number], counted * SqlFunctions.Scale)),
            "min" => Cell.Of(_sums.Least[number]),
            _ => Cell.Of(_sums.Most[number]),
        };
    }
}
