using System.Text.Json;
using Revitalization.Portal.OData.Requests;

namespace Revitalization.SystemTests.Feeds;

/// <summary>A query that cannot be answered is refused by name; a mistyped option never answers everything.</summary>
public sealed class RefusedQueryTests(SamplePortal portal) : IClassFixture<SamplePortal>
{
    [Theory]
    [InlineData("Regions?$fliter=Code eq 'x'")]
    [InlineData("Regions?filter=Code eq 'x'&$filter=Code eq 'y'")]
    [InlineData("Regions?$top=1&$top=2")]
    [InlineData("Regions?")]
    [InlineData("Regions?=1")]
    [InlineData("Regions?&")]
    [InlineData("Regions?$filter=")]
    [InlineData("Regions?$filter=Nothing eq 1")]
    [InlineData("Regions?$filter=Code")]
    [InlineData("Regions?$filter=Code eq 1")]
    [InlineData("Regions?$filter=(Code eq 'x'")]
    [InlineData("Regions?$filter=Code eq 'x")]
    [InlineData("Regions?$orderby=Nothing")]
    [InlineData("Regions?$orderby=Code,,Name")]
    [InlineData("Regions?$top=-1")]
    [InlineData("Regions?$top=99999999999999999999")]
    [InlineData("Regions?$count=maybe")]
    [InlineData("Regions?$select=Nothing")]
    [InlineData("Regions?$expand=Nothing")]
    [InlineData("Regions?$expand=Children($expand=Children($expand=Children))")]
    [InlineData("Regions?$expand=Children($select=Code;$select=Name)")]
    [InlineData("Regions?$expand=Children($nothing=1)")]
    [InlineData("Regions?$expand=Parent($top=1)")]
    [InlineData("Regions?$expand=Children($levels=3)")]
    [InlineData("Regions?$expand=Children($levels=0)")]
    [InlineData("Regions?$expand=Children($levels=2;$expand=Children)")]
    [InlineData("Observations?$expand=Region($levels=2)")]
    [InlineData("Regions?$expand=Children($search=)")]
    [InlineData("Regions?$expand=Children($search=甲 OR)")]
    [InlineData("Observations?$apply=topsum(0,Value)")]
    [InlineData("Observations?$apply=toppercent(101,Value)")]
    [InlineData("Observations?$apply=topsum(1,Status)")]
    [InlineData("Regions?$skiptoken=abc")]
    [InlineData("Regions?$search=")]
    [InlineData("Regions?asOf=yesterday")]
    [InlineData("Regions('510823')?$filter=Code eq 'x'")]
    [InlineData("Regions(Code='510823',Code='510823')")]
    [InlineData("Regions(510823)")]
    [InlineData("Observations(RegionCode='510823')")]
    [InlineData("Observations?$filter=Value div 0 gt 1")]
    [InlineData("Observations?$filter=Value mul 9000000000000 mul 9000000000000 gt 1")]
    [InlineData("Observations?$filter=Value gt 1.00001")]
    [InlineData("Observations?$filter=Value gt 1e400")]
    [InlineData("Observations?$filter=Value gt INF")]
    [InlineData("Observations?$apply=nothing(Value)")]
    [InlineData("Observations?$apply=aggregate(Value with avg as X)")]
    [InlineData("Observations?$apply=groupby((Nothing))")]
    [InlineData("Observations?$apply=groupby((RegionLevel,RegionLevel))")]
    [InlineData("Observations?$apply=groupby((RegionLevel),aggregate($count as RegionLevel))")]
    [InlineData("Observations?$apply=groupby((RegionLevel),aggregate($count as IndicatorCode))")]
    [InlineData("Observations?$apply=aggregate($count as a,$count as a)")]
    [InlineData("Observations?$apply=aggregate(Status with sum as S)")]
    [InlineData("Observations?$apply=groupby((RegionLevel),aggregate($count as N))&$expand=Region")]
    [InlineData("Observations?$apply=groupby((RegionLevel),aggregate($count as N))&$filter=Value gt 1")]
    public async Task What_cannot_be_read_is_refused_with_400(string address)
    {
        var (status, _, message) = await portal.Refusal($"/odata/{address}");

        status.ShouldBe(400, address);
        message.ShouldNotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData("$crossjoin(Regions,Indicators)")]
    [InlineData("Regions?$filter=now() gt 2020-01-01T00:00:00Z")]
    [InlineData("Regions?$expand=Children($compute=1 as One)")]
    [InlineData("Regions?$expand=Children/$ref")]
    [InlineData("Regions?$filter=matchesPattern(Name,'^a')")]
    [InlineData("Releases?$filter=totaloffsetminutes(PublishedAt) eq 480")]
    [InlineData("Observations?$apply=groupby((rollup(RegionLevel,RegionCode),rollup(Period)),aggregate($count as N))")]
    [InlineData("Observations?$apply=nest(groupby((RegionCode)) as Places)")]
    [InlineData("Observations?$apply=descendants(Regions,Region,RegionCode,filter(RegionCode eq '510823'))")]
    [InlineData("Observations?$apply=groupby((RegionCode),skip(1))")]
    [InlineData("Observations?$apply=groupby((rollup(RegionLevel,RegionCode)),topcount(1,Value))")]
    [InlineData("Observations?$apply=aggregate(Value with Custom.median as M)")]
    [InlineData("Releases?$search=x")]
    public async Task What_is_known_but_not_offered_is_refused_with_501_and_says_what_to_do_instead(string address)
    {
        var (status, _, message) = await portal.Refusal($"/odata/{address}");

        status.ShouldBe(501, address);
        NotOffered.All.ShouldContain(one => message.EndsWith(one.Instead, StringComparison.Ordinal), message);
    }

