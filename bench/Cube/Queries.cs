using System.Globalization;
using System.Text;
using Revitalization.Bench.Harness;

namespace Revitalization.Bench.Cube;

/// <summary>The same questions in everybody's language.</summary>
internal static class Queries
{
    private const string Village = "RegionLevel eq 'village' and PeriodKind eq 'Quarter'";
    private const string CapVillage = "region_level eq 'village' and period_kind eq 'Quarter'";

    private const string PgbenchCounty = "'51' || lpad((1 + :c / 80)::text, 2, '0') || (20 + :c % 80)::text";
    public static string PgbenchPage(CubeRelease release) => Head(release)
        + $"SELECT * FROM observations WHERE region_code = {PgbenchCounty} || (100 + :v / 10)::text || (200 + :v % 10)::text ORDER BY period, indicator_code LIMIT 100;\n";

    // LIKE with a pattern that is computed finds no range in the index: the bounds are said.
    public static string PgbenchSums(CubeRelease release) => Head(release)
        + Sums($"region_code >= {PgbenchCounty} AND region_code < {PgbenchCounty} || ':' AND");

    public static string PgbenchAll => Sums("");

    public static byte[][] Pages(CubeRelease release, Uri address) =>
        [.. Places(release).Select(place => Get(address, $"/odata/Observations?$top=100&$filter=RegionCode eq '{place}'"))];

    public static byte[][] CountySums(CubeRelease release, Uri address) =>
        [.. release.Counties.Select(county => Get(address, $"/odata/Observations?$apply=filter(startswith(RegionCode,'{county}') and {Village})/{Group}"))];

    public static byte[] AllSums(Uri address) => Get(address, $"/odata/Observations?$apply=filter({Village})/{Group}");

    public static byte[][] CapPages(CubeRelease release, Uri address) =>
        [.. Places(release).Select(place => Get(address, $"/odata/Observations?$top=100&$filter=region_code eq '{place}'"))];

    public static byte[][] CapCountySums(CubeRelease release, Uri address) =>
        [.. release.Counties.Select(county => Get(address, $"/odata/Observations?$apply=filter(startswith(region_code,'{county}') and {CapVillage})/{CapGroup}"))];

    public static byte[] CapAllSums(Uri address) => Get(address, $"/odata/Observations?$apply=filter({CapVillage})/{CapGroup}");

    public static byte[][] GraphPages(CubeRelease release, Uri address) => [.. Places(release).Select(place => Graph(address,
        $"{{ allObservations(condition:{{regionCode:\\\"{place}\\\"}}, orderBy:[PERIOD_ASC,INDICATOR_CODE_ASC], first:100){{nodes{{regionCode period indicatorCode regionLevel periodKind value status note release}}}} }}"))];

    public static byte[][] GraphCountySums(CubeRelease release, Uri address) => [.. release.Counties.Select(county => Graph(address,
        $"{{ countyObservations(county:\\\"{county}\\\"){{groupedAggregates(groupBy:[INDICATOR_CODE,PERIOD]){{keys sum{{value}}}}}} }}"))];

    public static byte[] GraphAllSums(Uri address) => Graph(
        address, "{ allObservations(condition:{regionLevel:\\\"village\\\", periodKind:\\\"Quarter\\\"}){groupedAggregates(groupBy:[INDICATOR_CODE,PERIOD]){keys sum{value}}} }");

    public static byte[][] EfPages(CubeRelease release, Uri address) => [.. Places(release).Select(place => Get(address, $"/page?region={place}"))];

    public static byte[][] EfCountySums(CubeRelease release, Uri address) => [.. release.Counties.Select(county => Get(address, $"/county?county={county}"))];

    /// <summary>A target as an address holds it: only what must be is written in hex.</summary>
    public static byte[] Get(Uri address, string target, string headers = "") => LoadClient.Request(
        "GET", target.Replace(" ", "%20", StringComparison.Ordinal).Replace("'", "%27", StringComparison.Ordinal), address, "Accept: application/json\r\n" + headers);

    private const string Group = "groupby((IndicatorCode,Period),aggregate(Value with sum as Total))";
    private const string CapGroup = "groupby((indicator_code,period),aggregate(value with sum as total))";

    private static byte[] Graph(Uri address, string query) => LoadClient.Request(
        "POST", "/graphql", address, "Content-Type: application/json\r\nAccept: application/json\r\n", Encoding.UTF8.GetBytes($"{{\"query\":\"{query}\"}}"));

    private static string Head(CubeRelease release) =>
        string.Create(CultureInfo.InvariantCulture, $"\\set c random(0, {release.Counties.Count} - 1)\n\\set v random(0, {CubeRelease.PlacesOfACounty} - 1)\n");

    private static string Sums(string where) =>
        $"SELECT indicator_code, period, sum(value) FROM observations WHERE {where} region_level = 'village' AND period_kind = 'Quarter' GROUP BY 1, 2;\n";

    // Many places in an order of their own: whoever remembers answers gains nothing by it.
    private static IEnumerable<string> Places(CubeRelease release) => Enumerable.Range(0, 20_000).Select(n =>
        CubeRelease.Place(release.Counties[(n * 7919) % release.Counties.Count], n * 31 % CubeRelease.PlacesOfACounty));
}
