using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Revitalization.Portal.Data;
using Revitalization.Portal.OData.Batch;
using Revitalization.Portal.OData.Http;

namespace Revitalization.SystemTests.Feeds;

/// <summary>Requests drawn from a seed: good ones spoilt, and heaps of the language's words. Also how they are put to the portal, without a socket between.</summary>
internal sealed class FuzzedRequests(Random random)
{
    private static readonly string[] Words =
    [
        "Regions", "Observations", "Indicators", "Releases", "Documents", "$metadata", "('510823')", "(3)", "/", "Code", "Name", "Value", "Period", "RegionLevel", "Region/Name",
        "Indicator/Additive", "Children", "Parent", "any", "all", "(c: c/Name eq 'x')", "$count", "?", "&", "=", "$filter=", "$orderby=", "$select=", "$expand=", "$top=",
        "$skip=", "$search=", "$apply=", "$compute=", "$count=true", "$skiptoken=", "$deltatoken=", "asOf=2023-09-30", "eq", "ne", "gt", "le", "and", "or", "not", "in", "add", "mul", "div",
        "mod", "-", "(", ")", ",", ";", ":", "'", "''", "\"", "null", "true", "INF", "NaN", "1e400", "99999999999999999999", "-1", "0", "1.5", "12.34567", "2023-01-01",
        "2023-13-45", "2023-01-01T00:00:00Z", "duration'P1D'", "guid", "contains", "startswith", "substring", "concat(", "groupby((", "aggregate(", "with sum as", "with", "as",
        "topcount(2,", "topsum(5,", "bottompercent(50,", "filter(", "identity", "compute(", "rollup(", "$all", "from", "$it", "$root/", "@p", "@p=1", "%00", "%FF", "%27", "%", "+", " ", "剑阁", "😀", "\\", "*", "$levels=max",
        "Revitalization.Region", "cast(", "isof(", "case(", "now()", "geo.distance(", "matchesPattern(Name,'^(a+)+$')", "desc", "asc", "\r\n", "{", "}", "[", "]", ".csv", ".json",
    ];

    private static readonly string[] Addresses =
    [
        "Regions?$filter=Code eq '510823' and contains(Name,'县')&$orderby=Name desc&$top=3",
        "Regions?$expand=Children($filter=Code gt '5';$expand=Children($top=2)),Parent($select=Name)&$count=true",
        "Observations?$filter=Value mul 2 gt 10.5 and Indicator/Additive eq true and Period in ('2023','2022')&$orderby=Value desc,Note",
        "Observations?$apply=filter(RegionLevel eq 'village' and Period eq '2023' and IndicatorCode eq 'households')/groupby((Region/ParentCode),aggregate(Value with sum as T,$count as N))&$orderby=T desc",
        "Regions?$expand=Children($search=甲 OR 乙;$levels=2;$select=Name)",
        "Observations?$apply=groupby((RegionCode),topcount(2,Value)/aggregate($count as N))/toppercent(50,N)",
        "Observations?$apply=concat(groupby((Period),aggregate($count as N))/topcount(2,N),aggregate($count as N))&$filter=N gt 1",
        "Observations?$apply=groupby((rollup($all,RegionLevel,Period)),aggregate($count as N))",
        "Observations?$compute=Value div 3 as Third&$filter=Third gt 1&$select=RegionCode,Third&$skip=5",
        "Regions('510823')/Children?$search=镇 AND NOT (甲 OR \"乙镇\")",
        "Releases?$filter=year(AsOf) eq 2023 or PublishedAt lt 2023-01-01T00:00:00Z&asOf=2023-09-30",
        "Observations(RegionCode='510823',Period='2023-Q3',IndicatorCode='households')/Region?$select=Name",
        "Regions?$filter=Children/any(c: c/Parent/Name eq 'x' or c/Children/all(d: d/Code ne null))",
        "AidReports?$filter=Partnership/Kind eq 'EastWest' and ConfirmedFen gt 100&$expand=Partnership&$top=2",
        "Regions?$deltatoken=eyJmIjoxLCJ0IjpudWxsLCJxIjoieCIsImsiOm51bGx9",
        "Regions?$skiptoken=eyJyIjoyLCJxIjoieCIsImsiOlsiNTEiXSwibyI6MH0",
    ];

