using System.Globalization;
using System.Xml;
using Revitalization.Contracts.Imports;

namespace Revitalization.Silo.Imports.Reading;

/// <summary>The first visible sheet of an XLSX, row by row.</summary>
internal sealed class XlsxSheetReader : ISheetReader
{
    private readonly XlsxPackage _package;
    private readonly SheetLimits _limits;
    private readonly List<string> _shared;
    private readonly XlsxDates _dates;
    private readonly XmlReader _xml;
    private readonly XlsxText _text;
    private long _number;

    private XlsxSheetReader(XlsxPackage package, SheetLimits limits)
    {
        var book = XlsxBook.Read(package);
        (_package, _limits, _text) = (package, limits, new XlsxText(limits.MaxCell));
        _shared = XlsxSharedStrings.Read(package, book.SharedStrings, limits);
        _dates = XlsxDates.Read(package, book.Styles, book.Counts1904);
        _xml = package.OpenPart(book.Sheet) ?? throw XlsxBook.Broken("找不到工作表。");
    }

    public static XlsxSheetReader Open(Stream file, SheetLimits limits) => Guarded(() =>
    {
        var package = XlsxPackage.Open(file, limits);
        try
        {
            return new XlsxSheetReader(package, limits);
        }
        catch (Exception)
        {
            package.Dispose();
            throw;
        }
    });

    public SheetRow? Read() => Guarded(ReadRow);

    /// <summary>What archive and XML parsers throw at a broken file becomes the one refusal that says so.</summary>
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException)
        {
            throw XlsxBook.Broken($"{broken.GetType().Name}：内容无法解读。");
        }
    }

    private SheetRow? ReadRow()
    {
        while (_xml.Read())
        {
            if (_xml is { NodeType: XmlNodeType.Element, LocalName: "row" }) return ReadCells();
            if (_xml is { NodeType: XmlNodeType.EndElement, LocalName: "sheetData" }) return null;
        }
        return null;
    }

    private SheetRow ReadCells()
    {
        _number = NextNumber(_xml.GetAttribute("r"));
        var cells = new List<SheetCell>(24);
        if (_xml.IsEmptyElement) return new SheetRow(_number, cells);
        var depth = _xml.Depth;
        while (_xml.Read() && _xml.Depth > depth)
        {
            if (_xml is { NodeType: XmlNodeType.Element, LocalName: "c" }) ReadCell(cells);
        }
        return new SheetRow(_number, cells);
    }

    private long NextNumber(string? stated)
    {
        var number = _number + 1;
        if (stated is not null && (!long.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number <= _number))
            throw XlsxBook.Broken("行号有误。");
        return number <= _limits.MaxRows + 10L
            ? number
            : throw new SheetRefusedException(ImportRefusal.TooManyRows, FormattableString.Invariant($"超过 {_limits.MaxRows} 行。"));
    }

    private void ReadCell(List<SheetCell> cells)
    {
        var column = Column(_xml.GetAttribute("r")) ?? cells.Count;
        var (type, style) = (_xml.GetAttribute("t"), _xml.GetAttribute("s"));
        var (value, inline) = ReadContent();
        if (value is null && inline is null) return; // Formatted but empty: sheets often carry styles far to the right.
        if (column < cells.Count) throw XlsxBook.Broken("列号有误。");
        if (column >= _limits.MaxColumns)
            throw new SheetRefusedException(ImportRefusal.TooManyColumns, FormattableString.Invariant($"第 {_number} 行有第 {column + 1} 列，最多 {_limits.MaxColumns} 列。"));
        while (cells.Count < column) cells.Add(SheetCell.Empty);
        cells.Add(inline is not null ? new SheetCell(inline) : Typed(type, style, value!));
    }

    private (string? Value, string? Inline) ReadContent()
    {
        string? value = null, inline = null;
        if (_xml.IsEmptyElement) return (null, null);
        var depth = _xml.Depth;
        while (_xml.Read() && _xml.Depth > depth)
        {
            if (_xml.NodeType != XmlNodeType.Element) continue;
            if (_xml.LocalName == "v") value = _text.Read(_xml);
            else if (_xml.LocalName == "is") inline = _text.Read(_xml);
        }
        return (value, inline);
    }

    private SheetCell Typed(string? type, string? style, string value) => type switch
    {
        "s" => Shared(value),
        "str" or "inlineStr" => new SheetCell(value),
        "b" => new SheetCell(value == "1" ? "TRUE" : "FALSE"),
        "e" => new SheetCell("", ImportRowRefusal.FormulaError),
        "d" => new SheetCell(value),
        _ when value.Length == 0 => SheetCell.Empty,
        _ when _dates.IsDate(style) => _dates.Day(value) is { } day ? new SheetCell(day) : new SheetCell(value, ImportRowRefusal.NotADate),
        _ => XlsxNumbers.Read(value),
    };

    private SheetCell Shared(string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _shared.Count
            ? new SheetCell(_shared[at])
            : throw XlsxBook.Broken("单元格引用的文字不存在。");

    /// <summary>The column of an address such as AB12, from 0; null when the cell states none.</summary>
    private static int? Column(string? address)
    {
        if (address is null) return null;
        var column = 0;
        var letters = 0;
        for (; letters < address.Length && char.IsAsciiLetterUpper(address[letters]); letters++)
        {
            if (letters == 3) throw XlsxBook.Broken("列号有误。");
            column = (column * 26) + (address[letters] - 'A' + 1);
        }
        return letters > 0 ? column - 1 : throw XlsxBook.Broken("列号有误。");
    }

    public void Dispose()
    {
        _xml.Dispose();
        _package.Dispose();
    }
}
