using System.Globalization;
using System.Xml.Linq;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.Documents;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Catalogue;

/// <summary>New releases and new documents for whoever subscribes (RFC 4287), the newest first.</summary>
internal sealed class AtomFeed(IReplicaReader replica, DocumentLibrary documents, PortalOptions portal)
{
    private const int Most = 50;
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private sealed record Entry(string Address, string Title, string Summary, DateTimeOffset At);

    public byte[] Write(string root)
    {
        Entry[] entries = [.. Releases(root).Concat(Documents(root)).OrderByDescending(entry => entry.At).ThenBy(entry => entry.Address, StringComparer.Ordinal).Take(Most)];
        return XmlText.Bytes(new XElement(Atom + "feed", new XAttribute(XNamespace.Xml + "lang", "zh-CN"),
            new XElement(Atom + "id", $"{root}/feed.atom"),
            new XElement(Atom + "title", "乡村振兴信息公开平台"),
            new XElement(Atom + "subtitle", "新发布和新公开文件"),
            new XElement(Atom + "updated", Time(entries.Length == 0 ? DateTimeOffset.UnixEpoch : entries[0].At)),
            new XElement(Atom + "author", new XElement(Atom + "name", portal.Owner.Office)),
            new XElement(Atom + "rights", "CC BY 4.0"),
            Link("self", $"{root}/feed.atom"), Link("alternate", $"{root}/"),
            entries.Select(entry => new XElement(Atom + "entry",
                new XElement(Atom + "id", entry.Address), new XElement(Atom + "title", entry.Title), new XElement(Atom + "updated", Time(entry.At)),
                Link("alternate", entry.Address), new XElement(Atom + "summary", entry.Summary)))));
    }

    // The same address in every feed: a release's manifest never moves.
    private IEnumerable<Entry> Releases(string root) => replica.Releases().Take(Most).Select(signed => signed.Manifest).Select(release => new Entry(
        string.Create(CultureInfo.InvariantCulture, $"{root}/data/releases/{release.Number}/manifest.json"),
        release.Corrects is { } corrected ? $"第 {release.Number} 次发布（更正第 {corrected} 次）" : $"第 {release.Number} 次发布",
        string.Create(CultureInfo.InvariantCulture, $"数据截至 {release.AsOf:yyyy-MM-dd}，共 {release.Rows} 行。{release.Note}"), release.PublishedAt));

    private IEnumerable<Entry> Documents(string root) => documents.Newest(Most).Select(document => new Entry(
        $"{root}/documents/{Uri.EscapeDataString(document.Id)}", document.Title, document.Summary,
        new DateTimeOffset(document.PublishedOn.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8))));

    private static XElement Link(string relation, string address) => new(Atom + "link", new XAttribute("rel", relation), new XAttribute("href", address));

    private static string Time(DateTimeOffset at) => ManifestJson.Time(at);
}
