using System.Globalization;
using System.Text.Json.Nodes;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.Data.Statistics;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.Pages.DataSets;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Catalogue;

/// <summary>The data sets as DCAT 3 in JSON-LD (W3C Recommendation of 22 August 2024): what other catalogues harvest.</summary>
internal sealed class DcatCatalogue(IReplicaReader replica, PortalOptions portal)
{
    private const string Licence = "https://creativecommons.org/licenses/by/4.0/";
    private static readonly (string Ending, string Title, string Media)[] Files =
    [
        (".csv", "CSV", "text/csv"), (".xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (".json", "JSON", "application/json"), (".jsonl", "JSON Lines", "application/jsonl"),
    ];

    // For figures alone, and only where they are few enough for a grid in one piece.
    private static readonly (string Ending, string Title, string Media)[] Statistics =
        [(".jsonstat.json", "JSON-stat 2.0", "application/json"), (".sdmx.json", "SDMX-JSON 2.0", "application/vnd.sdmx.data+json")];

    public JsonNode Write(string root)
    {
        var releases = replica.Releases();
        var (first, newest) = releases is [var latest, ..] ? (releases[^1], latest) : (null, null);
        return new JsonObject
        {
            ["@context"] = Context(),
            ["@id"] = $"{root}/data/",
            ["@type"] = "dcat:Catalog",
            ["dct:title"] = Chinese("乡村振兴信息公开平台 数据目录"),
            ["dct:description"] = Chinese("县级乡村振兴登记数据的汇总公开：每个数字可溯源、可验证、可下载，不含个人信息。"),
            ["dct:publisher"] = Publisher(),
            ["dct:license"] = Reference(Licence),
            ["dct:language"] = Reference("http://publications.europa.eu/resource/authority/language/ZHO"),
            ["foaf:homepage"] = Reference($"{root}/"),
            ["dct:issued"] = Moment(first),
            ["dct:modified"] = Moment(newest),
            ["dcat:service"] = new JsonArray(Service(root)),
            ["dcat:dataset"] = new JsonArray([.. DataSetBook.All.Select(entry => Dataset(root, entry, first, newest))]),
        };
    }

    private static JsonObject Context() => new()
    {
        ["dcat"] = "http://www.w3.org/ns/dcat#",
        ["dct"] = "http://purl.org/dc/terms/",
        ["foaf"] = "http://xmlns.com/foaf/0.1/",
        ["vcard"] = "http://www.w3.org/2006/vcard/ns#",
        ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
    };

    private JsonObject Dataset(string root, DataSetEntry entry, SignedRelease? first, SignedRelease? newest)
    {
        var set = entry.Set.Name;
        var dataset = new JsonObject
        {
            ["@id"] = $"{root}/data/sets/{set}",
            ["@type"] = "dcat:Dataset",
            ["dct:identifier"] = set,
            ["dct:title"] = Chinese(entry.Title),
            ["dct:description"] = Chinese($"{entry.About}{entry.Method}"),
            ["dct:provenance"] = new JsonObject { ["@type"] = "dct:ProvenanceStatement", ["dct:description"] = Chinese(entry.Basis) },
            ["dcat:keyword"] = new JsonArray([.. entry.Keywords.Select(Chinese)]),
            ["dcat:landingPage"] = Reference($"{root}/data/sets/{set}"),
            ["dct:publisher"] = Publisher(),
            ["dcat:contactPoint"] = new JsonObject { ["@type"] = "vcard:Organization", ["vcard:fn"] = portal.Owner.Office, ["vcard:hasURL"] = Reference($"{root}/") },
            ["dct:license"] = Reference(Licence),
            ["dct:accrualPeriodicity"] = Reference("http://purl.org/cld/freq/quarterly"),
            ["dct:issued"] = Moment(first),
            ["dct:modified"] = Moment(newest),
            ["dcat:distribution"] = new JsonArray([.. (HasGrid(entry, newest) ? [.. Files, .. Statistics] : Files).Select(file => Distribution(root, set, file)), Feed(root, set)]),
        };
        if (newest is not null) dataset["dcat:version"] = newest.Manifest.Number.ToString(CultureInfo.InvariantCulture);
        return dataset;
    }

    private static bool HasGrid(DataSetEntry entry, SignedRelease? newest) =>
        entry.Set == Disclosure.Observations && newest is not null && newest.Manifest.RowCounts.GetValueOrDefault(entry.Set.Name) is > 0 and <= FigureGrid.MostRows;

    private static JsonObject Distribution(string root, string set, (string Ending, string Title, string Media) file) => new()
    {
        ["@type"] = "dcat:Distribution",
        ["dct:title"] = file.Title,
        ["dcat:accessURL"] = Reference($"{root}/data/sets/{set}"),
        ["dcat:downloadURL"] = Reference($"{root}/data/{set}{file.Ending}"),
        ["dcat:mediaType"] = Reference($"https://www.iana.org/assignments/media-types/{file.Media}"),
        ["dct:license"] = Reference(Licence),
    };

    private static JsonObject Feed(string root, string set) => new()
    {
        ["@type"] = "dcat:Distribution",
        ["dct:title"] = "OData 4.01",
        ["dcat:accessURL"] = Reference($"{root}/odata/{set}"),
        ["dcat:accessService"] = Reference($"{root}/odata/"),
        ["dct:license"] = Reference(Licence),
    };

    private static JsonObject Service(string root) => new()
    {
        ["@id"] = $"{root}/odata/",
        ["@type"] = "dcat:DataService",
        ["dct:title"] = Chinese("OData 接口"),
        ["dcat:endpointURL"] = Reference($"{root}/odata/"),
        ["dcat:endpointDescription"] = Reference($"{root}/odata/$metadata"),
        ["dct:conformsTo"] = Reference("https://docs.oasis-open.org/odata/odata/v4.01/"),
        ["dcat:servesDataset"] = new JsonArray([.. DataSetBook.All.Select(entry => Reference($"{root}/data/sets/{entry.Set.Name}"))]),
    };

    private JsonObject Publisher() => new() { ["@type"] = "foaf:Organization", ["foaf:name"] = portal.Owner.Office };

    private static JsonObject Chinese(string text) => new() { ["@value"] = text, ["@language"] = "zh-CN" };

    private static JsonObject Reference(string address) => new() { ["@id"] = address };

    private static JsonObject? Moment(SignedRelease? release) => release is null ? null : new()
    {
        ["@value"] = ManifestJson.Time(release.Manifest.PublishedAt),
        ["@type"] = "xsd:dateTime",
    };
}
