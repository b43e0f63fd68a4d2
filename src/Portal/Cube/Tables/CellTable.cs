using System.Text.Json;
using Revitalization.Portal.Cube.Conditions;
using Revitalization.Portal.Cube.Grouping;
using Revitalization.Portal.OData.Apply;
using Revitalization.Portal.OData.Execution;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Output;

namespace Revitalization.Portal.Cube.Tables;

/// <param name="Missing">Suppressed cells behind its numbers.</param>
/// <param name="Branch">Which branch of a concat it is from, and its place there.</param>
internal sealed record TableRow(Cell[] Cells, long Missing, int Branch, int Ordinal);

/// <summary>A small result in memory, on which the stages behind a groupby work.</summary>
internal sealed record CellTable(Shape Shape, bool CountsMissing, IReadOnlyList<IReadOnlySet<string>>? Branches, IReadOnlyList<TableRow> Rows)
{
    /// <summary>Its rows are in the order of their columns already.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>Null where the condition was never taught to the cube.</summary>
    public CellTable? Where(Expression condition) =>
        Compile(condition) is { } test ? this with { Rows = [.. Rows.Where(row => test(row).IsTrue)] } : null;

    /// <summary>In SQL's order: the keys asked for, then all columns, or the place within a concat.</summary>
    public CellTable? InOrder(IReadOnlyList<SortKey> order)
    {
        if (order.Count == 0 && IsOrdered) return this;
        var keys = order.Select(key => (Read: Compile(key.Expression), key.Descending)).ToArray();
        if (keys.Any(key => key.Read is null)) return null;
        var sorted = Rows.Select(row => (Keys: Array.ConvertAll(keys, key => key.Read!(row)), Row: row)).ToArray();
        Array.Sort(sorted, (one, other) =>
        {
            for (var at = 0; at < keys.Length; at++)
            {
                if (Compare(one.Keys[at], other.Keys[at], keys[at].Descending) is var asked && asked != 0) return asked;
            }
            return Rest(one.Row, other.Row);
        });
        return this with { Rows = Array.ConvertAll(sorted, one => one.Row), IsOrdered = order.Count == 0 };
    }

    public CellTable Slice(long skip, long? top) => this with
    {
        Rows = Rows is GroupRows groups ? groups.Slice(skip, top) : [.. Rows.Skip((int)Math.Min(skip, int.MaxValue)).Take((int)Math.Min(top ?? int.MaxValue, int.MaxValue))],
    };

    public static CellTable Concat(Stage.Concat concat, IReadOnlyList<CellTable> branches) => new(
        concat.Shape, branches.Any(branch => branch.CountsMissing),
        [.. branches.Select(branch => branch.Shape.Columns.Select(column => column.Path).ToHashSet(StringComparer.Ordinal))],
        [.. branches.SelectMany((branch, at) => branch.Widened(concat.Shape, at))]);

    private IEnumerable<TableRow> Widened(Shape shape, int branch)
    {
        var places = shape.Columns.Select(column => PlaceOf(column.Path)).ToList();
        return Rows.Select((row, at) => new TableRow(
            [.. places.Select(place => place < 0 ? Cell.Null : row.Cells[place])], CountsMissing ? row.Missing : 0, branch, at));
    }

    private int PlaceOf(string path)
    {
        for (var at = 0; at < Shape.Columns.Count; at++)
        {
            if (Shape.Columns[at].Path == path) return at;
        }
        return -1;
    }

    public Func<TableRow, Cell>? Compile(Expression expression) => CellExpressions.Compile<TableRow>(expression, leaf =>
        leaf is ColumnExpression { Range: Paths.It } column && PlaceOf(column.Path) is var place && place >= 0 ? row => row.Cells[place] : null);

    private static int Compare(Cell one, Cell other, bool descending) => descending ? Cell.Compare(other, one) : Cell.Compare(one, other);

    private int Rest(TableRow one, TableRow other)
    {
        if (Branches is not null) return (one.Branch, one.Ordinal).CompareTo((other.Branch, other.Ordinal));
        for (var at = 0; at < one.Cells.Length; at++)
        {
            if (Cell.Compare(one.Cells[at], other.Cells[at]) is var order && order != 0) return order;
        }
        return 0;
    }
}

/// <summary>A page of a table.</summary>
internal sealed class TableCursor(CellTable table) : IRowCursor, IRow
{
    private int _at = -1;
    private TableRow? _row;

    public RowLayout Layout { get; } = new(table.Shape, table.CountsMissing, table.Branches, 0);
    public IRow Row => this;

    /// <summary>The place of the row in hand.</summary>
    public int At => _at;

    public TableRow Current => _row ??= table.Rows[_at];

    public bool Read()
    {
        _row = null;
        return ++_at < table.Rows.Count;
    }

    public IJsonRows? Json(IReadOnlyList<Column> shown, bool numbersAsText) =>
        !TableJson.IsFlat(table, shown) ? null : table.Rows is GroupRows groups ? new GroupJson(this, table, groups, shown, numbersAsText) : TableJson.Of(this, table, shown, numbersAsText);

    public bool IsNull(int at) => at < Layout.MissingAt && !Current.Cells[at].HasValue;

    public long Int64(int at)
    {
        var row = Current;
        return at == Layout.MissingAt ? row.Missing : at == Layout.BranchAt ? row.Branch : row.Cells[at].Number;
    }

    public string Text(int at) => Current.Cells[at].Text ?? "";

    public object Value(int at) => Current.Cells[at].ToObject()!;

    public void WriteText(Utf8JsonWriter json, int at) => json.WriteStringValue(Text(at));

    public void Dispose()
    {
        // Nothing is held: the cube was let go when the table stood.
    }
}
