using System.Xml;
using Revitalization.Contracts.Imports;

namespace Revitalization.Silo.Imports.Reading;

/// <summary>The strings that cells refer to by number: the one thing an XLSX forces its reader to keep, so it is bounded.</summary>
internal static class XlsxSharedStrings
{
    public static List<string> Read(XlsxPackage package, string? path, SheetLimits limits)
    {
        var strings = new List<string>();
        using var xml = path is null ? null : package.OpenPart(path);
        if (xml is null) return strings;
        var text = new XlsxText(limits.MaxCell);
        long characters = 0;
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "si" }) continue;
            var value = text.Read(xml);
            // A string costs its header too, or a million empty ones would be free.
            characters += value.Length + 16;
            if (characters > limits.MaxSharedCharacters)
                throw new SheetRefusedException(ImportRefusal.ArchiveSuspicious, "不同文字过多，超出内存限度；请另存为 CSV 后导入。");
            strings.Add(value);
        }
        return strings;
    }
}
