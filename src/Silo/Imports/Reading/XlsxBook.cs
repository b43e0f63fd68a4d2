using System.Xml;
using Revitalization.Contracts.Imports;

namespace Revitalization.Silo.Imports.Reading;

/// <summary>Where a workbook's first visible sheet and its shared parts stand, by following its relations.</summary>
/// <param name="Counts1904">Whether days are counted from 1904 (old Macintosh files).</param>
internal sealed record XlsxBook(string Sheet, string? SharedStrings, string? Styles, bool Counts1904)
{
    public static XlsxBook Read(XlsxPackage package)
    {
        var book = Relations(package, "", "_rels/.rels").FirstOrDefault(relation => relation.Is("officeDocument"))?.Target
            ?? throw Broken("找不到工作簿。");
        var (sheetId, counts1904) = FirstSheet(package, book);
        var folder = book.Contains('/') ? book[..(book.LastIndexOf('/') + 1)] : "";
        var relations = Relations(package, folder, $"{folder}_rels/{book[folder.Length..]}.rels");
        return new XlsxBook(
            relations.FirstOrDefault(relation => relation.Id == sheetId && relation.Is("worksheet"))?.Target ?? throw Broken("找不到工作表。"),
            relations.FirstOrDefault(relation => relation.Is("sharedStrings"))?.Target,
            relations.FirstOrDefault(relation => relation.Is("styles"))?.Target,
            counts1904);
    }

    private sealed record Relation(string Id, string Type, string Target)
    {
        public bool Is(string kind) => Type.EndsWith('/' + kind, StringComparison.Ordinal);
    }

    private static List<Relation> Relations(XlsxPackage package, string folder, string path)
    {
        var found = new List<Relation>();
        using var xml = package.OpenPart(path) ?? throw Broken("缺少关系文件。");
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "Relationship" }) continue;
            if (found.Count == 1000) throw Broken("关系过多。");
            if (xml.GetAttribute("TargetMode") == "External") continue;
            found.Add(new Relation(xml.GetAttribute("Id") ?? "", xml.GetAttribute("Type") ?? "", Resolve(folder, xml.GetAttribute("Target") ?? "")));
        }
        return found;
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/')) return target[1..];
        var steps = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/'))
        {
            if (step == ".." && steps.Count > 0) steps.RemoveAt(steps.Count - 1);
            else if (step is not ("" or "." or "..")) steps.Add(step);
        }
        return string.Join('/', steps);
    }

    private static (string SheetId, bool Counts1904) FirstSheet(XlsxPackage package, string path)
    {
        using var xml = package.OpenPart(path) ?? throw Broken("找不到工作簿。");
        var counts1904 = false;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "workbookPr") counts1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName == "sheet" && xml.GetAttribute("state") is null or "visible") return (IdOf(xml), counts1904);
        }
        throw Broken("没有可见的工作表。");
    }

    // The relation's namespace differs between the transitional and the strict form.
    private static string IdOf(XmlReader sheet)
    {
        while (sheet.MoveToNextAttribute())
        {
            if (sheet.LocalName == "id" && sheet.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal)) return sheet.Value;
        }
        throw Broken("工作表没有关系编号。");
    }

    internal static SheetRefusedException Broken(string detail) => new(ImportRefusal.WorkbookBroken, detail);
}