    private static readonly string[] Downloads =
    [
        "Regions.csv?$filter=Level eq 'village'&$select=Code,Name", "Observations.jsonl?$top=5&$orderby=Value desc", "Indicators.json?asOf=2022-12-31",
        "Regions.csv", "Projects.json?$search=产业园", "Observations.csv?$apply=groupby((RegionLevel),aggregate($count as N))", "Regions.xlsx",
    ];

    private static readonly string[] Batches =
    [
        """{"requests":[{"id":"1","method":"GET","url":"Regions?$top=1"},{"id":"2","method":"GET","url":"/odata/Regions('510823')","dependsOn":["1"],"headers":{"Accept":"application/json"}}]}""",
        "--b\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nGET Regions?$top=1 HTTP/1.1\r\nAccept: application/json\r\n\r\n\r\n--b--\r\n",
    ];

    /// <summary>What is asked: an address of <c>/odata/</c>, a file of <c>/data/</c>, or the body of a batch.</summary>
    public (FuzzedKind Kind, string Text) Next() => random.Next(20) switch
    {
        0 => (FuzzedKind.Batch, Changed(Batches[random.Next(Batches.Length)])),
        < 4 => (FuzzedKind.Download, Changed(Downloads[random.Next(Downloads.Length)])),
        _ => (FuzzedKind.Query, Query()),
    };

    /// <summary>The status that the portal answers with.</summary>
    public static async Task<int> Ask(IServiceProvider portal, FuzzedKind kind, string text)
    {
        var question = kind == FuzzedKind.Batch ? -1 : text.IndexOf('?', StringComparison.Ordinal);
        var path = kind == FuzzedKind.Batch ? "$batch" : question < 0 ? text : text[..question];
        var http = new DefaultHttpContext { RequestServices = portal };
        (http.Request.Method, http.Request.Scheme, http.Request.Host) = (kind == FuzzedKind.Batch ? "POST" : "GET", "http", new HostString("localhost"));
        http.Request.Path = new PathString((kind == FuzzedKind.Download ? "/data/" : "/odata/") + path); // Tags name it.
        http.Request.QueryString = question < 0 ? default : new QueryString(text[question..]);
        http.Response.Body = Stream.Null;
        if (kind == FuzzedKind.Batch)
        {
            http.Request.ContentType = text.StartsWith("--", StringComparison.Ordinal) ? "multipart/mixed; boundary=b" : "application/json";
            http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(text));
        }
        await ODataEndpoints.Guarded(http, () => kind switch
        {
            FuzzedKind.Batch => portal.GetRequiredService<BatchService>().Answer(http),
            FuzzedKind.Download => portal.GetRequiredService<SetDownload>().Answer(http, path),
            _ => portal.GetRequiredService<ODataService>().Answer(http, path),
        });
        return http.Response.StatusCode;
    }

    private string Query() => random.Next(3) > 0
        ? Changed(Addresses[random.Next(Addresses.Length)])
        : Changed(string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => Words[random.Next(Words.Length)] + (random.Next(3) == 0 ? " " : ""))));

    private string Changed(string good)
    {
        var text = new StringBuilder(good);
        for (var change = random.Next(4); change > 0 && text.Length > 2; change--) Change(text);
        return text.ToString();
    }

    private void Change(StringBuilder text)
    {
        var at = random.Next(text.Length);
        switch (random.Next(6))
        {
            case 0: text.Remove(at, Math.Min(random.Next(1, 8), text.Length - at)); break;
            case 1: text.Insert(at, Words[random.Next(Words.Length)]); break;
            case 2: text[at] = (char)random.Next(32, 127); break;
            case 3: text.Insert(at, " " + Words[random.Next(Words.Length)] + " "); break;
            case 4: text.Insert(at, string.Concat(Enumerable.Repeat(Words[random.Next(Words.Length)], random.Next(1, 40)))); break;
            default: text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 30), text.Length - at))); break;
        }
    }
}

internal enum FuzzedKind
{
    Query,
    Download,
    Batch,
}
