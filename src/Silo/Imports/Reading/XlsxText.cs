using System.Text;
using System.Xml;
using Revitalization.Contracts.Imports;

namespace Revitalization.Silo.Imports.Reading;

/// <summary>Text inside an element, bounded while it is read and not after.</summary>
internal sealed class XlsxText(int maxCharacters)
{
    private readonly char[] _buffer = new char[4096];
    private readonly StringBuilder _text = new();

    /// <summary>
    /// All text in the element the reader stands on, which may be rich (<c>r/t</c>); phonetic readings (<c>rPh</c>) are not part of it.
    /// Leaves the reader on the element's end.
    /// </summary>
    public string Read(XmlReader xml)
    {
        _text.Clear();
        if (xml.IsEmptyElement) return "";
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" }) SkipInside(xml);
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) Append(xml);
        }
        return _text.ToString();
    }

    private static void SkipInside(XmlReader xml)
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            // Everything below is passed over.
        }
    }

    private void Append(XmlReader xml)
    {
        int read;
        while ((read = xml.ReadValueChunk(_buffer, 0, _buffer.Length)) > 0)
        {
            if (_text.Length + read > maxCharacters)
                throw new SheetRefusedException(ImportRefusal.LineTooLong, FormattableString.Invariant($"有单元格超过 {maxCharacters} 字。"));
            _text.Append(_buffer, 0, read);
        }
    }
}
