using System.Text.Json;
using Revitalization.Portal.Cube.Conditions;
using Revitalization.Portal.Cube.Files;
using Revitalization.Portal.Cube.Scanning;
using Revitalization.Portal.OData.Execution;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Output;

namespace Revitalization.Portal.Cube;

/// <summary>A page of rows in the order of their key.</summary>
internal sealed class CubeRows : IRowCursor, IRow
{
    private readonly CubeLease _lease;
    private readonly CubeScan _scan;
    private readonly CubeFile _file;
    private readonly Field[] _columns; // Looked up once: a page asks some thousands of times.
    private long _left;

    public CubeRows(CubeLease lease, CubeScan scan, RowLayout layout, long rows)
    {
        (_lease, _scan, _left, Layout, _file) = (lease, scan, rows, layout, lease.File);
        _columns = [.. layout.Shape.Columns.Select(column => CubeField.Of(column.Path)), default, default, Field.RegionCode, Field.Period, Field.IndicatorCode];
    }

    public RowLayout Layout { get; }
    public IRow Row => this;

    public CubeCell Cell { get; private set; }

    public bool Read()
    {
        if (_left-- <= 0 || !_scan.MoveNext()) return false;
        Cell = _scan.Current;
        return true;
    }

    public IJsonRows? Json(IReadOnlyList<Column> shown, bool numbersAsText) => CubeJson.Of(this, _file, Layout.Shape.Columns, shown, numbersAsText);

    public bool IsNull(int at) => _columns[at] switch
    {
        Field.Value => _file.Values[Cell.Row] == CubeFile.Missing,
        Field.Note => _file.NoteOf(Cell.Row) < 0,
        _ => false,
    };

    public long Int64(int at) => _columns[at] switch
    {
        Field.Value => _file.Values[Cell.Row],
        Field.Release => _file.Header.Release,
        _ => 0,
    };

    public string Text(int at)
    {
        var field = _columns[at];
        var dictionary = CubeField.Dictionary(_file, field) ?? throw new InvalidOperationException($"{field} is no text.");
        var member = CubeField.MemberOf(_file, field, Cell);
        return field is Field.RegionLevel or Field.PeriodKind ? dictionary.Column(field.ToString())![member].Text! : dictionary.Keys[member];
    }

    public object Value(int at) => _columns[at] is Field.Value or Field.Release ? Int64(at) : Text(at);

    public void WriteText(Utf8JsonWriter json, int at) => json.WriteStringValue(Text(at));

    public void Dispose() => _lease.Dispose();
}
