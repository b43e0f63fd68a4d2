using System.Net;
using System.Net.Http.Json;
using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Funds;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Projects;
using Revitalization.Silo.Accounts;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Aid;

/// <summary>萧山 and 旺苍 through one year, over HTTP: agreed, reported, confirmed, allocated, paid.</summary>
public sealed class YearOfAidTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private const string Proof = "0f343b0931126a20f133d67c2b018a3b1c4b8a4f2c2f2f3c9f8a4f4f0b7e1d11";
    private static readonly DateOnly Day = new(2022, 5, 12);
    private static readonly AgreementBody Agreement = new("east-west", "330109", "510821", 2021, null, "萧山旺苍协作协议");

    private async Task<(HttpClient County, HttpClient Partner, string Code)> Sides(string code, bool twoSignatures = false, string recipient = "510821")
    {
        var county = await fixture.Silo.SignedIn($"county-{code}", Roles.County, recipient);
        var partner = await Partner(code, $"{code}-1");
        (await county.PutAsJsonAsync($"/api/partnerships/{code}", Agreement with { Recipient = recipient, TwoSignatures = twoSignatures })).StatusCode.ShouldBe(HttpStatusCode.OK);
        return (county, partner, code);
    }

    private async Task<HttpClient> Partner(string code, string account)
    {
        var key = await fixture.Silo.Get<AccountDesk>().CreateIfMissing(
            account, Roles.PartnerCity, [Scope.Partnership(code)], "Correct-Horse-12-Battery", new DateOnly(2027, 6, 30));
        var session = await fixture.Silo.SignIn(new SessionRequest(ApiKey: key));
        return fixture.Silo.Bearing(session.Token);
    }

    private static SupportBody Support(string transfer, long fen = 5_000_000_00) => new(
        Day, 2022, "funds", "money", "绿色家居产业城", 0, "", fen, new(2022, 5, 10), "510821", null, [new("transfer", transfer)], [Proof]);

    private static string Report(string code, int number) => $"/api/partnerships/{code}/reports/{number:00000000}-0000-4000-8000-000000000000";

    private static async Task Ok(Task<HttpResponseMessage> sent)
    {
        var reply = await sent;
        reply.StatusCode.ShouldBe(HttpStatusCode.OK, await reply.Content.ReadAsStringAsync());
    }

    private static async Task Refused(Task<HttpResponseMessage> sent, string code)
    {
        var reply = await sent;
        (await reply.Content.ReadAsStringAsync()).ShouldContain($"/api/problems/{code}");
        ((int)reply.StatusCode).ShouldBeGreaterThanOrEqualTo(400);
    }

    [Fact]
    public async Task Money_goes_from_a_partner_s_report_to_a_paid_project_and_every_number_agrees()
    {
        var (county, partner, code) = await Sides("year-a", recipient: "510822"); // A fund is a county's and a year's: this test has its own.;
        await Ok(partner.PutAsJsonAsync(Report(code, 1), Support("ZJ-1") with { Recipient = "510822" }));
        await Ok(partner.PutAsJsonAsync(Report(code, 1), Support("ZJ-1") with { Recipient = "510822" })); // A lost reply: sent twice, reported once.
        await Ok(county.PutAsJsonAsync(Report(code, 1) + "/decision", new AnswerBody(Day, "confirm")));

        var fund = await Eventually(async () => await county.GetAsync("/api/funds/510822-2022-east-west") is { IsSuccessStatusCode: true } reply
            ? await reply.Content.ReadFromJsonAsync<FundView>() : null, view => view?.ConfirmedFen == 5_000_000_00);
        fund!.FreeFen.ShouldBe(0); // Confirmed, not arrived.

        await Ok(county.PutAsJsonAsync("/api/funds/510822-2022-east-west/arrivals/a1", new ArrivalOfMoney(Day, 5_000_000_00, "V-1")));
        await Ok(county.PutAsJsonAsync("/api/projects/wc-1", new ProjectBody(Day, "绿色家居产业城", "industry", "510822", 2022, 8_000_000_00, code)));
        await Refused(county.PutAsJsonAsync("/api/projects/wc-1/allocations/d1", new AllocationBody(Day, "510822-2022-east-west", 1)), "project.stage-out-of-order");
        await Ok(county.PutAsJsonAsync("/api/projects/wc-1/stages/approved", new StageBody(Day, "批复", [Proof])));
        await Ok(county.PutAsJsonAsync("/api/projects/wc-1/stages/contracted", new StageBody(Day, "合同", [Proof])));
        await Refused(county.PutAsJsonAsync("/api/projects/wc-1/allocations/d1", new AllocationBody(Day, "510822-2022-east-west", 5_000_000_01)), "fund.above-free");
        await Ok(county.PutAsJsonAsync("/api/projects/wc-1/allocations/d1", new AllocationBody(Day, "510822-2022-east-west", 3_000_000_00)));
        await Eventually(() => county.GetFromJsonAsync<ProjectView>("/api/projects/wc-1"), view => view?.AllocatedFen == 3_000_000_00);
        await Ok(county.PutAsJsonAsync("/api/projects/wc-1/payments/y1", new PaymentBody(Day, "d1", 2_000_000_00, "works", "PV-1", [Proof])));
        await Refused(county.PutAsJsonAsync("/api/projects/wc-1/payments/y2", new PaymentBody(Day, "d1", 1_000_000_01, "works", "PV-2", [Proof])), "project.above-allocation");
        await Refused(county.PutAsJsonAsync(Report(code, 1) + "/decisions/r2", new AnswerBody(Day, "reopen", Reason: "金额有误")), "fund.already-allocated");

        await Ok(county.PutAsJsonAsync("/api/projects/wc-1/allocations/d1/returns/b1", new ReturnBody(Day, 1_000_000_00, "结余收回")));
        fund = await Eventually(() => county.GetFromJsonAsync<FundView>("/api/funds/510822-2022-east-west"), view => view?.AllocatedFen == 2_000_000_00);
        fund!.ShouldSatisfyAllConditions(
            view => view.ConfirmedFen.ShouldBe(5_000_000_00), view => view.ArrivedFen.ShouldBe(5_000_000_00),
            view => view.PaidFen.ShouldBe(2_000_000_00), view => view.FreeFen.ShouldBe(3_000_000_00), view => view.ProgressBasisPoints.ShouldBe(4000));
        (await partner.GetFromJsonAsync<ProjectView>("/api/projects/wc-1"))!.PaidFen.ShouldBe(2_000_000_00); // The partner sees what its money became.
    }

    // What the treasury recorded by mistake is struck out by the same hands, as long as no project has it; the book keeps both.
    [Fact]
    public async Task An_arrival_and_a_budget_recorded_by_mistake_are_reversed_and_stay_in_the_book()
    {
        const string fund = "/api/funds/510823-2022-central";
        var county = await fixture.Silo.SignedIn("county-reversals", Roles.County, "510823");
        var elsewhere = await fixture.Silo.SignedIn("county-reversals-elsewhere", Roles.County, "510824");
        await Ok(county.PutAsJsonAsync($"{fund}/budgets/b1", new BudgetBody(Day, 300_00)));
        await Ok(county.PutAsJsonAsync($"{fund}/arrivals/a1", new ArrivalOfMoney(Day, 300_00, "RV-1")));
        await Ok(county.PutAsJsonAsync($"{fund}/arrivals/a2", new ArrivalOfMoney(Day.AddDays(1), 30_00, "RV-2")));
        await Ok(county.PutAsJsonAsync($"{fund}/arrivals/a2/reversal", new ReversalBody(Day.AddDays(2), "重复登记")));
        await Ok(county.PutAsJsonAsync($"{fund}/budgets/b1/reversal", new ReversalBody(Day.AddDays(2), "文件作废")));
        await Refused(county.PutAsJsonAsync($"{fund}/arrivals/a9/reversal", new ReversalBody(Day.AddDays(2), "无此笔")), "fund.entry-unknown");

        (await county.GetFromJsonAsync<FundView>(fund))!.ShouldSatisfyAllConditions(view => view.ArrivedFen.ShouldBe(300_00), view => view.ConfirmedFen.ShouldBe(0));
        var first = await county.GetFromJsonAsync<Page<FundEntry>>($"{fund}/entries?limit=2");
        var rest = await county.GetFromJsonAsync<Page<FundEntry>>($"{fund}/entries?limit=2&cursor={first!.NextCursor}");
        first.Items.Concat(rest!.Items).Select(entry => (entry.Id, entry.Kind, entry.Fen, entry.LeftFen, entry.Reversible)).ShouldBe(
            [("a2", "arrival", 30_00, 0, false), ("b1", "budget", 300_00, 0, false), ("a1", "arrival", 300_00, 300_00, true)]);
        rest.NextCursor.ShouldBeNull();
        await Refused(elsewhere.GetAsync($"{fund}/entries"), "access.scope-elsewhere");
    }

    [Fact]
    public async Task The_same_transfer_in_two_reports_is_confirmed_once_until_the_first_is_opened_again()
    {
        var (county, partner, code) = await Sides("year-b");
        await Ok(partner.PutAsJsonAsync(Report(code, 11), Support("ZJ-9", 100_00)));
        await Ok(partner.PutAsJsonAsync(Report(code, 12), Support("zj-9", 100_00)));
        await Ok(county.PutAsJsonAsync(Report(code, 11) + "/decision", new AnswerBody(Day, "confirm")));
        await Refused(county.PutAsJsonAsync(Report(code, 12) + "/decision", new AnswerBody(Day, "confirm")), "aid.reference-counted");

        await Ok(county.PutAsJsonAsync(Report(code, 11) + "/decisions/again", new AnswerBody(Day, "reopen", Reason: "另一份更完整")));
        var confirmed = await Eventually(
            async () => (await county.PutAsJsonAsync(Report(code, 12) + "/decision", new AnswerBody(Day, "confirm"))).StatusCode, status => status == HttpStatusCode.OK);
        confirmed.ShouldBe(HttpStatusCode.OK);
        await Refused(county.PutAsJsonAsync(Report(code, 11) + "/decisions/back", new AnswerBody(Day, "confirm")), "aid.reference-counted");
    }

    [Fact]
    public async Task A_partner_sees_and_writes_only_its_own_and_a_county_only_what_it_receives()
    {
        var (county, partner, code) = await Sides("year-c");
        await Ok(partner.PutAsJsonAsync(Report(code, 21), Support("ZJ-21")));
        var stranger = await Partner("other", "other-1");
        var tongjiang = await fixture.Silo.SignedIn($"tongjiang-{code}", Roles.County, "511921");
        var analyst = await fixture.Silo.SignedIn($"analyst-{code}", Roles.ProvinceAnalyst, "51");

        await Refused(stranger.GetAsync(Report(code, 21)), "access.scope-elsewhere");
        await Refused(analyst.PutAsJsonAsync(Report(code, 21) + "/comments/c9", new CommentBody(Day, "只看不写")), "access.role-insufficient");
        await Refused(stranger.PutAsJsonAsync(Report(code, 22), Support("ZJ-22")), "access.scope-elsewhere");
        await Refused(stranger.PutAsJsonAsync(Report(code, 21) + "/withdrawal", new ReportWithdrawalBody(Day, "撤回")), "access.scope-elsewhere");
        await Refused(tongjiang.PutAsJsonAsync(Report(code, 21) + "/decision", new AnswerBody(Day, "confirm")), "access.scope-elsewhere");
        await Refused(partner.PutAsJsonAsync(Report(code, 21) + "/decision", new AnswerBody(Day, "confirm")), "access.role-insufficient");
        await Refused(county.PutAsJsonAsync(Report(code, 23), Support("ZJ-23")), "access.role-insufficient");
        await Refused(tongjiang.PutAsJsonAsync($"/api/partnerships/{code}", Agreement), "access.scope-elsewhere");
    }

    [Fact]
    public async Task A_dispute_is_talked_over_corrected_and_confirmed()
    {
        var (county, partner, code) = await Sides("year-d", twoSignatures: true);
        await Ok(partner.PutAsJsonAsync(Report(code, 31), Support("ZJ-31", 120_00)));
        await Refused(county.GetAsync(Report(code, 31)), "aid.report-unknown"); // Not yet signed: it has not left the partner's house.
        await Refused(partner.PutAsJsonAsync(Report(code, 31) + "/signature", new SignatureBody(Day)), "aid.same-person");
        var second = await Partner(code, $"{code}-2");
        await Ok(second.PutAsJsonAsync(Report(code, 31) + "/signature", new SignatureBody(Day)));

        await Ok(county.PutAsJsonAsync(Report(code, 31) + "/decision", new AnswerBody(Day, "dispute", Reason: "到账为100元")));
        await Ok(partner.PutAsJsonAsync(Report(code, 31) + "/comments/c1", new CommentBody(Day, "已核实，予以更正")));
        await Ok(partner.PutAsJsonAsync(Report(code, 31) + "/corrections/k1", new CorrectionOfSupport(Support("ZJ-31", 100_00), "金额更正")));
        await Ok(second.PutAsJsonAsync(Report(code, 31) + "/signatures/s2", new SignatureBody(Day)));
        await Ok(county.PutAsJsonAsync(Report(code, 31) + "/decisions/d2", new AnswerBody(Day, "confirm")));

        var report = await county.GetFromJsonAsync<AidReportView>(Report(code, 31));
        report!.State.ShouldBe("confirmed");
        report.ConfirmedFen.ShouldBe(100_00);
        report.Comments.Single().Text.ShouldBe("已核实，予以更正");
    }

    [Fact]
    public async Task Broken_input_is_refused_by_field_and_changes_nothing()
    {
        var (_, partner, code) = await Sides("year-e");
        await Refused(partner.PutAsJsonAsync(Report(code, 41), Support("ZJ-41") with { Field = "magic" }), "person.term-unknown");
        await Refused(partner.PutAsJsonAsync(Report(code, 41), Support("ZJ-41") with { Quantity = 0.0001m }), "aid.amount-implausible");
        await Refused(partner.PutAsJsonAsync(Report(code, 41), Support("ZJ-41") with { Evidence = ["zz"] }), "aid.evidence-missing");
        await Refused(partner.PutAsJsonAsync(Report(code, 41), Support("ZJ-41") with { Recipient = "510823" }), "aid.recipient-elsewhere");
        await Refused(partner.GetAsync(Report(code, 41)), "aid.report-unknown");
        await Refused(partner.PutAsJsonAsync(Report("nobody", 1), Support("ZJ-41")), "access.scope-elsewhere");
    }

    [Fact]
    public async Task A_fund_is_named_by_county_year_and_source()
    {
        var county = await fixture.Silo.SignedIn("wangcang-f", Roles.County, "510821");
        await Refused(county.PutAsJsonAsync("/api/funds/510821-2022-magic/budgets/b1", new BudgetBody(Day, 1)), "fund.key-malformed");
        await Refused(county.PutAsJsonAsync("/api/funds/510823-2022-central/budgets/b1", new BudgetBody(Day, 1)), "access.scope-elsewhere");
        await Refused(county.GetAsync("/api/funds/510821-2001-central"), "fund.entry-unknown");
        await Ok(county.PutAsJsonAsync("/api/funds/510821-2022-integrated/budgets/b1", new BudgetBody(Day, 366_655_000_00)));
        await Ok(county.PutAsJsonAsync("/api/funds/510821-2022-integrated/budgets/b1/reversal", new ReversalBody(Day, "误登")));
        await Refused(county.PutAsJsonAsync("/api/partnerships/Bad_Code", Agreement), "partnership.code-malformed");
    }

    private static async Task<T> Eventually<T>(Func<Task<T>> read, Func<T, bool> wanted)
    {
        for (var attempt = 0; ; attempt++)
        {
            var value = await read();
            if (wanted(value) || attempt == 100) return value;
            await Task.Delay(50);
        }
    }
}