    [Fact]
    public async Task What_is_not_offered_is_listed_for_people()
    {
        var page = await portal.Client.GetStringAsync("/data/");
        foreach (var one in NotOffered.All) page.ShouldContain(System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode(one.What));
    }

    [Fact]
    public async Task An_address_that_is_too_long_is_not_parsed_at_all() =>
        (await portal.Refusal("/odata/Regions?$expand=" + new string('x', 9000))).Status.ShouldBe(414);

    [Theory]
    [InlineData("/odata/Nothing")]
    [InlineData("/odata/Regions/Nothing")]
    [InlineData("/odata/Regions('510823')/Nothing")]
    [InlineData("/odata/Regions('510823')/Name/Name")]
    public async Task What_is_not_there_is_not_found(string address) => (await portal.Refusal(address)).Status.ShouldBe(404);

    [Fact]
    public async Task A_format_we_do_not_write_is_refused() => (await portal.Refusal("/odata/Regions?$format=atom")).Status.ShouldBe(406);

    // ODataLib says what it cannot read in English only: an officer must see what, and where.
    [Theory]
    [InlineData("$filter=Valu gt 5", "第 1 个字符起（“Valu gt 5”），没有列“Valu”")]
    [InlineData("$filter=Period eq '2023' and Value gt", "and Value gt”），")]
    [InlineData("$filter=Period eq '2023' and (Value gt 5 Period)", "gt 5 Period)”")]
    [InlineData("$filter=nofunction(Period) eq '2023'", "没有函数“nofunction”")]
    [InlineData("$filter=contains(Period) ", "函数“contains”的参数个数或类型不对")]
    [InlineData("$filter=Value gt 'x'", "两边的类型不同")]
    [InlineData("$filter=Value gt 5 !", "第 12 个字符附近（“Value gt 5 !”），有不认识的字符“!”")]
    [InlineData("$filter=Published gt 2023-13-45", "2023-13-45")]
    [InlineData("$orderby=Value up", "“Value up”")]
    public async Task What_the_parser_cannot_read_is_said_in_Chinese_with_its_place(string query, string expected)
    {
        using var reply = await portal.Client.GetAsync($"/odata/Observations?{query}");
        using var problem = JsonDocument.Parse(await reply.Content.ReadAsStringAsync());

        ((int)reply.StatusCode).ShouldBe(400);
        var error = problem.RootElement.GetProperty("error");
        error.GetProperty("message").GetString()!.ShouldContain(expected);
        error.GetProperty("message").GetString()!.ShouldNotContain(" at position ");
        error.GetProperty("details")[0].GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
    }

    // Answered as minimal, it would lack what its caller needs, and say nothing of it.
    [Fact]
    public async Task Full_metadata_is_refused_where_nothing_else_is_accepted()
    {
        async Task<(int Status, string? Type, string Text)> Asked(string query, params string[] accepted)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/odata/Observations?$top=1{query}");
            foreach (var one in accepted) request.Headers.TryAddWithoutValidation("Accept", one);
            using var reply = await portal.Client.SendAsync(request);
            return ((int)reply.StatusCode, reply.Content.Headers.ContentType?.ToString(), await reply.Content.ReadAsStringAsync());
        }

        var refused = await Asked("", "application/json;odata.metadata=full");
        refused.Status.ShouldBe(406);
        refused.Text.ShouldContain("odata.metadata=full");
        (await Asked("&$format=application/json;odata.metadata=full")).Status.ShouldBe(406);
        var other = await Asked("", "application/json;odata.metadata=full, application/json;odata.metadata=none;q=0.5");
        (other.Status, other.Type).ShouldBe((200, "application/json; odata.metadata=none; charset=utf-8"));
    }
}
