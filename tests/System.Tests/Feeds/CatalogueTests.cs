using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Revitalization.Contracts.Releases;

namespace Revitalization.SystemTests.Feeds;

/// <summary>Data sets for people and for catalogues: pages that write OData addresses, formats of statisticians, what harvesters read.</summary>
public sealed class CatalogueTests(SamplePortal portal) : IClassFixture<SamplePortal>
{
    private const string County = "$filter=RegionCode eq '510823' and Period eq '2023-Q3'";

    [Fact]
    public async Task A_workbook_has_numbers_as_numbers_and_Chinese_headings()
    {
        using var book = new ZipArchive(new MemoryStream(await portal.Client.GetByteArrayAsync($"/data/Observations.xlsx?{County}&$select=RegionCode,Value")));
        var sheet = XDocument.Load(await book.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync());
        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var rows = sheet.Descendants(main + "row").ToList();
        rows[0].Value.ShouldBe("区划代码数值");
        rows[1].Elements(main + "c").First().Attribute("t")!.Value.ShouldBe("inlineStr");
        rows[1].Elements(main + "c").First().Value.ShouldBe("510823");
        var value = rows.Skip(1).SelectMany(row => row.Elements(main + "c").Skip(1)).First();
        (value.Attribute("t"), decimal.Parse(value.Element(main + "v")!.Value, System.Globalization.CultureInfo.InvariantCulture) > 0).ShouldBe((null, true));
    }

    [Fact]
    public async Task A_sheet_comes_in_GB18030_for_who_asks()
    {
        var bytes = await portal.Client.GetByteArrayAsync("/data/Regions.gb18030.csv");
        var text = CodePagesEncodingProvider.Instance.GetEncoding(54936)!.GetString(bytes);
        text.ShouldStartWith("区划代码,名称,层级,上级代码\r\n");
        text.Split("\r\n").Length.ShouldBe((await portal.Client.GetStringAsync("/data/Regions.csv")).Split("\r\n").Length);
    }

    [Fact]
    public async Task JSON_stat_puts_every_value_where_its_dimensions_say()
    {
        var stat = await portal.Get($"/data/Observations.jsonstat.json?{County}");
        stat.GetProperty("version").GetString().ShouldBe("2.0");
        var sizes = stat.GetProperty("size").EnumerateArray().Select(size => size.GetInt32()).ToList();
        sizes[..2].ShouldBe([1, 1]);
        var indicators = stat.GetProperty("dimension").GetProperty("indicator").GetProperty("category").GetProperty("index").EnumerateArray().Select(code => code.GetString()).ToList();
        foreach (var row in await portal.Rows($"/odata/Observations?{County}"))
        {
            var at = indicators.IndexOf(row.GetProperty("IndicatorCode").GetString()).ToString(System.Globalization.CultureInfo.InvariantCulture);
            stat.GetProperty("status").GetProperty(at).GetString().ShouldBe(row.GetProperty("Status").GetString());
            stat.GetProperty("value").TryGetProperty(at, out var value).ShouldBe(row.GetProperty("Value").ValueKind != JsonValueKind.Null);
            if (value.ValueKind == JsonValueKind.Number) value.GetDecimal().ShouldBe(row.GetProperty("Value").GetDecimal());
        }
    }

