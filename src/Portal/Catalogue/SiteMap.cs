using System.Xml.Linq;
using Revitalization.Portal.Documents;
using Revitalization.Portal.Pages.DataSets;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Catalogue;

/// <summary>The addresses that search engines are shown (sitemaps.org), at most as many as one file may name.</summary>
internal sealed class SiteMap(IReplicaReader replica, AidReplica aid, DocumentLibrary documents)
{
    private const int Most = 50_000;
    private const int MostDocuments = 10_000;
    private static readonly XNamespace Names = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly string[] Pages = ["/", "/regions", "/monitoring", "/partnerships", "/projects", "/documents", "/indicators", "/releases", "/corrections", "/verify", "/about", "/data/", "/data/chart"];

    public byte[] Write(string root) => XmlText.Bytes(new XElement(Names + "urlset",
        Pages.Concat(DataSetBook.All.Select(entry => $"/data/sets/{entry.Set.Name}")).Concat(Released()).Concat(Documents()).Take(Most)
            .Select(path => new XElement(Names + "url", new XElement(Names + "loc", root + path)))));

    private IEnumerable<string> Released()
    {
        if (replica.Current is not { Number: var release }) return [];
        return aid.Partnerships(release).Select(partnership => $"/partnerships/{Uri.EscapeDataString(partnership.Code)}")
            .Concat(aid.Projects(release).Select(project => $"/projects/{Uri.EscapeDataString(project.Id)}"))
            .Concat(new[] { "province", "city", "county", "township", "village" }.SelectMany(level => replica.RegionsOf(release, level, MostDocuments)).Select(region => $"/regions/{region.Code}"));
    }

    private IEnumerable<string> Documents() => documents.Newest(MostDocuments).Select(document => $"/documents/{Uri.EscapeDataString(document.Id)}");
}
