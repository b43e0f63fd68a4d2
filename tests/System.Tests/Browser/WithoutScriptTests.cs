using Microsoft.Playwright;
using Revitalization.Contracts.Identity;
using Revitalization.SystemTests.Standalone;

namespace Revitalization.SystemTests.Browser;

/// <summary>Offices run old browsers behind filters: everything must work with no script at all.</summary>
public sealed class WithoutScriptTests(RunningPlatform running, Chromium chromium)
{
    [Fact]
    public async Task A_sheet_is_imported_and_its_progress_seen_without_any_script()
    {
        var platform = await running.Loaded();
        await using var context = await chromium.Visitor(platform.Address, options => options.JavaScriptEnabled = false);
        var page = await context.NewPageAsync();
        await page.SignIn(platform.SignIn(Roles.County));
        await page.Import("households", "户.csv", "户编号,行政村代码,户类型,信息更新日期\nE2E-NOSCRIPT-1,510823100901,没有这种户,2024-01-10\n");
        (await page.Tile("退回")).ShouldBe("1");
    }

    [Fact]
    public async Task The_public_pages_say_all_without_any_script()
    {
        var platform = await running.Loaded();
        await using var context = await chromium.Visitor(platform.Address, options => options.JavaScriptEnabled = false);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        (await page.GetByRole(AriaRole.Region, new() { Name = "各县概况表" }).InnerTextAsync()).ShouldContain("剑阁县");
        (await page.Locator("figure.chart").CountAsync()).ShouldBeGreaterThanOrEqualTo(4);
        (await page.Locator("figure.chart table").CountAsync()).ShouldBe(await page.Locator("figure.chart svg[role=img]").CountAsync());
    }
}
