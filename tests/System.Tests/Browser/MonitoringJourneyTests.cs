using Microsoft.Playwright;
using Revitalization.Contracts.Identity;
using Revitalization.SystemTests.Standalone;

namespace Revitalization.SystemTests.Browser;

/// <summary>The chain of monitoring clicked through by the people whose steps they are: the village on its phone, township and county at their desks.</summary>
public sealed class MonitoringJourneyTests(RunningPlatform running, Chromium chromium)
{
    private const int PhoneWidth = 390;

    [Fact]
    public async Task From_a_clue_on_a_phone_to_help_seen_on_the_board_and_a_risk_that_is_cleared()
    {
        var platform = await running.Loaded();
        var household = await platform.NewHousehold("E2E-MON-1");
        await using var phone = await Phone(platform);
        await using var office = await chromium.SignedIn(platform, Roles.Township);
        await using var bureau = await chromium.SignedIn(platform, Roles.County);
        var (village, township, county) = (await phone.NewPageAsync(), await office.NewPageAsync(), await bureau.NewPageAsync());
        var acts = new MonitoringActsAtScreen(household);

        await acts.Admit(village, township, county);
        await MeasuresArePlannedAndDone(acts, village);
        await AWrongVisitIsTakenBack(acts, village);
        await TheFileSaysWhatAndWhy(acts, village, household);
        await TheBoardLeadsToTheList(county, household);
        await PaperNamesThePeople(county, household);
        await TheRiskIsCleared(acts, village, township, county);
    }

    // A list of ten households to approve is one page and one confirmation, not ten forms; what cannot be done says why.
    [Fact]
    public async Task Several_households_are_dispatched_at_once_and_each_says_how_it_went()
    {
        var platform = await running.Loaded();
        var (ready, notReady) = (await platform.NewHousehold("E2E-MON-2"), await platform.NewHousehold("E2E-MON-3"));
        await using var phone = await Phone(platform);
        await using var office = await chromium.SignedIn(platform, Roles.Township);
        var (village, township) = (await phone.NewPageAsync(), await office.NewPageAsync());
        foreach (var household in new[] { ready, notReady })
        {
            await new MonitoringActsAtScreen(household).Do(village, "登记线索", "登记线索", 10, page => page.GetByLabel("什么风险").SelectOptionAsync("illness"));
        }

        await new MonitoringActsAtScreen(notReady).UpToTheVerification(village, township);
        await township.GotoAsync("/workbench/monitoring?region=510823100901");
        foreach (var household in new[] { ready, notReady }) await township.GetByLabel($"选择户 {household}", new() { Exact = true }).CheckAsync();
        await township.Press("派发核查");
        (await township.InnerTextAsync("main")).ShouldContain("确认：2 户");
        await township.GetByLabel("核查员账号").FillAsync("village");
        await township.Press("派发（2 户）");
        var results = township.GetByRole(AriaRole.Region, new() { Name = "办理结果表" });
        (await results.GetByRole(AriaRole.Row, new() { Name = ready }).InnerTextAsync()).ShouldContain("✓ 已办");
        (await results.GetByRole(AriaRole.Row, new() { Name = notReady }).InnerTextAsync()).ShouldContain("当前环节不能办理此事项");
        await township.Press("派发（1 户）");
        (await township.InnerTextAsync("main")).ShouldContain("办成 0 户，没办成 1 户");
    }

    // What is wrong stands at its field with its remedy, and nothing typed or uploaded is lost.
    [Fact]
    public async Task A_refusal_stands_at_its_field_and_an_uploaded_file_is_kept()
    {
        var platform = await running.Loaded();
        var household = await platform.NewHousehold("E2E-MON-4");
        await using var phone = await Phone(platform);
        await using var office = await chromium.SignedIn(platform, Roles.Township);
        var (village, township) = (await phone.NewPageAsync(), await office.NewPageAsync());
        var acts = new MonitoringActsAtScreen(household);
        await acts.Do(village, "登记线索", "登记线索", 10, page => page.GetByLabel("什么风险").SelectOptionAsync("illness"));
        await acts.Do(township, "派发核查", "派发", 9, page => page.GetByLabel("核查员账号").FillAsync("village"));

        await village.GotoAsync($"{acts.Address}/verification");
        await village.GetByLabel("发现风险", new() { Exact = true }).CheckAsync();
        await village.GetByLabel("因病").CheckAsync();
        await village.SetInputFilesAsync("#files", MonitoringActsAtScreen.Photo);
        await village.Press("登记核查结果");
        (await village.GetByLabel("预计哪天能消除风险").GetAttributeAsync("aria-invalid")).ShouldBe("true");
        (await village.Locator("#expectedClearOn-error").InnerTextAsync()).ShouldContain("须填写预计消除风险的日期");
        (await village.GetByLabel("因病").IsCheckedAsync()).ShouldBeTrue();
        (await village.InnerTextAsync("main")).ShouldContain("已上传 1 个文件");

        await village.GetByLabel("预计哪天能消除风险").FillAsync(MonitoringActsAtScreen.Ago(-100));
        await village.Press("登记核查结果");
        await village.GetByText("已记录：登记入户核查").WaitForAsync();
    }

