using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Calendar;
using Revitalization.SystemTests.Hosting;

namespace Revitalization.SystemTests.Silo;

/// <summary>What an auditor asks: what did the county know on the day it decided?</summary>
public sealed class KnownOnTests
{
    [Fact]
    public async Task What_was_recorded_on_a_later_day_is_not_known_on_an_earlier_one()
    {
        var clock = new AdjustableClock();
        ToNextNoon(clock);
        await using var silo = await (await RunningSilo.Start(clock: clock)).WithVillages();
        var first = clock.ChinaToday();
        using (var county = await silo.SignedIn("jiange", Roles.County, "510823"))
        {
            await county.Accepted("/api/households/HN1", Given.Household());
            await county.Accepted("/api/households/HN1/incomes/2023-Q1", Given.Income(1_000_00));
        }

        ToNextNoon(clock);
        using var later = await silo.SignedIn("jiange-later", Roles.County, "510823");
        // Both hold from days long past; only the day of recording differs.
        await later.Accepted("/api/households/HN1", Given.Household(kind: "low-income", on: new DateOnly(2023, 2, 1)));
        await later.Accepted("/api/households/HN1/incomes/2023-Q1", Given.Income(2_000_00) with { Reason = "漏报" });

        var known = await later.Read<HouseholdView>($"/api/households/HN1?asOf=2023-12-31&knownOn={first.Day()}");
        (known.Kind, known.Incomes.Single().WageFen, known.KnownOn).ShouldBe(("lifted", 1_000_00, first));
        var now = await later.Read<HouseholdView>($"/api/households/HN1?asOf=2023-12-31&knownOn={first.AddDays(1).Day()}");
        (now.Kind, now.Incomes.Single().WageFen).ShouldBe(("low-income", 2_000_00));
        (await later.Read<HouseholdView>("/api/households/HN1?asOf=2023-01-31")).Kind.ShouldBe("lifted");
        await later.GetAsync($"/api/households/HN1?knownOn={first.AddDays(-1).Day()}").Refused(QueryRefusal.HouseholdNotFound);
    }

    // In the middle of China's day, so that no midnight falls into the test.
    private static void ToNextNoon(AdjustableClock clock)
    {
        var now = clock.GetUtcNow();
        clock.Advance(ChinaCalendar.StartOf(clock.ChinaToday().AddDays(1)).AddHours(12) - now);
    }
}
