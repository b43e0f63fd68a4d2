using Microsoft.Playwright;
using Revitalization.SystemTests.Standalone;

namespace Revitalization.SystemTests.Browser;

/// <summary>Aid between partners as the public sees it, in a real browser.</summary>
public sealed class PartnershipPagesTests(RunningPlatform running, Chromium chromium)
{
    [Fact]
    public async Task A_newcomer_sees_three_living_partnerships_and_walks_from_one_to_its_projects()
    {
        var (context, page) = await Visitor();
        await using var _ = context;
        await page.GotoAsync("/");
        (await page.Locator(".glance").CountAsync()).ShouldBe(3);
        await page.GetByRole(AriaRole.Link, new() { Name = "杭州市萧山区 → 旺苍县" }).First.ClickAsync();
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("杭州市萧山区 → 旺苍县");
        (await page.Locator(".tiles dt").AllInnerTextsAsync()).ShouldBe(["已报告", "已确认", "已下达", "已支付", "未支付"]);
        await page.GetByRole(AriaRole.Region, new() { Name = "项目表" }).GetByRole(AriaRole.Link, new() { Name = "绿色家居产业城" }).ClickAsync();
        (await page.Locator(".steps .now").InnerTextAsync()).ShouldContain("完工");
        (await page.InnerTextAsync("main")).ShouldContain("东西部协作资金（2022）");
    }

    // Who cannot see the picture, or prints it, has the same numbers as a table.
    [Fact]
    public async Task The_flow_picture_has_a_table_with_every_one_of_its_bands()
    {
        var (context, page) = await Visitor(script: false);
        await using var _ = context;
        await page.GotoAsync("/partnerships/ziyang-wangcang");
        var flow = page.Locator("figure.flow");
        (await flow.Locator("path").CountAsync()).ShouldBeGreaterThan(6);
        (await flow.Locator("svg[role=img]").GetAttributeAsync("aria-label"))!.ShouldContain("数字见下表");
        (await flow.Locator("tbody tr").CountAsync()).ShouldBeGreaterThanOrEqualTo(7);
        var text = await flow.Locator("svg[role=img]").TextContentAsync();
        foreach (var shown in new[] { "对口帮扶资金", "产业协作", "万亩黄茶乡村振" }) text!.ShouldContain(shown);
    }

    // Bands are told apart by where they begin and end; on a phone the labels must not run over the edge.
    [Fact]
    public async Task The_flow_picture_stays_within_a_phone()
    {
        var (context, page) = await Visitor();
        await using var _ = context;
        await page.SetViewportSizeAsync(360, 740);
        await page.GotoAsync("/partnerships/xiaoshan-wangcang");
        var outside = await page.EvaluateAsync<int>(
            "[...document.querySelectorAll('figure.flow svg[role=img] > text')].filter(text => { const box = text.getBoundingClientRect(); return box.left < 0 || box.right > innerWidth; }).length");
        outside.ShouldBe(0);
    }

    [Fact]
    public async Task Projects_are_found_by_partnership_and_year()
    {
        var (context, page) = await Visitor(script: false);
        await using var _ = context;
        await page.GotoAsync("/projects");
        await page.GetByLabel("协作关系").SelectOptionAsync("zhechuan-tongjiang");
        await page.GetByRole(AriaRole.Button, new() { Name = "查看" }).ClickAsync();
        (await page.GetByRole(AriaRole.Region, new() { Name = "项目表" }).Locator("tbody tr").CountAsync()).ShouldBe(1);
        (await page.InnerTextAsync("main")).ShouldContain("以工代赈");
    }

    private async Task<(IBrowserContext Context, IPage Page)> Visitor(bool script = true)
    {
        var platform = await running.Loaded();
        var context = await chromium.Visitor(platform.Address, options => options.JavaScriptEnabled = script);
        return (context, await context.NewPageAsync());
    }
}
