using Microsoft.Playwright;
using Revitalization.Contracts.Identity;
using Revitalization.SystemTests.Standalone;

namespace Revitalization.SystemTests.Browser;

/// <summary>Aid between partners clicked through by both sides: the partner's two people (one of them on a phone) and the county.</summary>
public sealed class AidJourneyTests(RunningPlatform running, Chromium chromium)
{
    private const int PhoneWidth = 390;
    private const string Fund = "510821-2024-east-west";

    [Fact]
    public async Task A_partner_reports_its_second_person_signs_the_county_confirms_in_part_allocates_pays_and_both_see_where_the_money_went()
    {
        var platform = await running.Loaded();
        var partners = await new Partners(platform, "e2e-journey").Agree();
        await using var office = await chromium.Visitor(platform.Address);
        await using var phone = await chromium.Visitor(platform.Address, options => options.ViewportSize = new() { Width = PhoneWidth, Height = 800 });
        await using var bureau = await chromium.SignedIn(platform, Roles.County);
        var (reporter, signer, county) = (await office.NewPageAsync(), await phone.NewPageAsync(), await bureau.NewPageAsync());
        await reporter.SignIn(partners.Reporter);
        await signer.SignIn(partners.Signer);

        var report = await partners.Report(reporter, "浏览器测试产业资金", "5000000.00", "E2E-JOURNEY-1");
        await NobodySignsTheirOwn(reporter, report);
        await Partners.Sign(signer, report);
        (await signer.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(PhoneWidth);
        await TheCountyConfirmsInPart(county, report);
        await TheMoneyIsPaid(county, partners.Code);
        await BothSeeWhereItWent(reporter, report, partners.Code);
    }

    // Ten deliveries of a day are one page and one confirmation; a report that changed meanwhile is not confirmed unseen.
    [Fact]
    public async Task Several_reports_are_confirmed_at_once_unless_one_changed_since_it_was_shown()
    {
        var platform = await running.Loaded();
        var partners = await new Partners(platform, "e2e-bulk").Agree(twoSignatures: false);
        await using var office = await chromium.Visitor(platform.Address);
        await using var bureau = await chromium.SignedIn(platform, Roles.County);
        var (reporter, county) = (await office.NewPageAsync(), await bureau.NewPageAsync());
        await reporter.SignIn(partners.Reporter);
        await partners.Report(reporter, "批量其一", "100000", "E2E-BULK-1", year: 2023);
        var changed = await partners.Report(reporter, "批量其二", "200000.50", "E2E-BULK-2", year: 2023);

        await county.GotoAsync($"/workbench/reports?partnership={partners.Code}&state=reported");
        foreach (var title in new[] { "批量其一", "批量其二" }) await county.GetByLabel($"选择 {title}").CheckAsync();
        await county.Press("批量全部确认");
        (await county.InnerTextAsync("main")).ShouldContain("确认 2 份，共 300,000.50 元？");
        await reporter.GotoAsync($"{changed}/do/correct");
        await reporter.Locator("#amountFen").FillAsync("250000");
        await reporter.Locator("#reason").FillAsync("少填了五万");
        await reporter.Press("提交更正");
        await reporter.GetByText("已记录：更正").WaitForAsync();

        await county.Press("全部确认（2 份）");
        (await county.InnerTextAsync("main")).ShouldContain("确认 1 份，没办成 1 份");
        (await county.GetByRole(AriaRole.Row, new() { Name = "批量其二" }).InnerTextAsync()).ShouldContain("您看到的版本已过时");
    }

    // A dispute is talked over on the report itself; what was withdrawn stays to be read and counts for nothing.
    [Fact]
    public async Task A_disputed_report_is_talked_over_corrected_returned_and_withdrawn()
    {
        var platform = await running.Loaded();
        var partners = await new Partners(platform, "e2e-dispute").Agree(twoSignatures: false);
        await using var office = await chromium.Visitor(platform.Address);
        await using var bureau = await chromium.SignedIn(platform, Roles.County);
        var (reporter, county) = (await office.NewPageAsync(), await bureau.NewPageAsync());
        await reporter.SignIn(partners.Reporter);
        var report = await partners.Report(reporter, "彩超捐赠", "", "", "goods", fill: async page =>
        {
            await page.Locator("#quantity").FillAsync("2");
            await page.Locator("#unit").FillAsync("台");
            await page.Locator("#field").SelectOptionAsync("livelihood");
        });

        await Act(county, report, "提出异议", "提出异议", "只见一台");
        await Act(reporter, report, "留言", "留言", "另一台下周送达", "#text");
        (await reporter.InnerTextAsync("section[aria-labelledby=comments]")).ShouldContain("另一台下周送达");
        await Act(county, report, "退回", "退回协作方", "送达后再报");
        await Act(reporter, report, "撤回", "撤回报告", "改为另报");
        (await reporter.InnerTextAsync("main")).ShouldContain("已撤回");
        (await reporter.InnerTextAsync("section[aria-labelledby=timeline]")).ShouldContain("提出异议");
        (await county.GotoAsync($"{report}/do/confirm"))!.Ok.ShouldBeTrue();
        await county.Press("确认");
        (await county.InnerTextAsync("main")).ShouldContain("报告当前状态不能办理此事项");
    }

    // A third decimal is a slip that its writer should see, never a rounding.
    [Fact]
    public async Task Yuan_become_fen_exactly_or_not_at_all_and_nothing_typed_is_lost()
    {
        var platform = await running.Loaded();
        var partners = await new Partners(platform, "e2e-fen").Agree(twoSignatures: false);
        await using var office = await chromium.Visitor(platform.Address);
        var page = await office.NewPageAsync();
        await page.SignIn(partners.Reporter);
        await page.GotoAsync($"/workbench/partnerships/{partners.Code}/do/report?subject=money");
        await page.Locator("#title").FillAsync("分毫不差");
        await page.Locator("#year").FillAsync("2024");
        await page.Locator("#amountFen").FillAsync("7616.585");
        await page.Locator("#deliveredOn").FillAsync("2024-05-10");
        await page.SetInputFilesAsync("#files", MonitoringActsAtScreen.Photo);
        await page.Press("提交");
        (await page.Locator("#amountFen-error").InnerTextAsync()).ShouldContain("金额最多两位小数");
        (await page.Locator("#title").InputValueAsync()).ShouldBe("分毫不差");
        (await page.InnerTextAsync("main")).ShouldContain("已上传 1 个文件");
        await page.Locator("#amountFen").FillAsync("7616.58");
        await page.Press("提交");
        (await page.InnerTextAsync("section[aria-labelledby=said]")).ShouldContain("7,616.58 元");
    }

    private static async Task NobodySignsTheirOwn(IPage reporter, string report)
    {
        await reporter.GotoAsync($"{report}/do/sign");
        await reporter.Press("复核无误，上报县级");
        (await reporter.InnerTextAsync("main")).ShouldContain("复核人与填报人为同一人");
    }

    private static async Task TheCountyConfirmsInPart(IPage county, string report)
    {
        await county.GotoAsync(report);
        await county.GetByRole(AriaRole.Link, new() { Name = "确认", Exact = true }).ClickAsync();
        await county.Locator("#confirmedFen").FillAsync("4000000");
        await county.Press("确认");
        (await county.Locator("#reason-error").InnerTextAsync()).ShouldContain("部分确认");
        await county.Locator("#reason").FillAsync("到账四百万元");
        await county.Press("确认");
        await county.GetByText("已记录：确认").WaitForAsync();
        (await county.InnerTextAsync("section[aria-labelledby=said]")).ShouldContain("4,000,000.00 元");
        await county.GotoAsync($"{report}/receipts");
        (await county.Locator("caption", new() { HasText = "回执" }).CountAsync()).ShouldBe(3); // Written, signed, confirmed.
    }

    private static async Task TheMoneyIsPaid(IPage county, string code)
    {
        await Fill(county, $"/workbench/funds/{Fund}/do/arrival", "登记到账", ("#on", "2024-06-01"), ("#fen", "4000000"), ("#voucher", "E2E-V-1"));
        await county.GotoAsync("/workbench/projects/do/project");
        await county.Locator("#category").SelectOptionAsync("industry");
        await Fill(county, null, "入库",
            ("#code", "e2e-journey-1"), ("#on", "2024-05-20"), ("#name", "浏览器测试项目"), ("#region", Partners.County), ("#year", "2024"), ("#budgetFen", "8000000"), ("#partnership", code));
        foreach (var (stage, day) in new[] { ("approved", "2024-06-02"), ("contracted", "2024-06-03") })
        {
            await county.GotoAsync("/workbench/projects/e2e-journey-1/do/stage");
            (await county.Locator("input[name=stage]").InputValueAsync()).ShouldBe(stage);
            for (var papers = 1; ; papers++)
            {
                await county.SetInputFilesAsync("#files", Enumerable.Range(0, papers).Select(Paper));
                await county.Locator("#on").FillAsync(day);
                await county.Locator("#document").FillAsync("文件〔2024〕1号");
                await county.Press("登记");
                if (await county.GetByText("已记录：").CountAsync() > 0) break;
                papers.ShouldBeLessThan(5, await county.InnerTextAsync("main"));
            }
        }

        await county.GotoAsync("/workbench/projects/e2e-journey-1/do/allocation");
        await county.Locator("#fund").SelectOptionAsync(Fund);
        await Fill(county, null, "下达", ("#on", "2024-06-04"), ("#fen", "3000000"));
        await Told(county, "/workbench/projects/e2e-journey-1", page => page.GetByRole(AriaRole.Link, new() { Name = "支付", Exact = true }));
        await county.GetByRole(AriaRole.Link, new() { Name = "支付", Exact = true }).ClickAsync();
        await county.Locator("#allocation").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await county.Locator("#purpose").SelectOptionAsync("works");
        await county.SetInputFilesAsync("#files", MonitoringActsAtScreen.Photo);
        await Fill(county, null, "登记支付", ("#on", "2024-07-01"), ("#fen", "2000000"), ("#voucher", "E2E-PV-1"));
        (await county.GetByRole(AriaRole.Region, new() { Name = "支付表" }).InnerTextAsync()).ShouldContain("2,000,000.00");
        (await county.Tile("未支付")).ShouldBe("100 万元");
    }

    private static async Task BothSeeWhereItWent(IPage reporter, string report, string code)
    {
        await Told(reporter, $"/workbench/reports?partnership={code}", page => page.Locator("td:has(data[value='200000000'])"));
        await reporter.GotoAsync($"/workbench/partnerships/{code}/trace");
        (await reporter.InnerTextAsync("main")).ShouldContain("浏览器测试项目");
        await reporter.GotoAsync("/workbench/projects");
        (await reporter.GetByRole(AriaRole.Region, new() { Name = "项目表" }).InnerTextAsync()).ShouldContain("浏览器测试项目");
        await reporter.GotoAsync($"/workbench/partnerships/{code}/years/2024");
        (await reporter.InnerTextAsync("main")).ShouldContain("5,000,000.00");
        await reporter.GotoAsync(report);
        (await reporter.InnerTextAsync("main")).ShouldContain("到账四百万元");
    }

    private static async Task Act(IPage page, string report, string link, string submit, string reason, string field = "#reason")
    {
        await page.GotoAsync(report);
        await page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();
        await page.Locator(field).FillAsync(reason);
        await page.Press(submit);
        await page.GetByText("已记录：").WaitForAsync();
    }

    private static async Task Fill(IPage page, string? address, string submit, params (string Field, string Value)[] fields)
    {
        if (address is not null) await page.GotoAsync(address);
        foreach (var (field, value) in fields) await page.Locator(field).FillAsync(value);
        await page.Press(submit);
        await page.GetByText("已记录：").WaitForAsync();
    }

    /// <summary>What one grain tells another arrives a moment later: the page is opened again until it shows it.</summary>
    private static async Task Told(IPage page, string address, Func<IPage, ILocator> shown)
    {
        for (var attempt = 0; ; attempt++)
        {
            await page.GotoAsync(address);
            if (await shown(page).CountAsync() > 0) return;
            attempt.ShouldBeLessThan(100, $"{address} never showed it:\n{await page.InnerTextAsync("main")}");
            await Task.Delay(100);
        }
    }

    /// <summary>A file of its own each time: evidence is told apart by its bytes.</summary>
    private static FilePayload Paper(int number) => new()
    {
        Name = $"{number}.png", MimeType = "image/png", Buffer = [.. MonitoringActsAtScreen.Photo.Buffer, (byte)number],
    };
}
