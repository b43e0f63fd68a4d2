using System.Text.Json;
using Revitalization.Portal.Cube.Conditions;
using Revitalization.Portal.Cube.Files;
using Revitalization.Portal.Cube.Scanning;
using Revitalization.Portal.OData.Execution;

namespace Revitalization.Portal.Cube;

/// <summary>A page of rows in the order of their key. Texts come from the dictionaries, where they already are JSON.</summary>
internal sealed class CubeRows : IRowCursor, IRow
{
    private readonly CubeLease _lease;
    private readonly Deadline _deadline;
    private readonly CubeScan _scan;
    private readonly CubeFile _file;
    private readonly string[] _columns;
    private readonly Dictionary<string, JsonEncodedText[]> _encoded = new(StringComparer.Ordinal);
    private long _left;
    private CubeCell _cell;

    public CubeRows(CubeLease lease, Deadline deadline, CubeScan scan, RowLayout layout, long rows)
    {
        (_lease, _deadline, _scan, _left, Layout, _file) = (lease, deadline, scan, rows, layout, lease.File);
        _columns = [.. layout.Shape.Columns.Select(column => column.Path), "", "", "RegionCode", "Period", "IndicatorCode"];
        var dictionaries = _file.Dictionaries;
        foreach (var path in (string[])["RegionCode", "RegionLevel"]) _encoded[path] = dictionaries.Regions.Encoded(path);
        foreach (var path in (string[])["Period", "PeriodKind"]) _encoded[path] = dictionaries.Periods.Encoded(path);
        _encoded["IndicatorCode"] = dictionaries.Indicators.Encoded("IndicatorCode");
        _encoded["Status"] = dictionaries.Statuses.Encoded("Status");
        _encoded["Note"] = dictionaries.Notes.Encoded("Note");
    }

    public RowLayout Layout { get; }
    public IRow Row => this;

    public bool Read()
    {
        if (_left-- <= 0 || !_scan.MoveNext()) return false;
        _cell = _scan.Current;
        return true;
    }

    public bool IsNull(int at) => _columns[at] switch
    {
        "Value" => _file.Values[_cell.Row] == CubeFile.Missing,
        "Note" => _file.NoteOf(_cell.Row) < 0,
        _ => false,
    };

    public long Int64(int at) => _columns[at] switch
    {
        "Value" => _file.Values[_cell.Row],
        "Release" => _file.Header.Release,
        _ => 0,
    };

    public string Text(int at) => _columns[at] switch
    {
        "RegionCode" => _file.Dictionaries.Regions.Keys[_cell.Region],
        "RegionLevel" => _file.Dictionaries.Regions.Column("RegionLevel")![_cell.Region].Text!,
        "Period" => _file.Dictionaries.Periods.Keys[_cell.Period],
        "PeriodKind" => _file.Dictionaries.Periods.Column("PeriodKind")![_cell.Period].Text!,
        "IndicatorCode" => _file.Dictionaries.Indicators.Keys[_cell.Indicator],
        "Status" => _file.Dictionaries.Statuses.Keys[_file.Statuses[_cell.Row]],
        "Note" => _file.Dictionaries.Notes.Keys[_file.NoteOf(_cell.Row)],
        var other => throw new InvalidOperationException($"{other} is no text."),
    };

    public object Value(int at) => _columns[at] is "Value" or "Release" ? Int64(at) : Text(at);

    public void WriteText(Utf8JsonWriter json, int at)
    {
        var path = _columns[at];
        json.WriteStringValue(_encoded[path][path switch
        {
            "RegionCode" or "RegionLevel" => _cell.Region,
            "Period" or "PeriodKind" => _cell.Period,
            "IndicatorCode" => _cell.Indicator,
            "Status" => _file.Statuses[_cell.Row],
            _ => _file.NoteOf(_cell.Row),
        }]);
    }

    public void Dispose()
    {
        _deadline.Dispose();
        _lease.Dispose();
    }
}
