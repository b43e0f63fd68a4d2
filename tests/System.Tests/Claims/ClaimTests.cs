using System.Net;
using System.Net.Http.Json;
using Revitalization.Contracts.Claims;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Hosting.Json;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Claims;

/// <summary>Stated figures over HTTP. How they are judged is proved in the domain's tests; here is who may say, see and ask.</summary>
public sealed class ClaimTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private static readonly ClaimBody Enyang = new(
        new(2023, 8, 1), "衔接资金支付进度60.54%", "share", "60.54", "percent", 2,
        [new("已支付", "13500", "wan-yuan"), new("已到位", "22355", "wan-yuan")], "现场评审材料（2023）");

    private static readonly ClaimBody Loans = new(
        new(2023, 8, 1), "新增小额信贷等1392笔2.7亿余元", "plausibility", "", "yuan", 0,
        [new("贷款总额", "270000000", "yuan"), new("笔数", "1392", "count")], "现场评审材料（2023）", "loan.micro-credit");

    [Fact]
    public async Task A_county_keeps_its_claims_and_sees_both_figures()
    {
        var county = fixture.County;
        var receipt = await county.Accepted("/api/counties/510823/claims/a-progress", Enyang);
        var second = await county.Accepted("/api/counties/510823/claims/b-loans", Loans);

        var page = await Page(county, $"/api/counties/510823/claims?limit=1&after={second.Seq}");
        page.Items.Single().ShouldSatisfyAllConditions(
            claim => claim.Claim.ShouldBe("a-progress"), claim => claim.Verdict.ShouldBe("differs"), claim => claim.Computed.ShouldBe("60.39"),
            claim => claim.Body.Stated.ShouldBe("60.54"), claim => claim.Reason.ShouldContain("60.39%"), claim => claim.Version.ShouldBe(receipt.Version));
        page = await Page(county, $"/api/counties/510823/claims?limit=1&cursor={page.NextCursor}");
        page.Items.Single().Verdict.ShouldBe("implausible");
        page.Items.Single().Reason.ShouldContain("剑阁"); // The county's own document, not the platform's default.
        page.NextCursor.ShouldBeNull();

        await county.Accepted("/api/counties/510823/claims/a-progress", Enyang with { Stated = "60.39" }, $"\"{receipt.Version}\"");
        await fixture.Silo.Projected();
        (await Page(county, "/api/counties/510823/claims?limit=1")).Items.Single().Verdict.ShouldBe("agrees");
        (await county.Put("/api/counties/510823/claims/a-progress", Enyang, $"\"{receipt.Version}\"")).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task A_claim_stays_in_its_county()
    {
        await Refused(fixture.County.Put("/api/counties/511921/claims/x", Enyang), "access.scope-elsewhere");
        await Refused(fixture.County.GetAsync("/api/counties/511921/claims"), "access.scope-elsewhere");
        await Refused(fixture.Auditor.Put("/api/counties/510823/claims/x", Enyang), "access.role-insufficient");
        await Refused(fixture.Auditor.GetAsync("/api/counties/510823/claims"), "access.scope-elsewhere");
        var province = await fixture.Silo.SignedIn("sichuan", Roles.ProvinceAnalyst, "51");
        (await province.GetAsync("/api/counties/510823/claims")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Refused(fixture.County.Put("/api/counties/510823999/claims/x", Enyang), "claim.county-unknown");
        await Refused(fixture.County.Put("/api/counties/510823/claims/a b", Enyang), "command.id-malformed");
        await Refused(fixture.County.GetAsync("/api/counties/510823/claims?limit=0"), "query.limit-out-of-range");
        await Refused(fixture.County.GetAsync("/api/counties/510823/claims?cursor=%25"), "query.cursor-invalid");
    }

    [Fact]
    public async Task Anybody_signed_in_may_have_a_figure_checked_that_is_not_kept()
    {
        var checkedNow = await Check(fixture.Auditor, "", Loans);
        checkedNow.Verdict.ShouldBe("implausible");
        checkedNow.Reason.ShouldContain("平台默认值说明");
        (await Check(fixture.Auditor, "?county=510823", Loans)).Reason.ShouldContain("剑阁");

        await Refused(Post(fixture.Auditor, "?county=51", Loans), "claim.county-unknown");
        await Refused(Post(fixture.Auditor, "", Loans with { Kind = "magic" }), "person.term-unknown");
        await Refused(Post(fixture.Auditor, "", Loans with { Inputs = [new("总额", "1", "fen")] }), "person.term-unknown");
        await Refused(Post(fixture.Auditor, "", Loans with { Rule = null, Stated = "1" }), "claim.rule-unknown");
        await Refused(Post(fixture.Auditor, "", Loans with { Inputs = [Loans.Inputs[0]] }), "claim.inputs-miscounted");
    }

    private static Task<HttpResponseMessage> Post(HttpClient client, string query, ClaimBody body) =>
        client.PostAsJsonAsync($"/api/claims/check{query}", body, ServiceJson.Options);

    private static async Task<ClaimView> Check(HttpClient client, string query, ClaimBody body) =>
        (await (await Post(client, query, body)).Content.ReadFromJsonAsync<ClaimView>(ServiceJson.Options))!;

    private static async Task<Page<ClaimView>> Page(HttpClient client, string address) => (await client.GetFromJsonAsync<Page<ClaimView>>(address, ServiceJson.Options))!;

    private static async Task Refused(Task<HttpResponseMessage> sent, string code)
    {
        var reply = await sent;
        (await reply.Content.ReadAsStringAsync()).ShouldContain($"/api/problems/{code}");
    }
}
