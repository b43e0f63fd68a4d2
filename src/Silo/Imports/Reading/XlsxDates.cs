using System.Globalization;
using System.Xml;

namespace Revitalization.Silo.Imports.Reading;

/// <summary>Which cell styles show a number as a date, and what day a number is.</summary>
internal sealed class XlsxDates
{
    private const int MaxStyles = 65_500;

    private readonly List<bool> _styles = [];
    private readonly DateTime _dayZero;
    private readonly bool _counts1904;

    private XlsxDates(bool counts1904)
    {
        _counts1904 = counts1904;
        _dayZero = counts1904 ? new DateTime(1904, 1, 1) : new DateTime(1899, 12, 30);
    }

    public static XlsxDates Read(XlsxPackage package, string? path, bool counts1904)
    {
        var dates = new XlsxDates(counts1904);
        using var xml = path is null ? null : package.OpenPart(path);
        if (xml is not null) dates.ReadStyles(xml);
        return dates;
    }

    public bool IsDate(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _styles.Count && _styles[index];

    /// <summary>The day in the form 2023-09-30; null when the number is no whole day of the calendar.</summary>
    public string? Day(string number)
    {
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial)) return null;
        // Up to day 60 the 1900 count is one off, for it knows a 29 February 1900.
        if (serial != decimal.Truncate(serial) || serial > 2_958_465 || serial < (_counts1904 ? 0 : 61)) return null;
        return _dayZero.AddDays((int)serial).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private void ReadStyles(XmlReader xml)
    {
        var formats = new Dictionary<string, bool>(StringComparer.Ordinal);
        var inCellStyles = false;
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs") inCellStyles = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (formats.Count + _styles.Count > MaxStyles) throw XlsxBook.Broken("样式过多。");
            if (xml.LocalName == "numFmt") formats[xml.GetAttribute("numFmtId") ?? ""] = ShowsDay(xml.GetAttribute("formatCode") ?? "");
            if (xml.LocalName == "xf" && inCellStyles) _styles.Add(IsDateFormat(xml.GetAttribute("numFmtId") ?? "0", formats));
        }
    }

    private static bool IsDateFormat(string id, Dictionary<string, bool> formats) => formats.TryGetValue(id, out var shown)
        ? shown
        : int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var built)
            && built is >= 14 and <= 17 or 22 or >= 27 and <= 31 or 36 or >= 50 and <= 54 or 57 or 58;

    /// <summary>Whether a format shows year or day, outside what it quotes.</summary>
    private static bool ShowsDay(string format)
    {
        var quoted = false;
        for (var i = 0; i < format.Length; i++)
        {
            var c = format[i];
            if (c == '"') quoted = !quoted;
            else if (c == '\\') i++;
            else if (c == '[') i = Math.Max(i, format.IndexOf(']', i));
            else if (!quoted && c is 'y' or 'Y' or 'd' or 'D' or 'e') return true;
        }
        return false;
    }
}
