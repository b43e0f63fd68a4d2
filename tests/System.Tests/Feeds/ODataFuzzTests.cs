using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Revitalization.Portal.OData.Http;

namespace Revitalization.SystemTests.Feeds;

/// <summary>Whatever a stranger writes into an address is answered or refused, never broken on, and never for long.</summary>
public sealed class ODataFuzzTests(SamplePortal portal) : IClassFixture<SamplePortal>
{
    private const int Cases = 40_000;
    private const int Seed = 20231114;

    private static readonly string[] Words =
    [
        "Regions", "Observations", "Indicators", "Releases", "$metadata", "('510823')", "(3)", "/", "Code", "Name", "Value", "Period", "RegionLevel", "Region/Name",
        "Indicator/Additive", "Children", "Parent", "any", "all", "(c: c/Name eq 'x')", "$count", "?", "&", "=", "$filter=", "$orderby=", "$select=", "$expand=", "$top=",
        "$skip=", "$search=", "$apply=", "$compute=", "$count=true", "$skiptoken=", "asOf=2023-09-30", "eq", "ne", "gt", "le", "and", "or", "not", "in", "add", "mul", "div",
        "mod", "-", "(", ")", ",", ";", ":", "'", "''", "\"", "null", "true", "INF", "NaN", "1e400", "99999999999999999999", "-1", "0", "1.5", "12.34567", "2023-01-01",
        "2023-13-45", "2023-01-01T00:00:00Z", "duration'P1D'", "guid", "contains", "startswith", "substring", "concat(", "groupby((", "aggregate(", "with sum as", "with", "as",
        "topcount(2,", "filter(", "identity", "compute(", "rollup(", "from", "$it", "$root/", "@p", "@p=1", "%00", "%FF", "%27", "%", "+", " ", "剑阁", "😀", "\\", "*", "$levels=max",
        "Revitalization.Region", "cast(", "isof(", "case(", "now()", "geo.distance(", "matchesPattern(Name,'^(a+)+$')", "desc", "asc",
    ];

    private static readonly string[] Seeds =
    [
        "Regions?$filter=Code eq '510823' and contains(Name,'县')&$orderby=Name desc&$top=3",
        "Regions?$expand=Children($filter=Code gt '5';$expand=Children($top=2)),Parent($select=Name)&$count=true",
        "Observations?$filter=Value mul 2 gt 10.5 and Indicator/Additive eq true and Period in ('2023','2022')&$orderby=Value desc,Note",
        "Observations?$apply=filter(RegionLevel eq 'village' and Period eq '2023' and IndicatorCode eq 'households')/groupby((Region/ParentCode),aggregate(Value with sum as T,$count as N))&$orderby=T desc",
        "Observations?$apply=concat(groupby((Period),aggregate($count as N))/topcount(2,N),aggregate($count as N))&$filter=N gt 1",
        "Observations?$compute=Value div 3 as Third&$filter=Third gt 1&$select=RegionCode,Third&$skip=5",
        "Regions('510823')/Children?$search=镇 AND NOT (甲 OR \"乙镇\")",
        "Releases?$filter=year(AsOf) eq 2023 or PublishedAt lt 2023-01-01T00:00:00Z&asOf=2023-09-30",
        "Observations(RegionCode='510823',Period='2023-Q3',IndicatorCode='households')/Region?$select=Name",
        "Regions?$filter=Children/any(c: c/Parent/Name eq 'x' or c/Children/all(d: d/Code ne null))",
    ];

    [Fact]
    public async Task No_address_breaks_the_service_or_holds_it_up()
    {
        var random = new Random(Seed);
        var service = portal.Services.GetRequiredService<ODataService>();
        var statuses = new Dictionary<int, int>();
        for (var number = 0; number < Cases; number++)
        {
            var address = Address(random);
            var status = await Status(service, address);
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            (status is >= 200 and < 500 or 501).ShouldBeTrue($"case {number}: {status} for {address}");
        }
        statuses.GetValueOrDefault(200).ShouldBeGreaterThan(Cases / 100, "the fuzz reaches what answers");
        statuses.GetValueOrDefault(400).ShouldBeGreaterThan(Cases / 10);
    }

    [Fact]
    public async Task Deep_and_wide_addresses_are_answered_quickly()
    {
        var service = portal.Services.GetRequiredService<ODataService>();
        string[] addresses =
        [
            "Regions?$filter=" + string.Concat(Enumerable.Repeat("(", 2000)),
            "Regions?$filter=" + string.Concat(Enumerable.Repeat("not ", 1500)) + "true",
            "Regions?$filter=" + string.Join(" or ", Enumerable.Repeat("Code eq 'a'", 450)),
            "Observations?$filter=" + string.Join(" add ", Enumerable.Repeat("Value", 700)) + " gt 1",
            "Regions?$expand=" + string.Concat(Enumerable.Repeat("Children($expand=", 300)),
            "Regions?$expand=" + string.Join(",", Enumerable.Repeat("Children", 800)),
            "Regions?$select=" + string.Join(",", Enumerable.Repeat("Code", 1500)),
            "Regions?$orderby=" + string.Join(",", Enumerable.Repeat("Code", 1000)),
            "Observations?$apply=" + string.Join("/", Enumerable.Repeat("identity", 800)),
            "Observations?$apply=" + string.Concat(Enumerable.Repeat("concat(identity,", 20)) + "identity" + new string(')', 20),
            "Regions?$filter=@a&@a=@b&@b=@a",
            "Regions?$filter=" + string.Concat(Enumerable.Repeat("-", 3000)) + "1 eq 1",
        ];
        foreach (var address in addresses)
        {
            var clock = TimeProvider.System;
            var started = clock.GetTimestamp();
            (await Status(service, address)).ShouldBeInRange(200, 501, Short(address));
            clock.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(3), Short(address));
        }
    }

    private static string Short(string address) => address.Length > 60 ? address[..60] : address;

    private static string Address(Random random)
    {
        var text = random.Next(3) == 0
            ? new StringBuilder(string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => Words[random.Next(Words.Length)] + (random.Next(3) == 0 ? " " : ""))))
            : new StringBuilder(Seeds[random.Next(Seeds.Length)]);
        for (var change = random.Next(4); change > 0 && text.Length > 2; change--) Change(random, text);
        return text.ToString();
    }

    private static void Change(Random random, StringBuilder text)
    {
        var at = random.Next(text.Length);
        switch (random.Next(5))
        {
            case 0: text.Remove(at, Math.Min(random.Next(1, 8), text.Length - at)); break;
            case 1: text.Insert(at, Words[random.Next(Words.Length)]); break;
            case 2: text[at] = (char)random.Next(32, 127); break;
            case 3: text.Insert(at, " " + Words[random.Next(Words.Length)] + " "); break;
            default: text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 30), text.Length - at))); break;
        }
    }

    private async Task<int> Status(ODataService service, string address)
    {
        var question = address.IndexOf('?', StringComparison.Ordinal);
        var http = new DefaultHttpContext { RequestServices = portal.Services };
        http.Request.Method = "GET";
        http.Request.Scheme = "http";
        http.Request.Host = new HostString("localhost");
        http.Request.QueryString = question < 0 ? default : new QueryString(address[question..]);
        http.Response.Body = Stream.Null;
        await ODataEndpoints.Guarded(http, () => service.Answer(http, question < 0 ? address : address[..question]));
        return http.Response.StatusCode;
    }
}
