using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;
using Revitalization.Contracts.Policies;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Events;
using Revitalization.Domain.Households;
using Revitalization.Domain.Monitoring;
using Revitalization.Storage.EventLog;
using Revitalization.SystemTests.Hosting;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Monitoring;

/// <summary>Why does this household stand here? And what would the county have answered on that day?</summary>
public sealed class ExplainTests
{
    private const string Household = "HX1";
    private static readonly DateOnly Admitted = new(2023, 1, 15);

    [Fact]
    public async Task The_answer_for_a_past_day_as_known_then_never_changes()
    {
        var clock = new AdjustableClock();
        ToNextNoon(clock);
        await using var silo = await (await RunningSilo.Start(clock: clock)).WithVillages();
        using var county = await silo.SignedIn("jiange", Roles.County, "510823");
        await county.Accepted($"/api/households/{Household}", Given.Household());
        await county.Accepted($"/api/households/{Household}/members/1", Given.Member(701));
        await Happen(silo, clock, FilesOf.Admitted(Admitted));
        var known = clock.ChinaToday();
        var address = $"/api/households/{Household}/explain?on=2023-08-01&knownOn={known.Day()}";
        ToNextNoon(clock);
        using var later = await silo.SignedIn("jiange-2", Roles.County, "510823");

        var before = await later.GetStringAsync(address);

        // A late assessment, another pack, a move and a correction, all of days before the day asked about.
        await Happen(silo, clock, [new RiskReassessed(new(2023, 2, 1), new(2025, 2, 1), new(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), new("x")))]);
        await later.Accepted("/api/counties/510823/policies/tongjiang-2023", new AdoptionBody(new(2023, 1, 1)));
        await later.Accepted($"/api/households/{Household}/moves/m1", new MoveBody(RunningSilo.OtherVillage, new(2023, 5, 1)));
        await later.Accepted($"/api/households/{Household}/corrections/k1", new CorrectionBody(1, "登记日期有误", new(2023, 1, 5)));

        (await later.GetStringAsync(address)).ShouldBe(before);
        var now = await later.Read<MonitoringExplanation>($"/api/households/{Household}/explain?on=2023-08-01");
        now.ShouldSatisfyAllConditions(e => e.Pack.ShouldBe("tongjiang-2023"), e => e.Colour!.Name.ShouldBe("红色预警"));
        var then = await later.Read<MonitoringExplanation>(address);
        then.ShouldSatisfyAllConditions(e => e.Pack.ShouldBe("jiange-2022"), e => e.Colour!.Name.ShouldBe("黄色预警"), e => e.StepTitle.ShouldBe("监测帮扶中"));
        then.Because.ShouldContain(because => because.Rule == "monitoring.colour.elapsed" && because.DocumentTitle.Contains("7+7+3", StringComparison.Ordinal)
            && because.Inputs[0].From == "2023-01-15 纳入监测,至 2023-08-01,实为 6 个月零 17 天");
        then.Changes.ShouldContain(change => change.StartsWith("风险到 2024-01-16 仍未消除的", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_is_told_who_may_not_see_the_household_and_every_answer_is_audited()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        using var county = await silo.SignedIn("jiange", Roles.County, "510823");
        await county.Accepted($"/api/households/{Household}", Given.Household());
        using var elsewhere = await silo.SignedIn("monitor-2", Roles.VillageMonitor, RunningSilo.OtherVillage);
        var address = $"/api/households/{Household}/explain";

        await elsewhere.GetAsync(address).Refused(AccessRefusal.ScopeElsewhere);
        await county.GetAsync("/api/households/HNONE/explain").Refused(QueryRefusal.HouseholdNotFound);
        await county.GetAsync($"{address}?on=2099-01-01").Refused(QueryRefusal.DayInFuture);
        await county.GetAsync($"{address}?on=2020-01-01").Refused(QueryRefusal.HouseholdNotFound);
        await county.GetAsync($"{address}?purpose=curiosity").Refused(QueryRefusal.PurposeUnknown, "purpose");

        (await county.Read<MonitoringExplanation>(address)).Step.ShouldBe("idle");
        var events = await silo.Get<IEventLog>().Read(0, LogLimits.EventsPerRead);
        events.Count(stored => stored.Type == "audit.personal-data-read" && stored.Actor == "jiange").ShouldBe(1);
    }

    private static async Task Happen(RunningSilo silo, TimeProvider clock, IReadOnlyList<MonitoringEvent> happened)
    {
        var log = silo.Get<IEventLog>();
        var version = (await log.ReadStream($"monitoring/{Household}", 0, LogLimits.EventsPerRead)).Count;
        var events = happened.Select(EventCatalog.WriteAny).Select(data => new NewEvent(data.Type, data.SchemaVersion, data.Data)).ToList();
        var id = FormattableString.Invariant($"test/{Household}/{version}");
        (await log.Append(new($"monitoring/{Household}", version, events, id, "test", "jiange", clock.GetUtcNow()))).Status.ShouldBe(AppendStatus.Appended);
    }

    // In the middle of China's day, so that no midnight falls into the test.
    private static void ToNextNoon(AdjustableClock clock) =>
        clock.Advance(ChinaCalendar.StartOf(clock.ChinaToday().AddDays(1)).AddHours(12) - clock.GetUtcNow());
}
