using System.Net;
using Revitalization.Contracts.Accounts;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Calendar;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Monitoring;

/// <summary>Every read of monitoring asks who the caller is now: a replaced cadre sees nothing more, a stand-in sees what he stands in for.</summary>
public sealed class CurrentAssignmentTests(MonitoringFixture fixture) : IClassFixture<MonitoringFixture>
{
    private static readonly DateOnly s_start = new(2023, 4, 3);

    [Fact]
    public async Task A_replaced_cadre_loses_every_read_of_monitoring_at_once()
    {
        using var guard = await fixture.Silo.SignedIn("guard-a", Roles.SecurityAdministrator);
        using var cadre = await fixture.Silo.SignedIn("cadre-a", Roles.VillageMonitor, RunningSilo.Village);
        await Started("HA1");
        await fixture.Silo.Projected();
        (await Rows(cadre)).ShouldContain("HA1");

        await guard.Accepted("/api/accounts/cadre-a", new AccountBody(Roles.VillageMonitor, ["region:" + RunningSilo.ElsewhereVillage]));

        foreach (var read in new[] { "monitoring", "explain", "history" }) // Of the household itself.
            await cadre.GetAsync($"/api/households/HA1/{read}").Refused(AccessRefusal.ScopeElsewhere);
        (await Rows(cadre)).ShouldBeEmpty();
        (await cadre.Read<Page<MonitoringTask>>("/api/monitoring/tasks?limit=100")).Items.ShouldBeEmpty();
        (await cadre.GetAsync($"/api/monitoring/board?region={RunningSilo.Village}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        await guard.Accepted("/api/accounts/cadre-a", new AccountBody(Roles.VillageMonitor, ["region:" + RunningSilo.Village], Disabled: true));
        foreach (var read in new[] { "/api/monitoring/files", "/api/monitoring/files.xlsx", "/api/monitoring/board", "/api/monitoring/tasks", "/api/monitoring/tasks/counts", "/api/monitoring/notices", "/api/monitoring/mine", "/api/monitoring/differences" })
            await cadre.GetAsync(read).Refused(AccessRefusal.RoleInsufficient);
    }

    [Fact]
    public async Task A_stand_in_has_the_absent_ones_files_and_tasks_and_no_longer_when_withdrawn()
    {
        using var absent = await fixture.Silo.SignedIn("cadre-b", Roles.VillageMonitor, RunningSilo.Village);
        using var standIn = await fixture.Silo.SignedIn("cadre-c", Roles.VillageMonitor, RunningSilo.OtherVillage);
        await Started("HA2");
        await fixture.Township.Accepted("/api/households/HA2/dispatch/d1", new DispatchBody(s_start.AddDays(1), "cadre-b"));
        await fixture.Silo.Projected();
        (await Rows(standIn)).ShouldNotContain("HA2");
        var today = TimeProvider.System.ChinaToday();

        await fixture.County.Accepted("/api/accounts/cadre-b/stand-ins/leave", new StandInBody("cadre-c", today, today.AddDays(3)));

        (await Rows(standIn)).ShouldContain("HA2");
        (await standIn.Read<MonitoringView>("/api/households/HA2/monitoring")).Verifier.ShouldBe("cadre-b");
        (await standIn.Read<Page<MonitoringTask>>("/api/monitoring/tasks?limit=100")).Items.ShouldContain(task => task.Household == "HA2" && task.Kind == "verification");
        (await fixture.County.DeleteAsync("/api/accounts/cadre-b/stand-ins/leave")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Rows(standIn)).ShouldNotContain("HA2");
        await standIn.GetAsync("/api/households/HA2/monitoring").Refused(AccessRefusal.ScopeElsewhere);
    }

    private async Task Started(string household)
    {
        await fixture.Household(household);
        await fixture.Village.Accepted($"/api/households/{household}/clues/c1", new ClueBody(s_start, "visit", "illness"));
    }

    private static async Task<IReadOnlyList<string>> Rows(HttpClient by) =>
        [.. (await by.Read<Page<MonitoringRow>>("/api/monitoring/files?limit=100")).Items.Select(row => row.Household)];
}
