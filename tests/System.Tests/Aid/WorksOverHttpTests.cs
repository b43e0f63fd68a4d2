using System.Net.Http.Json;
using Orleans;
using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Assets;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Funds;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Projects;
using Revitalization.Domain.Projects;
using Revitalization.Silo.Accounts;
using Revitalization.Silo.Projects;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Aid;

/// <summary>Projects and funds as a county and its partner look at them: allocations within the investment, lists, boards, shares of labour, traces.</summary>
public sealed class WorksOverHttpTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private static readonly DateOnly Day = new(2022, 5, 12);

    private Task<HttpClient> County(string account, string region = "510821") => fixture.Silo.SignedIn(account, Roles.County, region);

    private static Task Money(HttpClient county, string fund, long fen) => Task.WhenAll(
        county.PutAsJsonAsync($"/api/funds/{fund}/budgets/b1", new BudgetBody(Day, fen)).Ok(),
        county.PutAsJsonAsync($"/api/funds/{fund}/arrivals/a1", new ArrivalOfMoney(Day, fen, "V-1")).Ok());

    [Fact]
    public async Task No_two_allocations_together_exceed_the_investment_even_while_the_first_is_on_its_way()
    {
        var county = await County("works-a");
        await Money(county, "510821-2023-central", 10_000_00);
        await county.Project("wk-1", 1_000_00);
        await county.Stages("wk-1", "approved");

        var sent = await Task.WhenAll(Enumerable.Range(1, 12).Select(each =>
            county.PutAsJsonAsync($"/api/projects/wk-1/allocations/d{each}", new AllocationBody(Day, "510821-2023-central", 300_00))));

        sent.Count(reply => reply.IsSuccessStatusCode).ShouldBe(3);
        foreach (var reply in sent.Where(reply => !reply.IsSuccessStatusCode)) (await reply.Content.ReadAsStringAsync()).ShouldContain("project.above-budget");
        var project = await AidSteps.Eventually(() => county.Find<ProjectView>("/api/projects/wk-1"), view => view?.AllocatedFen == 900_00);
        project!.AllocatedFen.ShouldBe(900_00);
        (await county.Find<FundView>("/api/funds/510821-2023-central"))!.AllocatedFen.ShouldBe(900_00);
    }

    [Fact]
    public async Task What_a_fund_declined_holds_no_room_and_may_be_asked_again()
    {
        var county = await County("works-b");
        await Money(county, "510821-2024-central", 100_00);
        await county.Project("wk-2", 1_000_00);
        await county.Stages("wk-2", "approved");

        for (var again = 0; again < 3; again++)
            await county.PutAsJsonAsync("/api/projects/wk-2/allocations/d1", new AllocationBody(Day, "510821-2024-central", 1_000_00)).Refused("fund.above-free");
        await county.PutAsJsonAsync("/api/projects/wk-2/allocations/d1", new AllocationBody(Day, "510821-2024-central", 100_00)).Ok();
        await county.PutAsJsonAsync("/api/projects/wk-2/allocations/d1", new AllocationBody(Day, "510821-2024-central", 100_00)).Ok();
        await county.PutAsJsonAsync("/api/projects/wk-2/allocations/d2", new AllocationBody(Day, "510821-2024-central", 900_01)).Refused("project.above-budget");
        await county.PutAsJsonAsync("/api/projects/wk-2/stages/cancelled", new StageBody(Day, "不再实施")).Refused("project.money-left");
    }

    // The desk was stopped between the project and the fund: the reactor asks in its place, and an answer comes either way.
    [Fact]
    public async Task Room_that_a_stopped_desk_left_behind_becomes_money_or_is_given_up()
    {
        var county = await County("works-g");
        await Money(county, "510821-2025-central", 100_00);
        await county.Project("wk-8", 1_000_00);
        await county.Stages("wk-8", "approved");
        var project = fixture.Silo.Get<IGrainFactory>().GetGrain<IProjectGrain>("wk-8");

        await project.Handle(new ExpectMoney(Day, "wk-8/d1", "510821-2025-central", 60_00), new("stopped-2", "x", "test"), within: null);
        await project.Handle(new ExpectMoney(Day, "wk-8/d2", "510821-2025-central", 900_00), new("stopped-3", "x", "test"), within: null);

        await AidSteps.Eventually(() => county.Find<ProjectView>("/api/projects/wk-8"), view => view?.AllocatedFen == 60_00);
        await AidSteps.Eventually(() => project.PermitOf("wk-8/d2"), permit => permit is null);
        (await project.PermitOf("wk-8/d2")).ShouldBeNull();
        (await county.Find<FundView>("/api/funds/510821-2025-central"))!.AllocatedFen.ShouldBe(60_00);
    }

    // 太平场村: 2,940,000 of 18,950,000 is 15.514 %, 97,500 yuan above 15 %; what share of central funds it is cannot be known.
    [Fact]
    public async Task Labour_s_share_is_judged_on_both_bases_and_what_is_not_known_stays_unknown()
    {
        var county = await County("works-c", "511921");
        await Money(county, "511921-2022-east-west", 18_950_000_00);
        await county.Project("tpc", 18_950_000_00, "511921", workRelief: true);
        await county.Stages("tpc", "approved", "contracted", "started");
        await county.PutAsJsonAsync("/api/projects/tpc/allocations/d1", new AllocationBody(Day, "511921-2022-east-west", 18_950_000_00)).Ok();
        await AidSteps.Eventually(() => county.Find<ProjectView>("/api/projects/tpc"), view => view?.AllocatedFen > 0);
        await county.PutAsJsonAsync("/api/projects/tpc/payments/y1", new PaymentBody(Day, "d1", 2_940_000_00, "labour", "PV-1", [AidSteps.Proof])).Ok();
        await county.PutAsJsonAsync("/api/projects/tpc/rosters/2022-05", new RosterBody(Day, 20, 288, 386, 62, 84, 2_940_000_00, [AidSteps.Proof])).Ok();

        var labour = (await county.GetFromJsonAsync<ProjectLabour>("/api/projects/tpc/labour"))!;
        (labour.Households, labour.People, labour.PerPersonFen).ShouldBe((288, 386, 7_616_58));
        var (total, central) = (labour.Shares[0], labour.Shares[1]);
        (total.Basis, total.ShareBasisPoints, total.FloorBasisPoints, total.IsMet, total.MarginFen).ShouldBe(("total", 1551, 1500, true, 97_500_00));
        total.Source.ShouldNotBeNull().ShouldContain("15%");
        (central.Basis, central.ShareBasisPoints, central.IsMet, central.MarginFen).ShouldBe(("central", (int?)null, (bool?)null, (long?)null));

        await county.Project("tpc-2", 1_00, "511921");
        await county.GetAsync("/api/projects/tpc-2/labour").Refused("project.not-work-relief");
    }

    [Fact]
    public async Task A_stage_needs_its_papers_and_the_next_one_is_due_by_the_pack()
    {
        var county = await County("works-d");
        await county.Project("wk-4", 1_000_00);
        await county.PutAsJsonAsync("/api/projects/wk-4/stages/approved", new StageBody(Day, "批复", [AidSteps.Proof], ["照片"])).Refused("project.papers-missing");
        await county.PutAsJsonAsync("/api/projects/wk-4/stages/approved", new StageBody(Day, "批复", [AidSteps.Proof], ["立项批复"])).Ok();

        var next = (await county.Find<ProjectView>("/api/projects/wk-4"))!.Next.ShouldNotBeNull();
        (next.Stage, next.DueOn, next.IsOverdue).ShouldBe(("contracted", new DateOnly(2022, 8, 10), true));
        next.Papers.ShouldBe(["施工合同"]);
        var page = await AidSteps.Eventually(
            () => county.GetFromJsonAsync<Page<ProjectRow>>("/api/projects?stage=approved&overdue=true&year=2022&category=industry&region=510821"), list => list!.Items.Any(row => row.Id == "wk-4"));
        page!.Items.Single(row => row.Id == "wk-4").DueOn.ShouldBe(new DateOnly(2022, 8, 10));
        (await county.GetFromJsonAsync<Page<ProjectRow>>("/api/projects?overdue=false"))!.Items.ShouldNotContain(row => row.Id == "wk-4");
        var board = (await county.GetFromJsonAsync<ProjectBoard>("/api/projects/board?year=2022"))!;
        board.Region.ShouldBe("510821");
        board.Overdue.ShouldBeGreaterThanOrEqualTo(1);
        board.Stages.Sum(stage => stage.Projects).ShouldBeGreaterThanOrEqualTo(1);
        (await county.GetByteArrayAsync("/api/projects.xlsx?overdue=true")).AsSpan(0, 2).SequenceEqual("PK"u8).ShouldBeTrue();
        await county.GetAsync("/api/projects?stage=magic").Refused("query.filter-unknown");
    }

    [Fact]
    public async Task A_list_goes_on_where_its_cursor_says()
    {
        var county = await County("works-e", "610922");
        for (var each = 1; each <= 5; each++) await county.Project($"sq-{each}", 1_00, "610922");
        await AidSteps.Eventually(() => county.GetFromJsonAsync<Page<ProjectRow>>("/api/projects"), page => page!.Items.Count == 5);

        var first = (await county.GetFromJsonAsync<Page<ProjectRow>>("/api/projects?limit=3"))!;
        var rest = (await county.GetFromJsonAsync<Page<ProjectRow>>($"/api/projects?limit=3&cursor={first.NextCursor}"))!;

        first.Items.Concat(rest.Items).Select(row => row.Id).ShouldBe(["sq-1", "sq-2", "sq-3", "sq-4", "sq-5"]);
        rest.NextCursor.ShouldBeNull();
    }

    [Fact]
    public async Task A_partner_sees_its_part_of_a_fund_and_what_its_money_became_and_nobody_else_s_name()
    {
        const string code = "works-f";
        var county = await County("works-f-county");
        await county.PutAsJsonAsync($"/api/partnerships/{code}", new AgreementBody("provincial-counterpart", "512000", "510821", 2021, null, "资阳旺苍对口帮扶协议")).Ok();
        var partner = await Partner(code);
        var report = $"/api/partnerships/{code}/reports/00000077-0000-4000-8000-000000000000";
        await partner.PutAsJsonAsync(report, new SupportBody(Day, 2022, "industry", "money", "菌棚", 0, "", 600_00, Day, "510821", null, [new("transfer", "ZY-77")], [AidSteps.Proof])).Ok();
        await county.PutAsJsonAsync(report + "/decision", new AnswerBody(Day, "confirm")).Ok();
        const string Fund = "510821-2022-counterpart";
        await AidSteps.Eventually(() => county.Find<FundView>($"/api/funds/{Fund}"), fund => fund?.ConfirmedFen == 600_00);
        await county.PutAsJsonAsync($"/api/funds/{Fund}/budgets/own", new BudgetBody(Day, 400_00)).Ok();
        await county.PutAsJsonAsync($"/api/funds/{Fund}/arrivals/a1", new ArrivalOfMoney(Day, 800_00, "V-77")).Ok();
        await county.Project("wk-7", 2_000_00);
        await county.Stages("wk-7", "approved", "contracted");
        await county.PutAsJsonAsync("/api/projects/wk-7/allocations/d1", new AllocationBody(Day, Fund, 700_00)).Ok();

        var funds = await AidSteps.Eventually(() => partner.GetFromJsonAsync<FundList>("/api/funds?year=2022"), list => list!.Funds.Any(fund => fund.AllocatedFen == 600_00));
        var mine = funds!.Funds.ShouldHaveSingleItem();
        (mine.ConfirmedFen, mine.ArrivedFen, mine.AllocatedFen).ShouldBe((600_00, 600_00, 600_00));
        (await partner.Find<FundView>($"/api/funds/{Fund}")).ShouldBe(mine);
        await partner.GetAsync("/api/funds/510821-2023-central").Refused("access.scope-elsewhere");
        var whole = (await county.GetFromJsonAsync<FundList>("/api/funds?year=2022&source=counterpart"))!.Funds.ShouldHaveSingleItem();
        (whole.ConfirmedFen, whole.ArrivedFen, whole.AllocatedFen).ShouldBe((1_000_00, 800_00, 700_00));
        (await county.GetByteArrayAsync("/api/funds.xlsx")).AsSpan(0, 2).SequenceEqual("PK"u8).ShouldBeTrue();

        (await partner.GetFromJsonAsync<Page<ProjectRow>>("/api/projects"))!.Items.ShouldHaveSingleItem().Id.ShouldBe("wk-7"); // Not agreed under its name, yet its money's.
        (await county.GetFromJsonAsync<Page<ProjectRow>>($"/api/projects?partnership={code}"))!.Items.ShouldHaveSingleItem().Id.ShouldBe("wk-7");
        (await county.GetFromJsonAsync<Page<AssetRow>>($"/api/assets?partnership={code}"))!.Items.ShouldBeEmpty();
        (await partner.Find<ProjectView>("/api/projects/wk-7")).ShouldNotBeNull();
        var trace = (await partner.GetFromJsonAsync<MoneyTrace>("/api/projects/wk-7/trace"))!;
        trace.Nodes.Where(node => node.Kind == "origin").Select(node => (node.Name, node.Fen)).ShouldBe([("菌棚", 600_00), ("其他来源", 100_00)], ignoreOrder: true);
        var year = (await partner.GetFromJsonAsync<MoneyTrace>($"/api/partnerships/{code}/trace?year=2022"))!;
        year.Links.ShouldContain(new TraceLink("field/industry", $"fund/{Fund}", 600_00));
        year.Links.ShouldContain(new TraceLink($"fund/{Fund}", "project/wk-7", 600_00));
        await partner.GetAsync($"/api/funds/{Fund}/trace").Refused("access.scope-elsewhere");
        var inside = (await county.GetFromJsonAsync<MoneyTrace>($"/api/funds/{Fund}/trace"))!;
        inside.Links.Where(link => link.To == $"fund/{Fund}").Sum(link => link.Fen).ShouldBe(1_000_00);
        inside.Links.ShouldContain(new TraceLink($"fund/{Fund}", "project/wk-7", 700_00));
    }

    private async Task<HttpClient> Partner(string code)
    {
        var key = await fixture.Silo.Get<AccountDesk>().CreateIfMissing($"{code}-1", Roles.PartnerCity, [Scope.Partnership(code)], "Correct-Horse-12-Battery", new DateOnly(2027, 6, 30));
        return fixture.Silo.Bearing((await fixture.Silo.SignIn(new SessionRequest(ApiKey: key))).Token);
    }
}
