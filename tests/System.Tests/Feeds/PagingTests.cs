using System.Text.Json;

namespace Revitalization.SystemTests.Feeds;

/// <summary>Pages together are the whole set, each row once, in order: what a copier of our data relies on.</summary>
public sealed class PagingTests(SamplePortal portal) : IClassFixture<SamplePortal>
{
    [Theory]
    [InlineData("Observations", 504)]
    [InlineData("Observations?$orderby=Note,Value desc", 504)]
    [InlineData("Observations?$orderby=Note desc,Value,Period desc", 504)]
    [InlineData("Observations?$orderby=Value desc,Note desc", 504)]
    [InlineData("Observations?$orderby=Region/ParentCode desc,IndicatorCode desc", 504)]
    [InlineData("Observations?$orderby=Status desc&$filter=Value eq null or Value gt 0", 504)]
    [InlineData("Observations?$orderby=Value mul -1&$skip=7", 497)]
    [InlineData("Observations?$orderby=Note&$top=123", 123)]
    [InlineData("Regions?$orderby=ParentCode desc,Name", 18)]
    [InlineData("Observations?$apply=groupby((RegionCode,Period),aggregate($count as N))&$orderby=N desc,Period desc", 126)]
    [InlineData("Observations?$apply=concat(aggregate($count as N),groupby((RegionCode)),groupby((Period,Note)))", 47)]
    public async Task Pages_hold_every_row_exactly_once(string address, int rows)
    {
        var paged = await AllPages($"/odata/{address}", pageRows: 7);
        var whole = await AllPages($"/odata/{address}", pageRows: 50);

        paged.Count.ShouldBe(rows);
        paged.Select(row => row.GetRawText()).ShouldBe(whole.Select(row => row.GetRawText()));
        paged.Select(row => row.GetRawText()).Distinct().Count().ShouldBe(rows);
    }

    // Null stands before every value going up and after every value coming down.
    [Fact]
    public async Task Rows_without_a_value_stand_where_OData_says()
    {
        var up = await AllPages("/odata/Observations?$orderby=Value&$filter=Period eq '2022'", 7);
        var down = await AllPages("/odata/Observations?$orderby=Value desc&$filter=Period eq '2022'", 7);

        up[0].GetProperty("Value").ValueKind.ShouldBe(JsonValueKind.Null);
        down[^1].GetProperty("Value").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_token_belongs_to_its_query()
    {
        var next = (await portal.Get("/odata/Observations?$orderby=Value")).GetProperty("@odata.nextLink").GetString()!;
        var token = next[(next.IndexOf("$skiptoken=", StringComparison.Ordinal) + 11)..];

        (await portal.Refusal($"/odata/Observations?$orderby=Note&$skiptoken={token}")).Status.ShouldBe(400);
        (await portal.Refusal($"/odata/Observations?$orderby=Value&$skiptoken={token[..^3]}")).Status.ShouldBe(400);
    }

    // The rows of one result never come from two releases.
    [Fact]
    public async Task Later_pages_come_from_the_release_of_the_first()
    {
        var rows = await AllPages("/odata/Observations?asOf=2022-12-31", 50);

        rows.Count.ShouldBe(504);
        rows.ShouldAllBe(row => row.GetProperty("Release").GetInt32() == 1);
    }

    [Fact]
    public async Task The_page_size_that_was_applied_is_said()
    {
        using var response = await portal.Send("/odata/Regions", headers => headers.TryAddWithoutValidation("Prefer", "odata.maxpagesize=100000"));

        response.Headers.GetValues("Preference-Applied").ShouldBe(["odata.maxpagesize=50"]);
    }

    private async Task<List<JsonElement>> AllPages(string address, int pageRows)
    {
        var rows = new List<JsonElement>();
        for (string? next = address; next is not null;)
        {
            using var response = await portal.Send(next, headers => headers.TryAddWithoutValidation("Prefer", $"odata.maxpagesize={pageRows}"));
            var text = await response.Content.ReadAsStringAsync();
            ((int)response.StatusCode).ShouldBe(200, text);
            var page = JsonSerializer.Deserialize<JsonElement>(text);
            page.GetProperty("value").GetArrayLength().ShouldBeLessThanOrEqualTo(pageRows);
            rows.AddRange(page.GetProperty("value").EnumerateArray());
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
            rows.Count.ShouldBeLessThan(2000);
        }
        return rows;
    }
}
