using Microsoft.Playwright;
using Revitalization.Contracts.Identity;
using Revitalization.SystemTests.Standalone;

namespace Revitalization.SystemTests.Browser;

/// <summary>Looking at every household of a county: by its figures, and by going there.</summary>
public sealed class ScreeningPagesTests(RunningPlatform running, Chromium chromium)
{
    private const string ShiquanVillage = "610922104901";

    [Fact]
    public async Task A_county_screens_its_households_sees_why_and_reports_one_as_a_clue()
    {
        var platform = await running.Loaded();
        var household = await platform.NewHousehold("E2E-SCREEN-1", ShiquanVillage, resettled: true);
        await using var bureau = await chromium.SignedIn(platform, Roles.County);
        var page = await bureau.NewPageAsync();
        await page.GotoAsync("/workbench/counties/610922/screenings");
        await page.GetByLabel("截至哪个季度").FillAsync("2023-Q3");
        await page.Press("开始");
        var chosen = page.GetByLabel($"选择户 {household}", new() { Exact = true });
        await chosen.CheckAsync();
        (await page.InnerTextAsync("main")).ShouldContain("易地搬迁户");
        (await page.Locator("blockquote").First.TextContentAsync())!.ShouldContain("石泉县2023年脱贫群众增收方案");
        await page.Press("勾选的报线索");
        await page.GetByText("新报线索 1 户").WaitForAsync();
        (await platform.Monitoring(household)).Clues.ShouldHaveSingleItem().Origin.ShouldBe("screening");
    }

    [Fact]
    public async Task A_village_records_on_its_phone_whom_it_has_seen_and_the_county_sees_how_far_it_is()
    {
        var platform = await running.Loaded();
        var household = await platform.NewHousehold("E2E-CHECK-1");
        await using var bureau = await chromium.SignedIn(platform, Roles.County);
        var county = await bureau.NewPageAsync();
        await county.GotoAsync("/workbench/counties/510823/campaigns");
        await county.GetByLabel("名称").FillAsync("浏览器测试排查");
        await county.Press("组织排查");
        await county.GetByRole(AriaRole.Heading, new() { Name = "浏览器测试排查", Level = 1 }).WaitForAsync();
        var address = new Uri(county.Url).AbsolutePath;

        await using var phone = await chromium.SignedIn(platform, Roles.VillageMonitor, options => options.ViewportSize = new() { Width = 390, Height = 800 });
        var village = await phone.NewPageAsync();
        await village.GotoAsync(address);
        await village.Locator($"form:has(input[value='{household}'])").GetByRole(AriaRole.Button).ClickAsync();
        await village.GetByText("已登记排查").WaitForAsync();
        (await village.Tile("已看户")).ShouldBe("1");
        (await village.Locator($"form:has(input[value='{household}'])").CountAsync()).ShouldBe(0);

        await county.GotoAsync($"{address}?region=510823100");
        (await county.GetByRole(AriaRole.Region, new() { Name = "覆盖情况表" }).InnerTextAsync()).ShouldContain("village 1 户");
    }
}
