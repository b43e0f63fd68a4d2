using System.Globalization;
using System.Text;
using System.Xml;
using Revitalization.Silo.Imports.Reading;

namespace Revitalization.Silo.Documents;

/// <summary>
/// Everything a workbook says, as text: every sheet, hidden ones too, row by row with bars between the cells; then comments, headers and the rest of its parts.
/// What a part is is told by its root element, since its name may be any.
/// </summary>
internal static class WorkbookTexts
{
    private static readonly SheetLimits s_limits = SheetLimits.Default with { MaxInflatedBytes = 64L << 20, MaxSharedCharacters = 8 << 20 };
    private static readonly string[] s_unread = [".bin", ".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".tiff", ".bmp", ".docx", ".xlsx", ".pptx", ".pdf", ".ole"];

    /// <returns>The text, and whether there was nothing in it that is no text.</returns>
    public static (string Text, bool IsWhole) Read(MemoryStream file)
    {
        using var package = XlsxPackage.Open(file, s_limits);
        var parts = package.Parts.Where(part => part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && part != "[Content_Types].xml").Order(StringComparer.Ordinal).ToList();
        var shared = parts.Where(part => RootOf(package, part) == "sst").SelectMany(part => XlsxSharedStrings.Read(package, part, s_limits)).ToList();
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            using var xml = package.OpenPart(part)!;
            if (xml.MoveToContent() != XmlNodeType.Element || xml.LocalName == "sst") continue;
            if (xml.LocalName == "worksheet") Sheet(xml, shared, text);
            else Others(xml, text);
            text.Append('\n');
        }
        return (text.ToString(), !package.Parts.Any(IsUnread));
    }

    // Printer settings are no content.
    private static bool IsUnread(string part) => !part.Contains("printerSettings", StringComparison.Ordinal) && s_unread.Contains(Path.GetExtension(part).ToLowerInvariant());

    private static string RootOf(XlsxPackage package, string part)
    {
        using var xml = package.OpenPart(part)!;
        return xml.MoveToContent() == XmlNodeType.Element ? xml.LocalName : "";
    }

    private static void Sheet(XmlReader xml, List<string> shared, StringBuilder text)
    {
        var (type, isValue, cells, width) = ((string?)null, false, 0, 0);
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName == "row":
                    (cells, isValue) = (0, false);
                    break;
                case XmlNodeType.Element when xml.LocalName == "c":
                    for (var column = ColumnOf(xml.GetAttribute("r")) ?? cells; cells <= column; cells++) text.Append("| ");
                    type = xml.GetAttribute("t");
                    break;
                case XmlNodeType.Element:
                    isValue = xml.LocalName is "v" or "t" or "oddHeader" or "oddFooter";
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA when isValue:
                    text.Append(Value(type, xml.Value, shared)).Append(' ');
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "row":
                    // Rows as wide as the first: a table is told by that.
                    for (width = Math.Max(width, cells); cells < width; cells++) text.Append("| ");
                    text.Append("|\n");
                    break;
                case XmlNodeType.EndElement:
                    isValue = false;
                    break;
            }
        }
    }

    private static string Value(string? type, string value, List<string> shared)
    {
        if (type == "s") return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? Line(shared[at]) : throw XlsxBook.Broken("单元格引用的文字不存在。");
        // A telephone number may be stored as 1.38E+10.
        return value.Contains('E', StringComparison.OrdinalIgnoreCase) && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.######", CultureInfo.InvariantCulture)
            : Line(value);
    }

    private static string Line(string value) => value.ReplaceLineEndings(" ").Replace('|', '/');

    private static int? ColumnOf(string? address)
    {
        if (address is null) return null;
        var column = 0;
        foreach (var letter in address.TakeWhile(char.IsAsciiLetterUpper).Take(3)) column = (column * 26) + (letter - 'A' + 1);
        return column is > 0 and <= 200 ? column - 1 : null;
    }

    private static void Others(XmlReader xml, StringBuilder text)
    {
        while (xml.Read())
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && !string.IsNullOrWhiteSpace(xml.Value)) text.Append(Line(xml.Value)).Append('\n');
    }
}