    [Fact]
    public async Task SDMX_JSON_names_dimensions_statuses_and_all_values()
    {
        var message = await portal.Get("/data/Observations.sdmx.json?$filter=RegionCode eq '510823'");
        var data = message.GetProperty("data");
        var release = await portal.Get("/odata/Releases(2)");
        message.GetProperty("meta").GetProperty("prepared").GetDateTimeOffset().ShouldBe(release.GetProperty("PublishedAt").GetDateTimeOffset(), "the same address has the same bytes at any hour");
        var structure = data.GetProperty("structures")[0];
        var ids = structure.GetProperty("dimensions").GetProperty("series").EnumerateArray().Concat(structure.GetProperty("attributes").GetProperty("series").EnumerateArray())
            .SelectMany(component => component.GetProperty("values").EnumerateArray()).Select(value => value.GetProperty("id").GetString()!).ToList();
        ids.ShouldAllBe(id => id.All(c => char.IsAsciiLetterOrDigit(c) || c == '_' || c == '-'), "the schema's ids have no points");
        ids.ShouldContain("income_net");
        structure.GetProperty("attributes").GetProperty("observation")[0].TryGetProperty("relationship", out _).ShouldBeTrue();
        data.GetProperty("dataSets")[0].GetProperty("links").GetArrayLength().ShouldBe(1);
        structure.GetProperty("measures").GetProperty("observation")[0].GetProperty("id").GetString().ShouldBe("OBS_VALUE");
        var series = data.GetProperty("dataSets")[0].GetProperty("series");
        var (areas, indicators) = (Ids(structure.GetProperty("dimensions").GetProperty("series")[0]), Ids(structure.GetProperty("dimensions").GetProperty("series")[1]));
        var (periods, statuses) = (Ids(structure.GetProperty("dimensions").GetProperty("observation")[0]), Ids(structure.GetProperty("attributes").GetProperty("observation")[0]));
        var rows = await All("/odata/Observations?$filter=RegionCode eq '510823'");
        foreach (var row in rows)
        {
            var key = $"{areas.IndexOf("510823")}:{indicators.IndexOf(row.GetProperty("IndicatorCode").GetString()!.Replace('.', '_'))}";
            var cell = series.GetProperty(key).GetProperty("observations").GetProperty($"{periods.IndexOf(row.GetProperty("Period").GetString()!)}");
            statuses[cell[1].GetInt32()].ShouldBe(row.GetProperty("Status").GetString() switch { "published" => "A", "suppressed" => "Q", "provisional" => "P", _ => "R" });
            if (row.GetProperty("Value").ValueKind != JsonValueKind.Null) cell[0].GetDecimal().ShouldBe(row.GetProperty("Value").GetDecimal());
        }
        series.EnumerateObject().Sum(one => one.Value.GetProperty("observations").EnumerateObject().Count()).ShouldBe(rows.Count);
    }

    [Theory]
    [InlineData("/data/Regions.jsonstat.json")]
    [InlineData("/data/Observations.sdmx.json?$select=Value")]
    public async Task A_format_refuses_what_it_has_no_place_for(string address) => (await portal.Refusal(address)).Status.ShouldBe(400);

    [Fact]
    public async Task A_page_of_a_set_writes_the_address_that_answers_what_it_shows()
    {
        var page = System.Net.WebUtility.HtmlDecode(await portal.Client.GetStringAsync("/data/sets/Regions?f1=Level&c1=eq&v1=village&o=Name&d=1"));
        var rows = await All(Link(page, "/odata/Regions?"));
        rows.ShouldAllBe(row => row.GetProperty("Level").GetString() == "village");
        rows.Select(row => row.GetProperty("Name").GetString()!).ShouldBe(rows.Select(row => row.GetProperty("Name").GetString()!).OrderDescending(StringComparer.Ordinal));
        page.ShouldContain($"共 {rows.Count} 行");
        page.ShouldContain(rows[0].GetProperty("Code").GetString()!);
        (await portal.Client.GetStringAsync("/data/sets/Observations")).ShouldContain("首次发布");
        (await portal.Client.GetStringAsync("/data/sets/Observations")).ShouldContain("修订");
    }

    [Theory]
    [InlineData("f1=Nothing&c1=eq&v1=1")]
    [InlineData("f1=Level&c1=or&v1=1")]
    [InlineData("o=Level)%20desc,(")]
    public async Task A_form_that_asks_nonsense_is_told_so_on_the_page(string query)
    {
        using var response = await portal.Client.GetAsync($"/data/sets/Regions?{query}");
        ((int)response.StatusCode).ShouldBe(200);
        (await response.Content.ReadAsStringAsync()).ShouldContain("role=\"alert\"");
    }

    [Fact]
    public async Task The_catalogue_names_every_set_and_every_file_it_names_is_there()
    {
        var catalogue = await portal.Get("/data/catalog.jsonld");
        var sets = catalogue.GetProperty("dcat:dataset").EnumerateArray().ToList();
        var feed = (await portal.Get("/odata/")).GetProperty("value").EnumerateArray().Select(set => set.GetProperty("name").GetString());
        sets.Select(set => set.GetProperty("dct:identifier").GetString()).ShouldBe(feed, ignoreOrder: true);
        foreach (var address in sets.SelectMany(set => set.GetProperty("dcat:distribution").EnumerateArray())
            .Select(file => (file.TryGetProperty("dcat:downloadURL", out var download) ? download : file.GetProperty("dcat:accessURL")).GetProperty("@id").GetString()!))
        {
            using var head = await portal.Send(new Uri(address).PathAndQuery, _ => { }, "HEAD");
            ((int)head.StatusCode).ShouldBe(200, address);
        }
    }

