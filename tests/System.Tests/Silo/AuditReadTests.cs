using System.Net.Http.Json;
using Revitalization.Contracts.Audit;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Hosting.Json;
using Revitalization.SystemTests.Monitoring;

namespace Revitalization.SystemTests.Silo;

/// <summary>Who read whose record is shown to the county's officer, and of nobody else's households.</summary>
public sealed class AuditReadTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private readonly HttpClient _county = fixture.County;

    [Fact]
    public async Task A_countys_officer_sees_who_read_which_of_its_households_and_what_for()
    {
        await _county.Accepted("/api/households/HQ1", Given.Household());
        using var village = await fixture.Silo.SignedIn("reader-a", Roles.VillageMonitor, RunningSilo.Village);
        await village.Read<HouseholdView>("/api/households/HQ1?purpose=visit");
        await fixture.Silo.Projected();

        var read = (await Reads("household=HQ1")).Items.Single();

        (read.Account, read.Kind, read.Household, read.Region, read.Purpose).ShouldBe(("reader-a", "read", "HQ1", RunningSilo.Village, "visit"));
        read.RegionName.ShouldBe("示例一村(示例)");
        (await _county.Workbook("/api/audit/reads.xlsx?household=HQ1"))[1].ShouldContain("查阅（走访）");
        (await Reads("account=reader-a&region=" + RunningSilo.OtherVillage)).Items.ShouldBeEmpty();
        (await Reads("household=HQ1&until=2020-01-01")).Items.ShouldBeEmpty();
        (await Reads("household=HQ1&from=2020-01-01")).Items.Count.ShouldBe(1);
    }

    // What was searched for is personal and stands nowhere; that somebody searched is shown.
    [Fact]
    public async Task A_search_is_shown_where_it_searched_without_what_it_searched_for()
    {
        using var village = await fixture.Silo.SignedIn("reader-b", Roles.VillageMonitor, RunningSilo.Village, RunningSilo.OtherVillage);
        var reply = await village.PostAsJsonAsync("/api/households/search", new HouseholdSearch(Name: "示例某某"), ServiceJson.Options);
        reply.IsSuccessStatusCode.ShouldBeTrue();
        await fixture.Silo.Projected();

        var search = (await Reads("account=reader-b")).Items.Single();

        (search.Kind, search.By, search.Found, search.Household).ShouldBe(("search", "name", 0, null));
        search.Region.ShouldBe("51082310090"); // What both of his villages have in common.
    }

    [Fact]
    public async Task Another_county_sees_nothing_and_the_audit_administrator_all()
    {
        await _county.Accepted("/api/households/HQ2", Given.Household());
        await _county.Read<HouseholdView>("/api/households/HQ2");
        await fixture.Silo.Projected();
        using var tongjiang = await fixture.Silo.SignedIn("reader-tongjiang", Roles.County, "511921");
        using var audit = await fixture.Silo.SignedIn("audit-admin", Roles.AuditAdministrator);
        using var township = await fixture.Silo.SignedIn("reader-town", Roles.Township, "510823100");

        (await tongjiang.Read<Page<AuditReadView>>("/api/audit/reads?household=HQ2")).Items.ShouldBeEmpty();
        await tongjiang.GetAsync("/api/audit/reads?region=510823").Refused(AccessRefusal.ScopeElsewhere, "region");
        (await audit.Read<Page<AuditReadView>>("/api/audit/reads?household=HQ2&region=510000")).Items.Count.ShouldBe(1);
        await township.GetAsync("/api/audit/reads").Refused(AccessRefusal.RoleInsufficient);
    }

    [Fact]
    public async Task The_list_pages_without_gap_or_repeat()
    {
        await _county.Accepted("/api/households/HQ3", Given.Household());
        for (var n = 0; n < 5; n++) await _county.Read<HouseholdView>("/api/households/HQ3");
        await fixture.Silo.Projected();

        var seen = new List<long>();
        string? cursor = null;
        do
        {
            var page = await Reads($"household=HQ3&limit=2&cursor={cursor}");
            seen.AddRange(page.Items.Select(item => item.Seq));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        seen.Count.ShouldBe(5);
        seen.ShouldBe(seen.Distinct().OrderDescending());
        await _county.GetAsync("/api/audit/reads?cursor=!!").Refused(QueryRefusal.CursorInvalid, "cursor");
        await _county.GetAsync("/api/audit/reads?limit=0").Refused(QueryRefusal.LimitOutOfRange, "limit");
    }

    private Task<Page<AuditReadView>> Reads(string query) => _county.Read<Page<AuditReadView>>($"/api/audit/reads?{query}");
}
