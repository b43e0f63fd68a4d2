using System.Net;
using System.Net.Http.Json;
using Orleans;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;
using Revitalization.Contracts.Policies;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Screening;
using Revitalization.Hosting.Json;
using Revitalization.Silo.Screening;
using Revitalization.SystemTests.Monitoring;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Screening;

/// <summary>Jiange adopts Shiquan's income screening and looks at all of its households.</summary>
public sealed class ScreeningTests : IAsyncLifetime
{
    private const string Screenings = "/api/counties/510823/screenings";
    /// <summary>Born in 2014, of primary schooling and not at school.</summary>
    private static readonly string Child = "51082320140301123" + Revitalization.Domain.Privacy.NationalId.CheckDigit("51082320140301123");

    private static readonly DateOnly Early = new(2021, 1, 10);

    private RunningSilo _silo = null!;
    private HttpClient _county = null!;
    private int _person = 800;

    public async ValueTask InitializeAsync()
    {
        _silo = await (await RunningSilo.Start()).WithVillages();
        _county = await _silo.SignedIn("jiange", Roles.County, "510823");
    }

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task A_county_is_screened_explained_and_its_clues_are_reported_once()
    {
        await _county.Put($"{Screenings}/s1", new ScreeningBody("income", "2023-Q3")).Refused(ScreeningRefusal.PackSilent, "kind");
        await _county.Accepted("/api/counties/510823/policies/shiquan-2023", new AdoptionBody(new(2023, 8, 11)));
        await Register("HFALL", 2022, 5_000_00, 2023, 4_000_00);
        await Register("HWELL", 2022, 9_000_00, 2023, 9_000_00);
        await Register("HMOVED", 2022, 9_000_00, 2023, 9_000_00, resettled: true);
        await Register("HLESS", 2023, 9_000_00);

        var view = await Screen("s1", "income");

        (view.Screened, view.Flagged, view.Pack).ShouldBe((4, 3, "shiquan-2023"));
        view.ByReason.Select(count => (count.Reason, count.Households)).ShouldBe([("income-fall", 1), ("resettled", 1), ("income-missing", 1)], ignoreOrder: true);
        var flagged = await _county.Read<Page<ScreenedHousehold>>($"{Screenings}/s1/households");
        flagged.Items.Select(row => row.Household).ShouldBe(["HFALL", "HLESS", "HMOVED"]);
        (await _county.Workbook($"{Screenings}/s1/households.xlsx")).Select(row => row[0]).ShouldBe(["户编号", "HFALL", "HLESS", "HMOVED"]);
        var fall = flagged.Items[0];
        fall.Because[0].ShouldSatisfyAllConditions(
            because => because.Rule.ShouldBe("screening.income.fall"), because => because.Pack.ShouldBe("shiquan-2023"),
            because => because.Clause.ShouldBe("一、目标任务"), because => because.Steps[0].ShouldContain("= -3,000.00 元/人"),
            because => because.Inputs.ShouldContain(input => input.From == "收入登记 2023-Q1 至 2023-Q3" && input.Value == 12_000_00));
        fall.HeadNameMasked.ShouldBe("示**");
        (await _county.Read<Page<ScreenedHousehold>>($"{Screenings}/s1/households?reason=resettled")).Items.ShouldHaveSingleItem().Household.ShouldBe("HMOVED");

        // Only signs of risk become clues; who is merely resettled or unreported is reported by name.
        (await Clues("s1", null)).ShouldBe(new ScreeningCluesReply(1, 0, 0));
        (await Clues("s1", null)).ShouldBe(new ScreeningCluesReply(0, 1, 0));
        (await Clues("s1", ["HFALL", "HLESS", "HELSE"])).ShouldBe(new ScreeningCluesReply(1, 1, 1));
        await _silo.Projected();
        (await _county.Read<Page<ScreenedHousehold>>($"{Screenings}/s1/households")).Items.Select(row => row.Reported).ShouldBe([true, true, false]);
        var file = await _county.Read<MonitoringView>("/api/households/HFALL/monitoring");
        file.Clues.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            clue => clue.Origin.ShouldBe("screening"), clue => clue.Risk.ShouldBe("income-loss"), clue => clue.Note.ShouldBe("集中筛查列入:人均纯收入同比下降"));
    }

    // What a finished screening shows is settled: later facts and rules change the next one.
    [Fact]
    public async Task A_finished_screening_never_changes()
    {
        await _county.Accepted("/api/counties/510823/policies/shiquan-2023", new AdoptionBody(new(2023, 8, 11)));
        await Register("HFALL", 2022, 5_000_00, 2023, 4_000_00);
        await Screen("s1", "income");
        var before = await _county.GetStringAsync($"{Screenings}/s1/households");

        await _county.Accepted("/api/households/HFALL/incomes/2023-Q3", Given.Income(90_000_00) with { Reason = "漏报" });
        await _county.Accepted("/api/counties/510823/policies/shiquan-2023/withdrawal", new AdoptionWithdrawalBody(new(2023, 8, 11), "登记错误"));
        await _silo.Projected();

        (await _county.GetStringAsync($"{Screenings}/s1/households")).ShouldBe(before);
        (await Put("s1", new("income", "2023-Q3"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await _county.Put($"{Screenings}/s1", new ScreeningBody("needs", "2023-Q3")).Refused(CommandRefusal.CommandIdReused);
    }

    [Fact]
    public async Task Basic_needs_are_screened_by_what_was_last_seen()
    {
        await Register("HWATER", 2023, 9_000_00);
        await Register("HFINE", 2023, 9_000_00);
        await Register("HCHILD", 2023, 9_000_00);
        await _county.Accepted("/api/households/HCHILD/members/2", Given.Member(++_person, "child") with { NationalId = Child, Labour = "none", Employment = "none" });
        await Announced(_county);
        await _county.Accepted("/api/households/HWATER/checks/2023-04", new CheckBody(new(2023, 4, 5), []));
        await _county.Accepted("/api/households/HWATER/checks/2023-10", new CheckBody(new(2023, 9, 5), ["water"]));
        await _county.Accepted("/api/households/HFINE/checks/2023-04", new CheckBody(new(2023, 4, 5), ["water"]));
        await _county.Accepted("/api/households/HFINE/checks/2023-10", new CheckBody(new(2023, 9, 5), []));
        await _silo.Projected();

        var view = await Screen("n1", "needs");

        view.ByReason.Select(count => (count.Reason, count.Households)).ShouldBe([("needs-unmet", 1), ("out-of-school", 1)]);
        var flagged = (await _county.Read<Page<ScreenedHousehold>>($"{Screenings}/n1/households")).Items;
        flagged.Select(row => row.Household).ShouldBe(["HCHILD", "HWATER"]);
        flagged[1].Because.ShouldHaveSingleItem().Inputs.ShouldHaveSingleItem().From.ShouldBe("2023-09-05 走访、核查或排查记录");
        (await Clues("n1", null)).Reported.ShouldBe(2);
        (await _county.Read<MonitoringView>("/api/households/HWATER/monitoring")).Clues.ShouldHaveSingleItem().Risk.ShouldBe("water");
    }

    private static async Task Announced(HttpClient county)
    {
        foreach (var month in new[] { 4, 10 })
            await county.Accepted($"/api/counties/510823/campaigns/2023-{month:00}", new CampaignBody($"2023年{month}月集中排查", new(2023, month, 1), new(2023, month, 28)));
    }

    // Killed after its first batch: the next start runs it anew and drops what the first had found.
    [Fact]
    public async Task A_screening_that_was_killed_half_way_is_taken_up_at_the_next_start()
    {
        var data = Path.Combine(Path.GetTempPath(), "silo-" + Path.GetRandomFileName());
        await using (var first = await (await RunningSilo.Start(data, keepData: true)).WithVillages())
        {
            using var county = await first.SignedIn("jiange", Roles.County, "510823");
            await county.Accepted("/api/households/H1", Given.Household());
            await Announced(county);
            await county.Accepted("/api/households/H1/checks/2023-04", new CheckBody(new(2023, 4, 5), ["food"]));
            var grain = first.Get<IGrainFactory>().GetGrain<IScreeningGrain>("510823/n1");
            var period = Period.OfQuarter(2023, 3);
            (await grain.Handle(new RequestScreening(ScreeningKind.Needs, period, period.LastDay, "jiange-2022", true, new(2024, 1, 1)), new("r", "x", "jiange"))).Refusal.ShouldBeNull();
            (await grain.Handle(new BeginScreening(1, 1), new("b", "x", "screening"))).Refusal.ShouldBeNull();
            (await grain.Handle(new FlagHouseholds(1, 1, 1, [new("HGHOST", RunningSilo.Village, ScreeningReasons.NeedsUnmet, new(1))]), new("f", "x", "screening"))).Refusal.ShouldBeNull();
            await first.Projected();
        }
        await using var second = await RunningSilo.Start(data);
        _county = await second.SignedIn("jiange-2", Roles.County, "510823");

        var view = await Ended("n1");
        await second.Projected();

        (view.Screened, view.Flagged).ShouldBe((1, 1));
        (await _county.Read<Page<ScreenedHousehold>>($"{Screenings}/n1/households")).Items.ShouldHaveSingleItem().Household.ShouldBe("H1");
    }

    [Fact]
    public async Task What_cannot_be_screened_or_asked_is_refused()
    {
        await _county.Put($"{Screenings}/x1", new ScreeningBody("weather", "2023-Q3")).Refused(ScreeningRefusal.KindUnknown, "kind");
        await _county.Put($"{Screenings}/x1", new ScreeningBody("needs", "soon")).Refused(ScreeningRefusal.PeriodNoQuarter, "period");
        await _county.Put($"{Screenings}/x1", new ScreeningBody("needs", "2023")).Refused(ScreeningRefusal.PeriodNoQuarter, "period");
        await _county.Put($"{Screenings}/x1", new ScreeningBody("needs", "2099-Q1")).Refused(ScreeningRefusal.PeriodInFuture, "period");
        await _county.Put("/api/counties/511921/screenings/x1", new ScreeningBody("needs", "2023-Q3")).Refused(AccessRefusal.ScopeElsewhere, "code");
        await _county.GetAsync($"{Screenings}/none").Refused(ScreeningRefusal.ScreeningUnknown);
        await _county.GetAsync($"{Screenings}/none/households").Refused(ScreeningRefusal.ScreeningUnknown);
        await Screen("x2", "needs");
        await _county.GetAsync($"{Screenings}/x2/households?reason=weather").Refused(ScreeningRefusal.ReasonUnknown, "reason");
        await _county.GetAsync($"{Screenings}/x2/households?limit=0").Refused(QueryRefusal.LimitOutOfRange, "limit");
        var many = Enumerable.Range(0, 2_001).Select(n => FormattableString.Invariant($"H{n}")).ToList();
        await _county.Put($"{Screenings}/x2/clues", new ScreeningCluesBody(new(2024, 1, 1), many)).Refused(ScreeningRefusal.TooManyHouseholds, "households");
        var grain = _silo.Get<IGrainFactory>().GetGrain<IScreeningGrain>("510823/x3");
        await grain.Handle(new RequestScreening(ScreeningKind.Needs, Period.OfQuarter(2023, 3), new(2023, 9, 30), "jiange-2022", true, new(2024, 1, 1)), new("r3", "x", "jiange"));
        await _county.GetAsync($"{Screenings}/x3/households").Refused(ScreeningRefusal.NotCompleted);
        using var township = await _silo.SignedIn("puan", Roles.Township, RunningSilo.Village[..9]);
        await township.GetAsync(Screenings).Refused(AccessRefusal.RoleInsufficient);
    }

    [Fact]
    public async Task Fifty_screenings_may_wait_and_no_more()
    {
        var runner = _silo.Get<ScreeningRunner>();
        await runner.StopAsync(default);
        for (var n = 0; n < 50; n++) runner.Add("510823/waiting");

        await _county.Put($"{Screenings}/q1", new ScreeningBody("needs", "2023-Q3")).Refused(ScreeningRefusal.QueueFull, "screening");
        await _county.GetAsync($"{Screenings}/q1").Refused(ScreeningRefusal.ScreeningUnknown);
    }

    private async Task<ScreeningView> Screen(string id, string kind)
    {
        await _silo.Projected();
        (await Put(id, new(kind, "2023-Q3"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var ended = await Ended(id);
        await _silo.Projected();
        return ended.State == "completed" ? await _county.Read<ScreeningView>($"{Screenings}/{id}") : throw new InvalidOperationException(ended.State);
    }

    private Task<HttpResponseMessage> Put(string id, ScreeningBody body) => _county.Put($"{Screenings}/{id}", body);

    private async Task<ScreeningView> Ended(string id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var view = await _county.Read<ScreeningView>($"{Screenings}/{id}");
            if (view.State != "running") return view;
            await Task.Delay(20, patience.Token);
        }
    }

    private async Task<ScreeningCluesReply> Clues(string id, IReadOnlyList<string>? households)
    {
        var reply = await _county.Put($"{Screenings}/{id}/clues", new ScreeningCluesBody(new(2024, 1, 8), households));
        await _silo.Projected();
        return (await reply.Content.ReadFromJsonAsync<ScreeningCluesReply>(ServiceJson.Options))!;
    }

    /// <summary>Four quarters of the first year and three of the second, the same wage in each.</summary>
    private async Task Register(string id, int year, long wageFen, int? next = null, long nextFen = 0, bool resettled = false)
    {
        await _county.Accepted($"/api/households/{id}", Given.Household(on: Early) with { Resettled = resettled });
        await _county.Accepted($"/api/households/{id}/members/1", Given.Member(++_person, on: Early));
        foreach (var quarter in Enumerable.Range(1, next is null ? 3 : 4))
            await _county.Accepted($"/api/households/{id}/incomes/{year}-Q{quarter}", new IncomeBody(wageFen, 0, 0, 0, 0));
        foreach (var quarter in next is null ? [] : Enumerable.Range(1, 3))
            await _county.Accepted($"/api/households/{id}/incomes/{next}-Q{quarter}", new IncomeBody(nextFen, 0, 0, 0, 0));
    }
}
