using System.Net;
using System.Net.Http.Json;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.DisclosureRequests;
using Revitalization.Contracts.Documents;
using Revitalization.Contracts.Identity;
using Revitalization.Hosting.Json;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Documents;

/// <summary>Requests for disclosure over HTTP: sealed, followed by their clock, counted in the year's report. The clock itself is proved in the domain's tests.</summary>
public sealed class DisclosureRequestTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private static readonly DisclosureRequestBody Body = new("510823", "person", "申示例", "示例路1号", "post", new(2023, 3, 6), "示例资金的使用情况。", "纸质");

    [Fact]
    public async Task A_request_is_answered_within_its_clock_and_counts_in_the_report()
    {
        await fixture.County.Accepted("/api/disclosure-requests/Q-1", Body with { Region = "510823100" });
        await fixture.County.Accepted("/api/disclosure-requests/Q-1/acceptance", new RequestDayBody(new(2023, 3, 7)));
        var open = await Read("Q-1");
        (open.Stage, open.DueOn, open.Body.Name, open.LastDayToAskSupplement).ShouldBe(("accepted", new DateOnly(2023, 4, 3), "申示例", new DateOnly(2023, 3, 15)));
        await fixture.County.Accepted("/api/disclosure-requests/Q-1/supplement", new SupplementBody(new(2023, 3, 8), "请写明年度。"));
        (await Read("Q-1")).ShouldSatisfyAllConditions(one => one.DueOn.ShouldBeNull(), one => one.Supplement.ShouldBe("请写明年度。"));
        await fixture.County.Accepted("/api/disclosure-requests/Q-1/supplement/receipt", new RequestDayBody(new(2023, 3, 20)));
        await fixture.County.Accepted("/api/disclosure-requests/Q-1/extension", new ExtensionBody(new(2023, 3, 21), "检索量大"));
        await Refused(fixture.County.Put("/api/disclosure-requests/Q-1/answer", new RequestAnswerBody(new(2023, 3, 22), "partly", null, "部分公开。")), "disclosure-request.ground-missing");
        await fixture.County.Accepted("/api/disclosure-requests/Q-1/answer", new RequestAnswerBody(new(2023, 3, 22), "partly", "条例第十五条", "部分公开。"));
        await fixture.County.Accepted("/api/disclosure-requests/Q-2", Body with { Region = "510823100", Applicant = "business", ReceivedOn = new(2022, 12, 1) });
        await fixture.Silo.Projected();

        var lines = (await fixture.County.GetFromJsonAsync<Page<DisclosureRequestLine>>("/api/disclosure-requests?region=510823100", ServiceJson.Options))!.Items;
        lines.Select(line => (line.Id, line.Stage, line.Late)).ShouldBe([("Q-2", "received", true), ("Q-1", "answered", false)]);
        (await fixture.County.GetFromJsonAsync<Page<DisclosureRequestLine>>("/api/disclosure-requests?region=510823100&state=overdue", ServiceJson.Options))!.Items.Single().Id.ShouldBe("Q-2");
        var first = (await fixture.County.GetFromJsonAsync<Page<DisclosureRequestLine>>("/api/disclosure-requests?region=510823100&limit=1", ServiceJson.Options))!;
        (await fixture.County.GetFromJsonAsync<Page<DisclosureRequestLine>>($"/api/disclosure-requests?region=510823100&limit=1&cursor={first.NextCursor}", ServiceJson.Options))!.Items.Single().Id.ShouldBe("Q-1");

        var report = (await fixture.County.GetFromJsonAsync<DocumentBody>("/api/documents/years/2023/report?region=510823100", ServiceJson.Options))!;
        report.Text.ShouldContain("本年新收申请1件，上年结转1件，办结1件，结转下年度1件；逾期答复0件。");
        report.Text.ShouldContain("| 三、本年度办理结果 （二）部分公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |");
        report.Text.ShouldNotContain("申示例");
        await fixture.County.Accepted("/api/documents/REPORT-1", report); // One click.
    }

    // Who asks and what for is nobody's business: not the log's, not the disk's, not another county's.
    [Fact]
    public async Task Who_asks_is_sealed_and_who_reads_it_is_recorded()
    {
        await fixture.County.Accepted("/api/disclosure-requests/S-1", Body with { Name = "密示例", Asked = "示例之问。" });
        foreach (var file in Directory.EnumerateFiles(fixture.Silo.Data, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes);
            bytes.AsSpan().IndexOf("密示例"u8).ShouldBe(-1, file);
            bytes.AsSpan().IndexOf("示例之问"u8).ShouldBe(-1, file);
        }
        (await Read("S-1")).Body.Asked.ShouldBe("示例之问。");
        var log = await fixture.Auditor.GetStringAsync("/api/events?after=0");
        log.ShouldContain("disclosure-request/S-1");
        log.ShouldNotContain("密示例");

        using var elsewhere = await fixture.Silo.SignedIn("tongjiang-q", Roles.County, "511921");
        await Refused(elsewhere.GetAsync("/api/disclosure-requests/S-1"), "access.scope-elsewhere");
        await Refused(elsewhere.Put("/api/disclosure-requests/S-1/acceptance", new RequestDayBody(new(2023, 3, 7))), "access.scope-elsewhere");
        await Refused(fixture.Auditor.GetAsync("/api/disclosure-requests/S-1"), "access.role-insufficient");
        await Refused(fixture.County.Put("/api/disclosure-requests/S-2", Body with { Applicant = "magic" }), "person.term-unknown");
        await Refused(fixture.County.Put("/api/disclosure-requests/S-2", Body with { Name = " " }), "disclosure-request.text-implausible");
        await Refused(fixture.County.Put("/api/disclosure-requests/S-1", Body with { Name = "另一人" }), "command.command-id-reused");
        await Refused(fixture.County.GetAsync("/api/disclosure-requests?state=magic"), "query.filter-unknown");
        await Refused(fixture.County.GetAsync("/api/documents/years/2023/report?region=51"), "access.scope-elsewhere");
    }

    private async Task<DisclosureRequestView> Read(string id) => (await fixture.County.GetFromJsonAsync<DisclosureRequestView>($"/api/disclosure-requests/{id}", ServiceJson.Options))!;

    private static async Task Refused(Task<HttpResponseMessage> sent, string code)
    {
        var reply = await sent;
        reply.StatusCode.ShouldNotBe(HttpStatusCode.OK);
        (await reply.Content.ReadAsStringAsync()).ShouldContain($"/api/problems/{code}");
    }
}
