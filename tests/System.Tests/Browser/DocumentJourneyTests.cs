using Microsoft.Playwright;
using Revitalization.Contracts.Identity;
using Revitalization.SystemTests.Standalone;

namespace Revitalization.SystemTests.Browser;

/// <summary>A document at the screen: pasted and read, registered, reviewed by another with each finding in place, published, repealed.</summary>
public sealed class DocumentJourneyTests(RunningPlatform running, Chromium chromium)
{
    private const string Pasted = """
        [ 索引號 ] | 11500222742856713G/2023-00007 | [ 成文日期 ] | 2023-08-14 |
        示例縣人民政府關于示例的通知
        各鄉鎮:
        示例村監測戶4戶13人,已消除風險1戶4人。
        一、總體要求。
        """;

    [Fact]
    public async Task A_pasted_page_goes_out_after_a_second_person_has_decided_what_was_found()
    {
        var platform = await running.Loaded();
        var officers = platform.SignIns().Where(one => one.Role == Roles.County).ToList();
        await using var first = await chromium.Visitor(platform.Address);
        var page = await first.NewPageAsync();
        await page.SignIn(officers[0]);
        await page.GotoAsync("/workbench/documents/new");
        await page.GetByLabel("把网页或文件的全部文字贴在这里").FillAsync(Pasted);
        await page.Press("识读");
        (await page.GetByLabel("标题").InputValueAsync()).ShouldBe("示例县人民政府关于示例的通知");
        (await page.GetByLabel("索引号").InputValueAsync()).ShouldBe("11500222742856713G/2023-00007");
        (await page.Violations()).ShouldBeEmpty();
        await page.GetByLabel("所属地区代码").FillAsync("510823");
        await page.Press("登记");
        await page.GetByText("已登记；请由另一位工作人员审核。").WaitForAsync();
        (await page.GetByRole(AriaRole.Link, new() { Name = "审核文件" }).CountAsync()).ShouldBe(0); // Not one's own.
        (await page.Locator("mark").AllInnerTextsAsync()).ShouldContain(text => text.Contains("監測戶4戶13人", StringComparison.Ordinal));
        (await page.Violations()).ShouldBeEmpty();
        await page.SetViewportSizeAsync(320, 640);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320);

        await using var second = await chromium.Visitor(platform.Address);
        var other = await second.NewPageAsync();
        await other.SignIn(officers[1]);
        await other.GotoAsync(page.Url.Split('?')[0]);
        await other.GetByRole(AriaRole.Link, new() { Name = "审核文件" }).ClickAsync();
        (await other.Violations()).ShouldBeEmpty();
        await other.GetByLabel("可以公开", new() { Exact = true }).CheckAsync();
        await other.Press("提交审核");
        await other.GetByText("有须处理的审查发现尚未处理").First.WaitForAsync();
        // What the words seem to state stands in the form; whose and when, the officer says. An old period, so that no release of others is touched.
        (await other.GetByLabel("数值").First.InputValueAsync()).ShouldBe("4");
        foreach (var period in await other.GetByLabel("时期").AllAsync()) await period.FillAsync("2015-Q1");
        foreach (var reason in await other.GetByLabel("可以公开的理由").AllAsync()) await reason.FillAsync("已合并公布");
        await other.Press("提交审核");
        await other.GetByText("已记录：审核文件。").WaitForAsync();
        await other.GetByText("510823 2015-Q1 监测对象户数 4").First.WaitForAsync();
        await other.GetByRole(AriaRole.Link, new() { Name = "公开文件", Exact = true }).Last.ClickAsync();
        await other.Press("公开");
        await other.GetByText("✓ 已公开").WaitForAsync();

        await other.GetByRole(AriaRole.Link, new() { Name = "废止文件" }).ClickAsync();
        await other.GetByLabel("理由").FillAsync("示例结束");
        await other.Press("废止");
        await other.GetByText("■ 已废止").WaitForAsync();

        await other.GotoAsync("/workbench/documents?stage=repealed");
        await other.GetByRole(AriaRole.Link, new() { Name = "示例县人民政府关于示例的通知" }).WaitForAsync();
        (await other.Violations()).ShouldBeEmpty();
    }
}
