using System.Text.Json;

namespace Revitalization.SystemTests.Feeds;

/// <summary>What a reader of the OData service may ask, and what comes back.</summary>
public sealed class QueryTests(SamplePortal portal) : IClassFixture<SamplePortal>
{
    private const string County = "RegionCode eq '510823' and Period eq '2023-Q3'";

    [Theory]
    [InlineData("Regions?$filter=Level eq 'village'", 12)]
    [InlineData("Regions?$filter=ParentCode eq null", 1)]
    [InlineData("Regions?$filter=ParentCode ne null", 17)]
    [InlineData("Regions?$filter=Parent/Name eq '甲镇'", 4)]
    [InlineData("Regions?$filter=Parent/Parent/Code eq '510823'", 12)]
    [InlineData("Regions?$filter=Children/any(c: c/Name eq '乙镇')", 1)]
    [InlineData("Regions?$filter=Children/any()", 6)]
    [InlineData("Regions?$filter=Children/all(c: c/Level eq 'township')", 13)]
    [InlineData("Regions?$filter=Children/$count eq 4", 3)]
    [InlineData("Regions?$filter=not (Level eq 'village' or Level eq 'township')", 3)]
    [InlineData("Regions?$filter=Code in ('510823','510800','x')", 2)]
    [InlineData("Regions?$filter=contains(Name,'县') or startswith(Code,'510823100')", 6)]
    [InlineData("Regions?$filter=endswith(Name,'省') and length(Code) eq 6", 1)]
    [InlineData("Regions?$filter=substring(Code,6,1) eq '1' and indexof(Name,'镇') eq 1", 3)]
    [InlineData("Regions?$filter=concat(Level,Code) eq 'county510823' and toupper(Level) eq 'COUNTY' and trim(Name) eq Name", 1)]
    [InlineData("Regions?$filter=Name eq @n&@n='剑阁县'", 1)]
    [InlineData("Regions?$search=剑阁", 1)]
    [InlineData("Regions?$search=甲镇 OR 乙镇", 2)]
    [InlineData("Regions?$search=镇 AND NOT 甲", 2)]
    [InlineData("Regions?$search=\"村(示例)\"", 12)]
    [InlineData("Indicators?$filter=Additive and Protected", 3)]
    [InlineData("Indicators?$search=收入", 2)]
    [InlineData("Observations?$filter=" + County, 4)]
    [InlineData("Observations?$filter=" + County + " and Indicator/Additive", 3)]
    [InlineData("Observations?$filter=" + County + " and Value gt 1000 and Value lt 1000000000", 2)]
    [InlineData("Observations?$filter=" + County + " and Value mul 2 ge 5000.5 and Value div 2 gt 1 and Value sub 1 ge 0 and Value mod 2 eq 0", 2)]
    [InlineData("Observations?$filter=Value eq null and Period eq '2023-Q3'", 2)]
    [InlineData("Observations?$filter=Status eq 'suppressed' and PeriodKind eq 'Quarter'", 10)]
    [InlineData("Observations?$filter=not (Value gt 0) and Period eq '2022'", 2)]
    [InlineData("Observations?$filter=Note ne null and Period eq '2022' and IndicatorCode eq 'households'", 3)]
    [InlineData("Observations?$search=监测对象&$filter=RegionCode eq '510823'", 7)]
    [InlineData("Releases?$filter=AsOf ge 2023-01-01 and year(AsOf) eq 2023 and month(PublishedAt) eq 9 and hour(PublishedAt) eq 9", 1)]
    [InlineData("Releases?$filter=PublishedAt lt 2023-01-01T00:00:00Z and date(PublishedAt) eq 2022-12-31", 1)]
    [InlineData("Releases?$filter=Corrects eq null and Rows gt 100", 2)]
    public async Task A_filter_finds_exactly_what_it_says(string address, int rows) =>
        (await portal.Get($"/odata/{address}&$count=true")).GetProperty("@odata.count").GetInt32().ShouldBe(rows, address);

