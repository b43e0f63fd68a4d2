using Revitalization.Conformance.Tests.Storage.Harness;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Audit;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Households;
using Revitalization.Domain.Monitoring;
using Revitalization.Silo.Households;
using Revitalization.Silo.Monitoring.Sweep;
using Revitalization.Storage.EventLog;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Monitoring;

/// <summary>An inbox asks of each role what is its to do, by the day it is due.</summary>
public sealed class TaskTests
{
    private static readonly DateOnly s_today = TimeProvider.System.ChinaToday();

    [Theory]
    [InlineData(null)]
    [InlineData("postgres")]
    public async Task Each_role_finds_its_own_tasks_and_nobody_elses(string? database)
    {
        await using var server = new PostgresServer();
        await using var silo = await ListTests.County(database is null ? null : await server.CreateDatabase());
        await new FilesOf(silo).Register("T1");
        await new FilesOf(silo).Happen("T1", FilesOf.AtTownship(s_today.AddDays(-6)));
        await silo.Projected();
        using var village = await silo.SignedIn("monitor-v", Roles.VillageMonitor, RunningSilo.Village);
        using var township = await silo.SignedIn("puan", Roles.Township, "510823100");
        using var county = await silo.SignedIn("jiange", Roles.County, "510823");

        Kinds(await Tasks(village)).ShouldBe(["first-measure", "income-target", "verification", "visit"]);
        Kinds(await Tasks(township)).ShouldBe(["cadre-wanted", "township-review"]);
        Kinds(await Tasks(county)).ShouldBe(["cadre-wanted"]);
        (await Tasks(county)).Single().ShouldSatisfyAllConditions(
            task => task.Household.ShouldBe("V3"), task => task.Subject.ShouldBe("county-leader"), task => task.Title.ShouldBe("指定帮扶联系人（县级领导）"),
            task => task.Act.ShouldBe(MonitoringActs.Cadre), task => task.IsOverdue.ShouldBeFalse(), task => task.ColourName.ShouldBe("红色预警"));
        (await Tasks(village)).ShouldAllBe(task => task.VillageCode == RunningSilo.Village);
        (await Tasks(village)).Select(task => task.DueOn).ShouldBeInOrder();
        (await Tasks(village, "&overdue=true")).ShouldAllBe(task => task.IsOverdue && task.DueOn < s_today);
        (await Tasks(village, "&overdue=false")).ShouldAllBe(task => !task.IsOverdue);
        var counts = await village.Read<MonitoringTaskCounts>("/api/monitoring/tasks/counts");
        counts.Open.ShouldBe((await Tasks(village)).Count);
        counts.Overdue.ShouldBe((await Tasks(village, "&overdue=true")).Count);
    }

