using System.Text;
using System.Xml;
using Revitalization.Contracts.Imports;
using Revitalization.Domain.Documents;
using Revitalization.Silo.Imports.Reading;

namespace Revitalization.Silo.Documents;

/// <summary>
/// The text of a file as offices keep documents: plain text in UTF-8 or GB18030, or DOCX. Nothing of it is kept. Tables become lines whose cells are
/// parted by bars, as the checks and the portal read them.
/// </summary>
internal static class UploadedTexts
{
    public const long BytesMax = 10L << 20;
    private const string Words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly SheetLimits s_limits = SheetLimits.Default with { MaxInflatedBytes = 64L << 20 };

    /// <returns>The text; null with what is wrong with the file.</returns>
    public static (string? Text, string? Wrong) Read(MemoryStream file)
    {
        try
        {
            var text = IsArchive(file) ? Docx(file) : Plain(file);
            return text.Length <= DocumentRules.TextMax ? (text, null) : (null, FormattableString.Invariant($"正文超过 {DocumentRules.TextMax} 字。"));
        }
        catch (SheetRefusedException refused)
        {
            return (null, refused.Detail);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException)
        {
            return (null, "文件已损坏，或不是 DOCX。");
        }
    }

    private static bool IsArchive(MemoryStream file) => file.Length > 4 && file.GetBuffer().AsSpan(0, 4).SequenceEqual("PK\u0003\u0004"u8);

    private static string Plain(MemoryStream file)
    {
        var encoding = TextEncodings.Strict(TextEncodings.Detect(file));
        return encoding.GetString(file.GetBuffer(), 0, (int)file.Length).TrimStart('\uFEFF').ReplaceLineEndings("\n");
    }

    private static string Docx(MemoryStream file)
    {
        using var package = XlsxPackage.Open(file, s_limits);
        using var part = package.OpenPart("word/document.xml") ?? throw new SheetRefusedException(ImportRefusal.FormatUnknown, "压缩包里没有正文；请上传 DOCX 或纯文本文件。");
        var lines = new DocxLines();
        for (var more = part.Read(); more;)
        {
            if (part.NamespaceURI == Words && part is { NodeType: XmlNodeType.Element, LocalName: "t", IsEmptyElement: false })
            {
                lines.Say(part.ReadElementContentAsString()); // It stands behind the element then.
                more = !part.EOF;
                continue;
            }
            if (part.NamespaceURI == Words && (part.NodeType == XmlNodeType.EndElement || part.IsEmptyElement)) lines.End(part.LocalName);
            else if (part.NamespaceURI == Words && part.NodeType == XmlNodeType.Element) lines.Begin(part.LocalName);
            more = part.Read();
        }
        return lines.Text;
    }

    /// <summary>Paragraphs as lines; within a table, rows as lines.</summary>
    private sealed class DocxLines
    {
        private readonly StringBuilder _text = new();
        private int _tables;

        public string Text => _text.ToString().Trim('\n');

        public void Begin(string element)
        {
            if (element == "tbl") _tables++;
            if (element == "tr") _text.Append("| ");
        }

        public void End(string element)
        {
            switch (element)
            {
                case "tbl": _tables--; break;
                case "tc": _text.Append(" | "); break;
                case "tr": _text.Append('\n'); break;
                case "tab": _text.Append(_tables > 0 ? ' ' : '\t'); break;
                case "p" or "br" or "cr" when _tables == 0: _text.Append('\n'); break;
            }
        }

        public void Say(string said) => _text.Append(said);
    }
}
