using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Monitoring;
using Revitalization.SystemTests.Hosting;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Monitoring;

/// <summary>New Year closes no case: files, limits and tasks go on as they stand, and only the plan asks for the new year's target.</summary>
public sealed class YearTurnTests
{
    [Fact]
    public async Task Open_cases_stand_after_new_year_as_they_stood_before()
    {
        var clock = new AdjustableClock();
        await using var silo = await (await RunningSilo.Start(clock: clock)).WithVillages();
        var (files, today) = (new FilesOf(silo), clock.ChinaToday());
        await files.Register("Y1");
        await files.Register("Y2");
        await files.Happen("Y1", FilesOf.Admitted(today.AddDays(-60)));
        await files.Happen("Y1", new MeasurePlanned(today.AddDays(-50), "m1", "医疗救助", 1_000_00, 1, "次", "jiange", new(today.Year + 1, 2, 10)));
        await files.Happen("Y2", FilesOf.Verifying(today.AddDays(-1), "jiange"));
        using var county = await silo.SignedIn("jiange", Roles.County, "510823");
        await county.Accepted($"/api/households/Y1/income-targets/{today.Year}", new IncomeTargetBody(today, 1_000_000));
        await silo.Projected();
        var (before, tasks) = (await File(county, "Y1"), await Tasks(county));
        before.Deadlines.ShouldNotContain(limit => limit.Kind == "income-target");

        clock.Advance(new DateOnly(today.Year + 1, 1, 6).ToDateTime(default) - today.ToDateTime(default));
        using var later = silo.Bearing((await silo.SignIn(new SessionRequest("jiange", $"Correct-Horse-{Roles.County.Length}-Battery"))).Token);

        var after = await File(later, "Y1");
        (after.Step, after.Round, after.AdmittedOn, after.Since).ShouldBe((before.Step, before.Round, before.AdmittedOn, before.Since));
        after.Measures.Single().DueOn.ShouldBe(new DateOnly(today.Year + 1, 2, 10));
        (string Kind, string Subject, DateOnly DueOn) asked = ("income-target", $"{today.Year + 1}", new(today.Year + 1, 1, 31));
        after.Deadlines.Select(limit => (limit.Kind, limit.Subject, limit.DueOn)).ShouldBe(
            [.. before.Deadlines.Select(limit => (limit.Kind, limit.Subject, limit.DueOn)), asked], ignoreOrder: true);
        (await Tasks(later)).ShouldBe(tasks); // The same ones by the same days, none lost, none doubled.
        (await later.Read<Page<MonitoringTask>>("/api/monitoring/tasks?overdue=true")).Items.ShouldContain(task => task.Household == "Y2" && task.Kind == "verification");

        // Last year's target stays last year's; the new year has none until it is set.
        after.IncomeTargets.Select(target => target.Year).ShouldBe([today.Year]);
        after.Next.ShouldContain(MonitoringActs.IncomeTarget);
        using var village = await silo.SignedIn("monitor-1", Roles.VillageMonitor, RunningSilo.Village);
        (await Targets(village)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            task => task.Household.ShouldBe("Y1"), task => task.Title.ShouldBe($"制定增收目标（{today.Year + 1}年）"), task => task.Act.ShouldBe(MonitoringActs.IncomeTarget),
            task => task.DueOn.ShouldBe(asked.DueOn), task => task.IsOverdue.ShouldBeFalse());
        await later.Accepted($"/api/households/Y1/income-targets/{today.Year + 1}", new IncomeTargetBody(clock.ChinaToday(), 1_200_000));
        (await File(later, "Y1")).IncomeTargets.Select(target => target.Year).Order().ShouldBe([today.Year, today.Year + 1]);
        await silo.Projected();
        (await Targets(village)).ShouldBeEmpty(); // Answered, and next year's is not asked for before next year.
    }

    private static async Task<IReadOnlyList<MonitoringTask>> Targets(HttpClient village) =>
        (await village.Read<Page<MonitoringTask>>("/api/monitoring/tasks?limit=100&kind=income-target")).Items;

    private static Task<MonitoringView> File(HttpClient county, string household) => county.Read<MonitoringView>($"/api/households/{household}/monitoring");

    private static async Task<List<(string Household, string Kind, string Subject, DateOnly DueOn)>> Tasks(HttpClient county) =>
        [.. (await county.Read<Page<MonitoringTask>>("/api/monitoring/tasks?limit=100")).Items
            .Where(task => task.Kind != "cadre-wanted").Select(task => (task.Household, task.Kind, task.Subject, task.DueOn)).Order()];
}