    // Rounding a fen away would make two tables disagree.
    [Fact]
    public async Task Money_comes_back_to_the_last_decimal()
    {
        var row = (await portal.Rows($"/odata/Observations?$filter={County} and IndicatorCode eq 'income.net'")).ShouldHaveSingleItem();

        var villages = SampleCounty.Villages.Sum(village => 100 + (village[8] - '0') * 10 + (village[^1] - '0'));
        row.GetProperty("Value").GetRawText().ShouldBe(((villages * 1234.56m + 3) * 2).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Readers_with_floating_point_only_get_numbers_as_text()
    {
        using var response = await portal.Send($"/odata/Observations?$filter={County}&$top=1", headers =>
            headers.TryAddWithoutValidation("Accept", "application/json;odata.metadata=none;IEEE754Compatible=true"));
        var json = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());

        json.GetProperty("value")[0].GetProperty("Value").ValueKind.ShouldBe(JsonValueKind.String);
        json.TryGetProperty("@odata.context", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Selected_columns_alone_are_sent_in_the_order_of_the_model()
    {
        var row = (await portal.Rows("/odata/Regions?$select=Name,Code&$filter=Code eq '510823'")).ShouldHaveSingleItem();

        row.EnumerateObject().Select(member => member.Name).ShouldBe(["Code", "Name"]);
    }

    [Fact]
    public async Task Expanding_goes_two_levels_down_with_options_of_its_own()
    {
        var county = (await portal.Rows(
            "/odata/Regions?$filter=Code eq '510823'&$expand=Parent($select=Name),Children($orderby=Code desc;$top=2;$count=true;$expand=Children($filter=endswith(Code,'901')))")).ShouldHaveSingleItem();

        county.GetProperty("Parent").GetRawText().ShouldBe("""{"Name":"广元市"}""");
        county.GetProperty("Children@odata.count").GetInt32().ShouldBe(3);
        county.GetProperty("Children").EnumerateArray().Select(town => town.GetProperty("Code").GetString()).ShouldBe(["510823102", "510823101"]);
        county.GetProperty("Children")[0].GetProperty("Children").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Levels_say_how_deep_an_expansion_goes_each_with_the_same_options()
    {
        const string Written = "Children($select=Name;$expand=Children($select=Name))";
        var written = await portal.Client.GetStringAsync($"/odata/Regions?$filter=Code eq '510823'&$expand={Written}");

        foreach (var levels in new[] { "2", "max" })
            (await portal.Client.GetStringAsync($"/odata/Regions?$filter=Code eq '510823'&$expand=Children($levels={levels};$select=Name)")).ShouldBe(written);
        (await portal.Get("/odata/Regions('510823')?$expand=Children($levels=1)")).GetProperty("Children")[0].TryGetProperty("Children", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task An_expansion_can_be_searched_in_Chinese()
    {
        var county = (await portal.Rows("/odata/Regions?$filter=Code eq '510823'&$expand=Children($search=甲镇 OR \"丙镇\";$select=Name;$orderby=Code)")).ShouldHaveSingleItem();

        county.GetProperty("Children").EnumerateArray().Select(town => town.GetProperty("Name").GetString()).ShouldBe(["甲镇", "丙镇"]);
    }

    [Fact]
    public async Task An_entity_has_an_address_and_so_have_its_parts()
    {
        (await portal.Get("/odata/Regions('510823')")).GetProperty("Name").GetString().ShouldBe("剑阁县");
        (await portal.Get("/odata/Regions('510823')/Parent/Name")).GetProperty("value").GetString().ShouldBe("广元市");
        (await portal.Client.GetStringAsync("/odata/Regions('510823')/Name/$value")).ShouldBe("剑阁县");
        (await portal.Client.GetStringAsync("/odata/Regions('510823')/Children/$count")).ShouldBe("3");
        (await portal.Rows("/odata/Regions('510823')/Children?$orderby=Name&$top=1")).ShouldHaveSingleItem();
        (await portal.Get("/odata/Observations(RegionCode='510823',Period='2023-Q3',IndicatorCode='households')/Indicator")).GetProperty("Unit").GetString().ShouldBe("户");
        (await portal.Get("/odata/Releases(2)")).GetProperty("AsOf").GetString().ShouldBe("2023-09-30");
        (await portal.Refusal("/odata/Regions('nowhere')")).Status.ShouldBe(404);
        ((int)(await portal.Client.GetAsync("/odata/Regions('510000')/Parent")).StatusCode).ShouldBe(204);
    }

    // Who reads old figures must not get today's.
    [Fact]
    public async Task A_day_is_answered_by_the_release_of_that_day()
    {
        const string Address = "/odata/Observations(RegionCode='510823100901',Period='2022',IndicatorCode='households')";
        var then = (await portal.Get(Address + "?asOf=2023-09-29")).GetProperty("Value").GetInt64();
        var now = (await portal.Get(Address + "?asOf=2023-09-30")).GetProperty("Value").GetInt64();

        now.ShouldBe(then * 2);
        (await portal.Rows("/odata/Releases?asOf=2023-01-01")).ShouldHaveSingleItem();
        (await portal.Refusal(Address + "?asOf=2020-01-01")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task The_model_is_described_in_XML_and_in_JSON()
    {
        (await portal.Client.GetStringAsync("/odata/$metadata")).ShouldContain("EntitySet Name=\"Observations\"");
        var json = await portal.Get("/odata/$metadata?$format=json");
        json.GetProperty("$EntityContainer").GetString().ShouldBe("Revitalization.Disclosure");
        (await portal.Rows("/odata/")).Length.ShouldBe(13);
    }

    [Fact]
    public async Task What_a_caller_has_already_is_not_sent_again()
    {
        using var first = await portal.Client.GetAsync("/odata/Regions?$top=3");
        var tag = first.Headers.ETag!.ToString();
        using var again = await portal.Send("/odata/Regions?$top=3", headers => headers.TryAddWithoutValidation("If-None-Match", tag));
        using var other = await portal.Send("/odata/Regions?$top=4", headers => headers.TryAddWithoutValidation("If-None-Match", tag));

        ((int)again.StatusCode).ShouldBe(304);
        ((int)other.StatusCode).ShouldBe(200);
    }

    [Fact]
    public async Task Headers_alone_can_be_asked_for()
    {
        using var response = await portal.Send("/odata/Observations", _ => { }, "HEAD");

        ((int)response.StatusCode).ShouldBe(200);
        response.Headers.ETag.ShouldNotBeNull();
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    // SAP's clients refuse JSON that is announced as streaming.
    [Fact]
    public async Task The_content_type_says_nothing_of_streaming()
    {
        using var response = await portal.Client.GetAsync("/odata/Regions");

        response.Content.Headers.ContentType!.ToString().ShouldNotContain("streaming");
        response.Headers.GetValues("OData-Version").ShouldBe(["4.01"]);
    }

    [Fact]
    public async Task A_client_of_version_4_0_is_answered_in_it()
    {
        using var response = await portal.Send("/odata/Regions", headers => headers.TryAddWithoutValidation("OData-MaxVersion", "4.0"));

        response.Headers.GetValues("OData-Version").ShouldBe(["4.0"]);
    }
}
