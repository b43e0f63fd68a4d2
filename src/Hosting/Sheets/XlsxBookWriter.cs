using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Revitalization.Hosting.Sheets;

/// <summary>What may be chosen in the cells of a column (下拉列表): a range of another sheet. A cell may still hold something else; the import judges.</summary>
/// <param name="Column">From 0.</param>
/// <param name="Source">Such as <c>可选值!$A$2:$A$8</c>.</param>
public sealed record ColumnChoice(int Column, string Source);

/// <summary>
/// The smallest workbook that spreadsheets accept: every cell inline text, so that an id of 18 digits stays one, unless it is said to be a number. Its sheets are written one after
/// another straight into the archive, since a document model would keep them.
/// </summary>
public sealed class XlsxBookWriter : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    /// <summary>Rows of a sheet, its headings among them.</summary>
    public const int RowsMax = 1_048_576;

    /// <summary>A spreadsheet's numbers hold this many digits; what is longer stays text.</summary>
    private const int DigitsMax = 15;

    private readonly ZipArchive _archive;
    private readonly int _sheets;
    private XmlWriter? _sheet;
    private IReadOnlyList<ColumnChoice> _choices = [];
    private int _written, _row;

    /// <param name="names">Of the sheets, in the order in which they will be written.</param>
    public XlsxBookWriter(Stream file, params IReadOnlyList<string> names)
    {
        _archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        _sheets = names.Count;
        Part("[Content_Types].xml", $"<Types xmlns=\"{Package}content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>{Each(names, (at, _) => $"<Override PartName=\"/xl/worksheets/sheet{at}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>")}</Types>");
        Part("_rels/.rels", $"<Relationships xmlns=\"{Package}relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}relationships\">{Each(names, (at, _) => $"<Relationship Id=\"rId{at}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>")}</Relationships>");
        Part("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{Each(names, (at, name) => $"<sheet name=\"{System.Security.SecurityElement.Escape(name)}\" sheetId=\"{at}\" r:id=\"rId{at}\"/>")}</sheets></workbook>");
    }

    /// <summary>Begins the next sheet; the one before is finished.</summary>
    public void Begin(params IReadOnlyList<ColumnChoice> choices)
    {
        End();
        if (_written == _sheets) throw new InvalidOperationException("The workbook has no further sheet.");
        (_row, _choices) = (0, choices);
        _sheet = XmlWriter.Create(Entry(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{++_written}.xml")), new XmlWriterSettings { CloseOutput = true });
        _sheet.WriteStartDocument(standalone: true);
        _sheet.WriteStartElement("worksheet", Main);
        _sheet.WriteStartElement("sheetData");
    }

    /// <param name="numbers">Columns whose cells are numbers.</param>
    public void Write(IReadOnlyList<string> cells, IReadOnlySet<int>? numbers = null)
    {
        var sheet = _sheet ?? throw new InvalidOperationException("No sheet was begun.");
        _row++;
        sheet.WriteStartElement("row");
        sheet.WriteAttributeString("r", _row.ToString(CultureInfo.InvariantCulture));
        for (var column = 0; column < cells.Count; column++)
        {
            if (cells[column].Length == 0) continue;
            if (numbers?.Contains(column) == true && cells[column].Count(char.IsAsciiDigit) <= DigitsMax) WriteNumber(sheet, column, cells[column]);
            else WriteCell(sheet, column, cells[column]);
        }
        sheet.WriteEndElement();
    }

    private void WriteNumber(XmlWriter sheet, int column, string number)
    {
        sheet.WriteStartElement("c");
        sheet.WriteAttributeString("r", Letters(column) + _row.ToString(CultureInfo.InvariantCulture));
        sheet.WriteElementString("v", Main, number);
        sheet.WriteEndElement();
    }

    private void WriteCell(XmlWriter sheet, int column, string text)
    {
        sheet.WriteStartElement("c");
        sheet.WriteAttributeString("r", Letters(column) + _row.ToString(CultureInfo.InvariantCulture));
        sheet.WriteAttributeString("t", "inlineStr");
        sheet.WriteStartElement("is");
        sheet.WriteStartElement("t");
        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])) sheet.WriteAttributeString("xml", "space", null, "preserve");
        sheet.WriteString(string.Concat(text.Where(XmlConvert.IsXmlChar)));
        sheet.WriteEndElement();
        sheet.WriteEndElement();
        sheet.WriteEndElement();
    }

    private void End()
    {
        if (_sheet is not { } sheet) return;
        sheet.WriteEndElement();
        if (_choices.Count > 0) WriteChoices(sheet);
        sheet.WriteEndDocument();
        sheet.Dispose();
        _sheet = null;
    }

    private void WriteChoices(XmlWriter sheet)
    {
        sheet.WriteStartElement("dataValidations");
        sheet.WriteAttributeString("count", _choices.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var choice in _choices)
        {
            var letters = Letters(choice.Column);
            sheet.WriteStartElement("dataValidation");
            sheet.WriteAttributeString("type", "list");
            sheet.WriteAttributeString("allowBlank", "1");
            sheet.WriteAttributeString("sqref", string.Create(CultureInfo.InvariantCulture, $"{letters}2:{letters}{RowsMax}"));
            sheet.WriteElementString("formula1", Main, choice.Source);
            sheet.WriteEndElement();
        }
        sheet.WriteEndElement();
    }

    public static string Letters(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    private static string Each(IReadOnlyList<string> names, Func<string, string, string> part) =>
        string.Concat(names.Select((name, at) => part((at + 1).ToString(CultureInfo.InvariantCulture), name)));

    private Stream Entry(string path) => _archive.CreateEntry(path, CompressionLevel.Fastest).Open();

    private void Part(string path, string content)
    {
        using var text = new StreamWriter(Entry(path));
        text.Write(Head);
        text.Write(content);
    }

    public void Dispose()
    {
        End();
        _archive.Dispose();
    }
}