    // A verifier is asked by name, wherever the household lies; who is named in his place is asked instead, at once.
    [Fact]
    public async Task Whoever_is_assigned_finds_the_task_until_another_is()
    {
        await using var silo = await ListTests.County();
        using var verifier = await silo.SignedIn("verifier", Roles.VillageMonitor, RunningSilo.ElsewhereVillage);
        using var cadre = await silo.SignedIn("cadre", Roles.County, "511921");

        (await Tasks(verifier)).Single().ShouldSatisfyAllConditions(task => task.Household.ShouldBe("V1"), task => task.Kind.ShouldBe("verification"));
        (await verifier.Read<Page<MonitoringRow>>("/api/monitoring/mine")).Items.Single().Household.ShouldBe("V1");
        (await cadre.Read<Page<MonitoringRow>>("/api/monitoring/mine")).Items.Single().Household.ShouldBe("V2");
        Kinds(await Tasks(cadre)).ShouldBe(["first-measure", "visit"]);

        await new FilesOf(silo).Happen("V1", new CluesDispatched(s_today, "another"));
        await new FilesOf(silo).Happen("V2", new CadreNamed(s_today, "another", CadreRank.OtherCadre));
        await silo.Projected();

        (await Tasks(verifier)).ShouldBeEmpty();
        (await cadre.Read<Page<MonitoringRow>>("/api/monitoring/mine")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_of_an_inbox_join_without_gap()
    {
        await using var silo = await ListTests.County();
        using var village = await silo.SignedIn("monitor-v", Roles.VillageMonitor, RunningSilo.Village);

        var (seen, cursor) = (new List<string>(), "");
        do
        {
            var page = await village.Read<Page<MonitoringTask>>($"/api/monitoring/tasks?limit=2&cursor={cursor}");
            seen.AddRange(page.Items.Select(task => $"{task.Household} {task.Kind}"));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        seen.ShouldBe((await Tasks(village)).Select(task => $"{task.Household} {task.Kind}"));
    }

    [Fact]
    public async Task A_household_that_register_and_file_tell_apart_is_listed_until_they_agree()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var files = new FilesOf(silo);
        await files.Register("D1", monitored: "marginal");
        foreach (var id in new[] { "D2", "D3", "D4" }) await files.Register(id);
        foreach (var id in new[] { "D2", "D3", "D4" }) await files.Happen(id, FilesOf.Admitted(s_today.AddDays(-9)));
        await files.Settled();
        // What a sheet of another system says later is no admission and no clearing.
        await State(silo, "D2", "sudden-hardship", cleared: true);
        await State(silo, "D3", "marginal", cleared: false);
        await silo.Projected();
        using var county = await silo.SignedIn("jiange", Roles.County, "510823");

        var found = (await county.Read<Page<MonitoringDifference>>("/api/monitoring/differences")).Items;
        found.Select(row => (row.Household, row.Difference, row.RegisteredAs, row.FiledAs)).ShouldBe(
            [("D1", "no-file", "marginal", null), ("D2", "not-registered", null, "sudden-hardship"), ("D3", "kind", "marginal", "sudden-hardship")]);
        found[0].HeadNameMasked.ShouldBe("示**");

        await files.Happen("D1", FilesOf.Admitted(s_today.AddDays(-9), kind: MonitoredKind.Marginal));
        await files.Settled();
        (await county.Read<Page<MonitoringDifference>>("/api/monitoring/differences?limit=1")).Items.Single().Household.ShouldBe("D2");
    }

    [Fact]
    public async Task Who_read_which_list_stands_in_the_log_before_the_answer_leaves()
    {
        await using var silo = await ListTests.County();
        using var village = await silo.SignedIn("monitor-v", Roles.VillageMonitor, RunningSilo.Village);
        foreach (var list in new[] { "files", "tasks", "mine", "differences", "files.csv" })
            (await village.GetAsync(new Uri($"/api/monitoring/{list}", UriKind.Relative))).EnsureSuccessStatusCode();

        var read = (await silo.Get<IEventLog>().Read(0, 1000)).Where(stored => stored.Type == "audit.personal-data-searched" && stored.Actor == "monitor-v")
            .Select(stored => Domain.Events.EventCatalog.Read<PersonalDataSearched>(stored.Type, stored.SchemaVersion, stored.Data)).ToList();

        read.Select(entry => entry.By).ShouldBe(["monitoring-files", "monitoring-tasks", "monitoring-mine", "monitoring-differences", "monitoring-export"]);
        read.ShouldAllBe(entry => entry.Region == RunningSilo.Village);
        read[0].Found.ShouldBe(4);
    }

    [Fact]
    public async Task Notices_are_shown_newest_first_to_those_of_the_village_only()
    {
        await using var silo = await ListTests.County();
        await silo.Get<WorklistSweep>().Run(s_today, again: true, default);
        await new FilesOf(silo).Happen("W1", new CadreNamed(s_today, "cadre", CadreRank.OtherCadre), new MeasurePlanned(s_today, "m1", "医疗救助", 0, 1, "次", "cadre", s_today.AddDays(4)));
        await silo.Projected();
        await silo.Get<WorklistSweep>().Run(s_today.AddDays(1), again: true, default);
        using var county = await silo.SignedIn("jiange", Roles.County, "510823");
        using var village = await silo.SignedIn("monitor-w", Roles.VillageMonitor, RunningSilo.OtherVillage);

        var all = (await county.Read<Page<WorklistNotice>>("/api/monitoring/notices?limit=200")).Items;
        all[0].ShouldSatisfyAllConditions(notice => notice.Title.ShouldBe("即将到期：完成帮扶措施"), notice => notice.FiledOn.ShouldBe(s_today.AddDays(1)));
        all.Select(notice => notice.FiledOn).ShouldBeInOrder(SortDirection.Descending);
        all.Select(notice => notice.Title).ShouldContain("已转为红色预警");
        all.Select(notice => notice.Title).ShouldContain("待指定帮扶联系人（县级领导）");
        (await village.Read<Page<WorklistNotice>>("/api/monitoring/notices")).Items.ShouldAllBe(notice => notice.Household == "W1");
        var (pages, cursor) = (new List<string>(), "");
        do
        {
            var page = await county.Read<Page<WorklistNotice>>($"/api/monitoring/notices?limit=3&cursor={cursor}");
            pages.AddRange(page.Items.Select(notice => notice.Id));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        pages.ShouldBe(all.Select(notice => notice.Id));
    }

    private static async Task State(RunningSilo silo, string household, string monitored, bool cleared)
    {
        var body = Given.Household(on: s_today) with { Monitored = monitored, RiskCleared = cleared };
        (await silo.Get<RegisterDesk>().PutHousehold(household, body, RunningSilo.County)).Refusal.ShouldBeNull();
    }

    private static async Task<IReadOnlyList<MonitoringTask>> Tasks(HttpClient client, string more = "") =>
        (await client.Read<Page<MonitoringTask>>($"/api/monitoring/tasks?limit=200{more}")).Items;

    private static IEnumerable<string> Kinds(IEnumerable<MonitoringTask> tasks) => tasks.Select(task => task.Kind).Distinct().Order(StringComparer.Ordinal);
}
