using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Screening;
using Revitalization.SystemTests.Monitoring;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Screening;

/// <summary>April: every household is to be seen, and who has not been seen must be known by name of village.</summary>
public sealed class CampaignTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private const string Campaigns = "/api/counties/510823/campaigns";
    private const string Township = "510823100";

    [Fact]
    public async Task Coverage_is_counted_by_village_and_by_whoever_went()
    {
        using var village = await fixture.Silo.SignedIn("monitor-c", Roles.VillageMonitor, RunningSilo.Village);
        foreach (var (id, place) in new[] { ("HC1", RunningSilo.Village), ("HC2", RunningSilo.Village), ("HC3", RunningSilo.OtherVillage) })
            await fixture.County.Accepted($"/api/households/{id}", Given.Household(place));
        await fixture.County.Accepted($"{Campaigns}/2023-04", new CampaignBody("2023年4月集中排查", new(2023, 4, 1), new(2023, 4, 30)));
        await village.Accepted("/api/households/HC1/checks/2023-04", new CheckBody(new(2023, 4, 5), []));
        var seen = await fixture.County.Accepted("/api/households/HC3/checks/2023-04", new CheckBody(new(2023, 4, 6), ["water"]));

        var view = await fixture.County.Read<CampaignView>($"{Campaigns}/2023-04?after={seen.Seq}");
        (view.Title, view.Households, view.Seen).ShouldBe(("2023年4月集中排查", 3, 2));
        (await fixture.County.Read<Page<CampaignView>>(Campaigns)).Items.ShouldContain(view);
        var townships = (await fixture.County.Read<Page<CoverageRegion>>($"{Campaigns}/2023-04/coverage")).Items;
        townships.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            town => town.Code.ShouldBe(Township), town => town.Name.ShouldBe("普安镇"), town => (town.Households, town.Seen).ShouldBe((3, 2)),
            town => town.By.ShouldBe([new("jiange", 1), new("monitor-c", 1)], ignoreOrder: true));
        var villages = (await fixture.County.Read<Page<CoverageRegion>>($"{Campaigns}/2023-04/coverage?region={Township}")).Items;
        villages.Select(each => (each.Code, each.Households, each.Seen)).ShouldBe([(RunningSilo.Village, 2, 1), (RunningSilo.OtherVillage, 1, 1)]);
        villages[0].Name.ShouldBe("示例一村(示例)");
        (await fixture.County.Read<Page<UnseenHousehold>>($"{Campaigns}/2023-04/unseen")).Items.ShouldHaveSingleItem().Household.ShouldBe("HC2");
        (await fixture.County.Workbook($"{Campaigns}/2023-04/unseen.xlsx"))[1][0].ShouldBe("HC2");
        (await fixture.County.Workbook($"{Campaigns}/2023-04/coverage.xlsx?region={Township}")).Select(row => row[0]).ShouldBe(["地区代码", RunningSilo.Village, RunningSilo.OtherVillage]);

        // A village's monitor sees his own village's part of it.
        var own = await village.Read<CampaignView>($"{Campaigns}/2023-04");
        (own.Households, own.Seen).ShouldBe((2, 1));
        (await village.Read<Page<CoverageRegion>>($"{Campaigns}/2023-04/coverage?region={Township}")).Items.ShouldHaveSingleItem().Code.ShouldBe(RunningSilo.Village);
    }

    [Fact]
    public async Task Unseen_households_are_paged()
    {
        const string village = "511921100941";
        const string campaigns = "/api/counties/511921/campaigns";
        using var county = await fixture.Silo.SignedIn("tongjiang-c", Roles.County, "511921");
        await county.Accepted($"/api/villages/{village}", new Contracts.Villages.VillageBody("排查村(示例)", new DateOnly(2000, 1, 1)));
        foreach (var n in Enumerable.Range(1, 5)) await county.Accepted($"/api/households/HU{n}", Given.Household(village));
        var last = await county.Accepted($"{campaigns}/2023-10", new CampaignBody("2023年10月集中排查", new(2023, 10, 1), new(2023, 10, 31)));

        var (found, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = await county.Read<Page<UnseenHousehold>>($"{campaigns}/2023-10/unseen?region={village}&limit=2&cursor={cursor}&after={last.Seq}");
            found.AddRange(page.Items.Select(row => row.Household));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        found.ShouldBe(["HU1", "HU2", "HU3", "HU4", "HU5"]);
    }

    [Fact]
    public async Task A_campaign_that_cannot_be_or_is_not_ones_own_is_refused()
    {
        await fixture.County.Put($"{Campaigns}/c1", new CampaignBody("", new(2023, 4, 1), new(2023, 4, 30))).Refused(CampaignRefusal.TitleImplausible, "title");
        await fixture.County.GetAsync($"{Campaigns}/none").Refused(CampaignRefusal.CampaignUnknown);
        await fixture.County.GetAsync($"{Campaigns}/2023-04/unseen?region=511921").Refused(AccessRefusal.ScopeElsewhere, "code");
        await fixture.County.GetAsync("/api/counties/511921/campaigns").Refused(AccessRefusal.ScopeElsewhere, "code");
        using var township = await fixture.Silo.SignedIn("puan-c", Roles.Township, Township);
        await township.Put($"{Campaigns}/c2", new CampaignBody("排查", new(2023, 4, 1), new(2023, 4, 30))).Refused(AccessRefusal.RoleInsufficient);
    }
}