    // What is cited is read elsewhere, and years later.
    [Fact]
    public async Task A_figure_is_cited_by_a_whole_address_that_goes_on_saying_what_it_said()
    {
        var page = await portal.Client.GetStringAsync("/figure/510823/2023-Q3/households?asOf=2022-12-31");
        var cited = $"{portal.Client.BaseAddress}figure/510823/2023-Q3/households?asOf=2022-12-31";

        page.ShouldContain($">{cited}<");
        (await portal.Client.GetStringAsync(cited)).ShouldBe(page);
        System.Net.WebUtility.HtmlDecode(page).ShouldContain("IndicatorCode='households')?asOf=2022-12-31");
    }

    [Fact]
    public async Task The_subscription_the_site_map_and_the_description_are_well_formed()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(await portal.Client.GetStringAsync("/feed.atom")).Root!;
        feed.Elements(atom + "entry").Select(entry => entry.Element(atom + "title")!.Value).ShouldBe(["第 2 次发布", "第 1 次发布"], ignoreOrder: true);
        var places = XDocument.Parse(await portal.Client.GetStringAsync("/sitemap.xml")).Root!.Elements().Select(url => new Uri(url.Value).PathAndQuery).ToList();
        places.ShouldContain("/data/sets/Observations");
        foreach (var place in places.Where(place => !place.StartsWith("/regions/", StringComparison.Ordinal)).Append(places[^1]))
            ((int)(await portal.Client.GetAsync(place)).StatusCode).ShouldBe(200, place);
        (await portal.Get("/data/openapi.json")).GetProperty("paths").EnumerateObject().Count().ShouldBeGreaterThan(50);
        (await portal.Client.GetStringAsync("/robots.txt")).ShouldContain("Sitemap: ");
        using var again = await portal.Send("/feed.atom", headers => headers.Add("If-None-Match", Tag("/feed.atom").Result));
        ((int)again.StatusCode).ShouldBe(304);
    }

    [Fact]
    public async Task A_whole_release_can_be_taken_home_and_checked()
    {
        using var archive = new ZipArchive(new MemoryStream(await portal.Client.GetByteArrayAsync("/data/releases/1/archive.zip")));
        using var manifest = new MemoryStream();
        await (await archive.GetEntry("manifest.json")!.OpenAsync()).CopyToAsync(manifest);
        var root = new MerkleRootBuilder();
        using var rows = new StreamReader(await archive.GetEntry("rows.jsonl")!.OpenAsync());
        while (await rows.ReadLineAsync() is { } line) root.Add(Merkle.Leaf(Encoding.UTF8.GetBytes(line)));
        Convert.ToHexStringLower(root.Root()).ShouldBe(ManifestJson.Read(manifest.ToArray()).Manifest.RowsRoot);
        (await portal.Refusal("/data/releases/9/archive.zip")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_chart_is_its_address()
    {
        var page = await portal.Client.GetStringAsync("/data/chart?indicator=households&region=510823&kind=Quarter&period=2023-Q3&by=region");
        page.ShouldContain("<figure class=\"chart\">");
        var link = Link(page, "/odata/Observations?");
        (await portal.Rows(System.Net.WebUtility.HtmlDecode(link))).Length.ShouldBeGreaterThan(1);
        (await portal.Client.GetStringAsync("/data/chart?indicator=households&region=510823&kind=Quarter&by=time")).ShouldContain("历期");
    }

    private async Task<string> Tag(string address) => (await portal.Client.GetAsync(address)).Headers.ETag!.ToString();

    private static List<string> Ids(JsonElement component) => [.. component.GetProperty("values").EnumerateArray().Select(value => value.GetProperty("id").GetString()!)];

    private async Task<List<JsonElement>> All(string address)
    {
        var rows = new List<JsonElement>();
        for (var next = address; next is not null;)
        {
            var page = await portal.Get(next);
            rows.AddRange(page.GetProperty("value").EnumerateArray());
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
        }
        return rows;
    }

    /// <summary>The first link of a page that begins so.</summary>
    private static string Link(string page, string beginning) => beginning + page.Split($"href=\"{beginning}")[1].Split('"')[0];
}