    private Task<IBrowserContext> Phone(StandaloneProcess platform) =>
        chromium.SignedIn(platform, Roles.VillageMonitor, options => options.ViewportSize = new() { Width = PhoneWidth, Height = 800 });

    private static async Task MeasuresArePlannedAndDone(MonitoringActsAtScreen acts, IPage village)
    {
        await acts.Do(village, "制定帮扶措施", "保存措施", 33, async page =>
        {
            await page.GetByLabel("什么措施").FillAsync("医疗救助");
            await page.GetByLabel("金额（元）").FillAsync("3000");
            await page.GetByLabel("哪天前完成").FillAsync(MonitoringActsAtScreen.Ago(-30));
        });
        await acts.Do(village, "制定增收目标", "保存目标", 32, page => page.Locator("#perHeadFen").FillAsync("12000"));
        await acts.Do(village, "登记完成 （医疗救助）", "登记完成", 25, page => page.Locator("#result").FillAsync("已报销"));
        (await village.GetByRole(AriaRole.Region, new() { Name = "帮扶措施表" }).InnerTextAsync()).ShouldContain("3,000.00");
    }

    private static async Task AWrongVisitIsTakenBack(MonitoringActsAtScreen acts, IPage village)
    {
        await village.GotoAsync($"{acts.Address}/visits");
        await village.GetByLabel("住房安全").CheckAsync();
        await village.Press("记录走访");
        await village.GetByText("已记录：记录走访").WaitForAsync();
        await village.GetByRole(AriaRole.Link, new() { Name = $"撤回 （{MonitoringActsAtScreen.Ago(0)} 走访）" }).ClickAsync();
        await village.Locator("#reason").FillAsync("记错了户");
        await village.Press("撤回");
        await village.GetByText("已记录：撤回").WaitForAsync();
        (await village.Locator("section[aria-labelledby=visits]").InnerTextAsync()).ShouldContain("还没有走访记录");
        (await village.Locator("section[aria-labelledby=timeline]").InnerTextAsync()).ShouldContain("记错了户");
    }

    private static async Task TheFileSaysWhatAndWhy(MonitoringActsAtScreen acts, IPage village, string household)
    {
        await village.GotoAsync(acts.Address);
        (await village.Locator("section[aria-labelledby=now]").InnerTextAsync()).ShouldContain("黄色");
        (await village.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(PhoneWidth);
        await village.GotoAsync($"/workbench/households/{household}/explain");
        (await village.InnerTextAsync("main")).ShouldContain("对半年以上无法消除风险的,实行黄色预警");
        await village.GetByLabel("业务日期").FillAsync(MonitoringActsAtScreen.Ago(36));
        await village.Press("查看");
        (await village.InnerTextAsync("section[aria-labelledby=answer]")).ShouldContain("待县级审定");
    }

    private static async Task TheBoardLeadsToTheList(IPage county, string household)
    {
        await county.GotoAsync("/workbench/board?region=510823");
        await county.GetByRole(AriaRole.Region, new() { Name = "按类别" }).GetByRole(AriaRole.Link, new() { Name = "突发严重困难户" }).ClickAsync();
        county.Url.ShouldContain("kind=sudden-hardship");
        (await county.GetByRole(AriaRole.Region, new() { Name = "监测名单表" }).InnerTextAsync()).ShouldContain(household);
        var sheet = await county.RunAndWaitForDownloadAsync(() => county.GetByRole(AriaRole.Link, new() { Name = "导出 Excel" }).ClickAsync());
        sheet.SuggestedFilename.ShouldEndWith(".xlsx");
        var bytes = await File.ReadAllBytesAsync(await sheet.PathAsync());
        bytes.AsSpan(0, 2).ToArray().ShouldBe("PK"u8.ToArray());
    }

    // The file to be printed names the household's people; the screen masks them.
    private static async Task PaperNamesThePeople(IPage county, string household)
    {
        await county.GotoAsync($"/workbench/households/{household}/monitoring/print");
        (await county.InnerTextAsync("main")).ShouldContain("监测户主");
        await county.GotoAsync($"/workbench/households/{household}/monitoring");
        (await county.InnerTextAsync("main")).ShouldNotContain("监测户主");
    }

    // Cleared is the end of a procedure; the file stays, without a colour, and the village may report a new clue.
    private static async Task TheRiskIsCleared(MonitoringActsAtScreen acts, IPage village, IPage township, IPage county)
    {
        await acts.Clear(village, township, county);
        await village.GotoAsync(acts.Address);
        var now = await village.Locator("section[aria-labelledby=now]").InnerTextAsync();
        now.ShouldContain(MonitoringActsAtScreen.Ago(3));
        now.ShouldNotContain("黄色");
        (await village.GetByRole(AriaRole.Link, new() { Name = "登记线索", Exact = true }).CountAsync()).ShouldBe(1);
    }
}
