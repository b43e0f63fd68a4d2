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

/// <summary>
/// The groups that have rows, in the order of their keys' columns. Members are ranked once a dimension, so that groups are ordered by one number each
/// and no two texts are compared twice.
/// </summary>
internal sealed class GroupTable(Stage.Group group, Accumulators sums, DimensionParts[] dimensions, IReadOnlyList<GroupKey> keys)
{
    private readonly int[] _sizes = [.. dimensions.Select(dimension => Math.Max(1, dimension.Keys.Count))];

    public CellTable Read()
    {
        var numbers = Numbers();
        var ordered = Order(numbers);
        var rows = new TableRow[numbers.Length];
        for (var at = 0; at < rows.Length; at++) rows[at] = Row(numbers[at]);
        return new CellTable(group.Shape, group.Aggregates.Any(aggregate => aggregate.Column.OfValue), null, rows) { IsOrdered = ordered };
    }

    private int[] Numbers()
    {
        if (keys.Count == 0) return [0]; // One row, whether or not there is anything to add.
        var found = new List<int>();
        for (var number = 0; number < sums.Rows.Length; number++)
        {
            if (sums.Rows[number] > 0) found.Add(number);
        }
        return [.. found];
    }

    // False where so many keys fit no number: whoever wants an order then compares cells.
    private bool Order(int[] numbers)
    {
        var weights = new long[keys.Count];
        var weight = (Int128)1;
        for (var at = keys.Count - 1; at >= 0; at--)
        {
            weights[at] = (long)weight;
            weight *= _sizes[keys[at].Dimension];
            if (weight > long.MaxValue) return false;
        }
        var ranks = keys.Select(Ranks).ToArray();
        var places = new long[numbers.Length];
        for (var row = 0; row < places.Length; row++)
        {
            for (var at = 0; at < ranks.Length; at++) places[row] += weights[at] * ranks[at][Member(numbers[row], keys[at].Dimension)];
        }
        Array.Sort(places, numbers);
        return true;
    }

    private int[] Ranks(GroupKey key)
    {
        var cells = dimensions[key.Dimension].Keys.Select(member => member[key.At]).ToArray();
        var different = cells.Distinct().ToArray();
        Array.Sort(different, Cell.Compare);
        var rank = new Dictionary<Cell, int>(different.Length);
        for (var at = 0; at < different.Length; at++) rank[different[at]] = at;
        return Array.ConvertAll(cells, cell => rank[cell]);
    }

    private int Member(int number, int dimension)
    {
        for (var after = dimensions.Length - 1; after > dimension; after--) number /= _sizes[after];
        return dimension == 0 ? number : number % _sizes[dimension];
    }

    private TableRow Row(int number)
    {
        var cells = new Cell[keys.Count + group.Aggregates.Count];
        for (var at = 0; at < keys.Count; at++) cells[at] = dimensions[keys[at].Dimension].Keys[Member(number, keys[at].Dimension)][keys[at].At];
        for (var at = 0; at < group.Aggregates.Count; at++) cells[keys.Count + at] = Result(group.Aggregates[at], number);
        return new TableRow(cells, sums.Missing[number], 0, 0);
    }

    private Cell Result(Aggregate aggregate, int number)
    {
        var counted = sums.Rows[number] - sums.Missing[number];
        if (aggregate.Operand is null) return Cell.Of(sums.Rows[number]);
        if (counted == 0) return Cell.Null;
        return aggregate.Method switch
        {
            "sum" => Cell.Of(sums.Sums[number]),
            "average" => Cell.Of(SqlFunctions.Quotient(sums.Sums[number], counted * SqlFunctions.Scale)),
            "min" => Cell.Of(sums.Least[number]),
            _ => Cell.Of(sums.Most[number]),
        };
    }
}
