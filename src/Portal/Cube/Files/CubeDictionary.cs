using System.Collections.Concurrent;
using Revitalization.Portal.Cube.Conditions;

namespace Revitalization.Portal.Cube.Files;

/// <summary>
/// The members of one dimension (regions, periods, indicators, statuses, notes) in the order of their first column, which is
/// their key, and what is known of each. A member's number in a row is its place here, so numbers compare as keys do.
/// </summary>
internal sealed class CubeDictionary
{
    private readonly Dictionary<string, Cell[]> _columns;
    private readonly ConcurrentDictionary<(string Path, string Name), JsonPieces> _json = new();

    public CubeDictionary(IReadOnlyList<(string Name, Cell[] Cells)> columns)
    {
        _columns = columns.ToDictionary(column => column.Name, column => column.Cells, StringComparer.Ordinal);
        Keys = [.. columns[0].Cells.Select(cell => cell.Text ?? "")];
    }

    public string[] Keys { get; }
    public int Count => Keys.Length;

    /// <summary>The cells of a column by its path (<c>RegionLevel</c>, <c>Region/Name</c>); null where there is none.</summary>
    public Cell[]? Column(string path) => _columns.GetValueOrDefault(path);

    /// <summary>The texts of a column as members of JSON objects.</summary>
    /// <param name="name">With what stands before it; there are two forms of each, for the first member and for others.</param>
    public JsonPieces Json(string path, string name) => _json.GetOrAdd((path, name), key => new JsonPieces(_columns[key.Path], key.Name));

    /// <summary>The member with this key, or the complement of where it would stand.</summary>
    public int Find(string key) => Array.BinarySearch(Keys, key, TextOrder.Comparer);

    /// <summary>How many members stand before this key.</summary>
    public int Before(string key) => Find(key) is var at && at >= 0 ? at : ~at;
}

/// <summary>All dimensions of a cube, and their bytes.</summary>
internal sealed record CubeDictionaries(CubeDictionary Regions, CubeDictionary Periods, CubeDictionary Indicators, CubeDictionary Statuses, CubeDictionary Notes)
{
    private static readonly (string Dimension, string[] Columns)[] Form =
    [
        ("Regions", ["RegionCode", "RegionLevel", "Region/Code", "Region/Name", "Region/Level", "Region/ParentCode"]),
        ("Periods", ["Period", "PeriodKind"]),
        ("Indicators",
        [
            "IndicatorCode", "Indicator/Code", "Indicator/Name", "Indicator/Unit", "Indicator/Definition", "Indicator/Method", "Indicator/Source",
            "Indicator/Additive", "Indicator/Protected",
        ]),
        ("Statuses", ["Status"]),
        ("Notes", ["Note"]),
    ];

    public static uint Schema { get; } = Checksum.Of(System.Text.Encoding.UTF8.GetBytes(string.Join(';', Form.SelectMany(one => one.Columns))));

    public static string[] ColumnsOf(string dimension) => Form.First(one => one.Dimension == dimension).Columns;

    public byte[] Write()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        foreach (var (dictionary, columns) in new[] { Regions, Periods, Indicators, Statuses, Notes }.Zip(Form, (dictionary, form) => (dictionary, form.Columns)))
        {
            writer.Write(dictionary.Count);
            foreach (var column in columns) Write(writer, dictionary.Column(column)!);
        }
        writer.Flush();
        return bytes.ToArray();
    }

    public static CubeDictionaries Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        var read = Form.Select(form => Read(reader, form.Columns)).ToArray();
        return new CubeDictionaries(read[0], read[1], read[2], read[3], read[4]);
    }

    private static CubeDictionary Read(BinaryReader reader, string[] columns)
    {
        var count = reader.ReadInt32();
        return new CubeDictionary([.. columns.Select(column => (column, Enumerable.Range(0, count).Select(_ => ReadCell(reader)).ToArray()))]);
    }

    private static void Write(BinaryWriter writer, Cell[] cells)
    {
        foreach (var cell in cells)
        {
            writer.Write((byte)(!cell.HasValue ? 0 : cell.Text is null ? 1 : 2));
            if (cell.Text is { } text) writer.Write(text);
            else if (cell.HasValue) writer.Write(cell.Number);
        }
    }

    private static Cell ReadCell(BinaryReader reader) => reader.ReadByte() switch
    {
        0 => Cell.Null,
        1 => Cell.Of(reader.ReadInt64()),
        _ => Cell.Of(reader.ReadString()),
    };
}
