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
    private readonly Field[] _columns; // Looked up once: a page asks some thousands of times.
    private readonly JsonEncodedText[][] _encoded = new JsonEncodedText[Enum.GetValues<Field>().Length][];
    private long _left;
    private CubeCell _cell;

    public CubeRows(CubeLease lease, Deadline deadline, CubeScan scan, RowLayout layout, long rows)
    {
        (_lease, _deadline, _scan, _left, Layout, _file) = (lease, deadline, scan, rows, layout, lease.File);
        _columns = [.. layout.Shape.Columns.Select(column => Enum.TryParse<Field>(column.Path, out var field) ? field : Field.None), default, default, Field.RegionCode, Field.Period, Field.IndicatorCode];
        foreach (var (field, dictionary) in Dictionaries(_file)) _encoded[(int)field] = dictionary.Encoded(field.ToString());
    }

    private enum Field
    {
        None,
        RegionCode,
        RegionLevel,
        Period,
        PeriodKind,
        IndicatorCode,
        Status,
        Note,
        Value,
        Release,
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
        Field.Value => _file.Values[_cell.Row] == CubeFile.Missing,
        Field.Note => _file.NoteOf(_cell.Row) < 0,
        _ => false,
    };

    public long Int64(int at) => _columns[at] switch
    {
        Field.Value => _file.Values[_cell.Row],
        Field.Release => _file.Header.Release,
        _ => 0,
    };

    public string Text(int at) => _columns[at] switch
    {
        Field.RegionCode => _file.Dictionaries.Regions.Keys[_cell.Region],
        Field.Period => _file.Dictionaries.Periods.Keys[_cell.Period],
        Field.IndicatorCode => _file.Dictionaries.Indicators.Keys[_cell.Indicator],
        Field.Status => _file.Dictionaries.Statuses.Keys[_file.Statuses[_cell.Row]],
        Field.Note => _file.Dictionaries.Notes.Keys[_file.NoteOf(_cell.Row)],
        Field.RegionLevel => _file.Dictionaries.Regions.Column(nameof(Field.RegionLevel))![_cell.Region].Text!,
        Field.PeriodKind => _file.Dictionaries.Periods.Column(nameof(Field.PeriodKind))![_cell.Period].Text!,
        var other => throw new InvalidOperationException($"{other} is no text."),
    };

    public object Value(int at) => _columns[at] is Field.Value or Field.Release ? Int64(at) : Text(at);

    public void WriteText(Utf8JsonWriter json, int at) => json.WriteStringValue(Encoded(at));

    public void Dispose()
    {
        _deadline.Dispose();
        _lease.Dispose();
    }

    private JsonEncodedText Encoded(int at) => _encoded[(int)_columns[at]][_columns[at] switch
    {
        Field.RegionCode or Field.RegionLevel => _cell.Region,
        Field.Period or Field.PeriodKind => _cell.Period,
        Field.IndicatorCode => _cell.Indicator,
        Field.Status => _file.Statuses[_cell.Row],
        _ => _file.NoteOf(_cell.Row),
    }];

    private static IEnumerable<(Field Field, CubeDictionary Dictionary)> Dictionaries(CubeFile file) =>
    [
        (Field.RegionCode, file.Dictionaries.Regions), (Field.RegionLevel, file.Dictionaries.Regions), (Field.Period, file.Dictionaries.Periods),
        (Field.PeriodKind, file.Dictionaries.Periods), (Field.IndicatorCode, file.Dictionaries.Indicators), (Field.Status, file.Dictionaries.Statuses),
        (Field.Note, file.Dictionaries.Notes),
    ];
}
