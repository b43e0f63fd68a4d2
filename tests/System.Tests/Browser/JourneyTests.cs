using System.Globalization;
using System.Net.Http.Json;
using Microsoft.Playwright;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Villages;
using Revitalization.SystemTests.Standalone;

namespace Revitalization.SystemTests.Browser;

/// <summary>The main job, at the screen: a sheet goes in, two people publish, the public reads the figure.</summary>
public sealed class JourneyTests(Chromium chromium)
{
    private const string County = "510823";
    private static readonly string FirstId = MadeUp.NationalId(new(1971, 3, 5), 711), SecondId = MadeUp.NationalId(new(1983, 7, 19), 712);

    [Fact]
    public async Task From_a_spreadsheet_to_the_public_figure()
    {
        // Its own: what other tests register here would decide which figures disclosure control lets out.
        await using var platform = await StandaloneProcess.Start();
        await platform.Loaded();
        await using var context = await chromium.Visitor(platform.Address);
        var page = await context.NewPageAsync();
        await page.SignIn(platform.SignIn(Roles.County));

        await BadRowsComeBackAndGoodOnesStay(page, await Village(platform));
        await MembersFollow(page);
        await TheHouseholdIsFoundByANumberThatStandsInNoAddress(page);
        await AWrongNumberIsRefusedAtItsFieldAndNothingTypedIsLost(page);
        await AnIncomeShowsItsWorking(page);
        var registered = await Registered(platform);
        var number = await OnePersonProposesAndMayNotApprove(page);
        await AnotherApproves(platform, number);
        await ThePortalShowsIt(platform, number, registered);
    }

    private static async Task BadRowsComeBackAndGoodOnesStay(IPage page, string village)
    {
        await page.Import("households", "户.csv",
            $"""
            户编号,行政村代码,户类型,信息更新日期
            E2E-0001,{village},脱贫户,2024-01-10
            E2E-0002,{village},一般户,2024-01-10
            E2E-0003,{village},外星户,2024-01-10
            """);
        (await page.Tile("读入行")).ShouldBe("3");
        (await page.Tile("入库")).ShouldBe("2");
        (await page.Tile("退回")).ShouldBe("1");
        var refused = page.GetByRole(AriaRole.Region, new() { Name = "退回的行" });
        (await refused.InnerTextAsync()).ShouldContain("户类型");
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "下载错误文件" }).ClickAsync());
        var errors = await File.ReadAllTextAsync(await file.PathAsync());
        errors.ShouldContain("户类型");
        errors.ShouldContain("4"); // The sheet's own row number: headings are row 1.
    }

    private static async Task MembersFollow(IPage page)
    {
        await page.Import("members", "成员.csv",
            $"""
            户编号,人编号,姓名,证件号码,与户主关系,劳动技能,务工区域,信息更新日期
            E2E-0001,E2E-0001-01,甲测试,{FirstId},户主,普通劳动力,县内,2024-01-10
            E2E-0002,E2E-0002-01,乙测试,{SecondId},户主,普通劳动力,省外,2024-01-10
            """);
        (await page.Tile("入库")).ShouldBe("2");
    }

    private static async Task TheHouseholdIsFoundByANumberThatStandsInNoAddress(IPage page)
    {
        await page.GotoAsync("/workbench/households");
        await page.GetByLabel("身份证号码").FillAsync(FirstId);
        await page.Press("查找");
        page.Url.ShouldNotContain(FirstId);
        await page.GetByRole(AriaRole.Link, new() { Name = "E2E-0001" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "户 E2E-0001", Level = 1 }).WaitForAsync();
        var shown = await page.InnerTextAsync("main");
        shown.ShouldContain("甲测试");
        shown.ShouldNotContain(FirstId);
        (await page.Locator("ol.history > li").CountAsync()).ShouldBeGreaterThanOrEqualTo(2);
    }

    private static async Task AWrongNumberIsRefusedAtItsFieldAndNothingTypedIsLost(IPage page)
    {
        var wrong = FirstId[..17] + (FirstId[17] == '0' ? '1' : '0');
        await page.GetByRole(AriaRole.Link, new() { Name = "登记成员" }).ClickAsync();
        await page.GetByLabel("姓名").FillAsync("丙测试");
        await page.GetByLabel("身份证号码").FillAsync(wrong);
        await page.GetByLabel("与户主关系").SelectOptionAsync("spouse");
        await page.GetByLabel("劳动能力").SelectOptionAsync("able");
        await page.GetByLabel("就业去向").SelectOptionAsync("none");
        await page.GetByLabel("文化程度").SelectOptionAsync("primary");
        await page.Press("保存");
        (await page.GetByLabel("身份证号码").GetAttributeAsync("aria-invalid")).ShouldBe("true");
        (await page.Locator("#nationalId-error").InnerTextAsync()).Trim().ShouldNotBeEmpty();
        (await page.GetByLabel("姓名").InputValueAsync()).ShouldBe("丙测试");
        (await page.GetByLabel("与户主关系").InputValueAsync()).ShouldBe("spouse");
    }

    private static async Task AnIncomeShowsItsWorking(IPage page)
    {
        await page.GotoAsync("/workbench/households/E2E-0001/incomes/new");
        await page.GetByLabel("季度").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await page.GetByLabel("工资性收入").FillAsync("3000");
        await page.GetByLabel("经营性收入").FillAsync("1200.50");
        await page.GetByLabel("生产经营支出").FillAsync("200.25");
        await page.Press("保存");
        await page.GetByText("收入已保存").WaitForAsync();
        await page.GetByText("人均纯收入怎么算的").ClickAsync();
        (await page.InnerTextAsync("main")).ShouldContain("3,000.00 + 1,200.50 − 200.25 + 0.00 + 0.00 = 4,000.25 元；4,000.25 ÷ 1 人 = 4,000.25 元");
    }

    private static async Task<int> OnePersonProposesAndMayNotApprove(IPage page)
    {
        await page.GotoAsync("/workbench/releases");
        await page.GetByLabel("说明").FillAsync("端到端测试");
        await page.Press("提出");
        await page.GetByText("已提出").First.WaitForAsync();
        (await page.GetByRole(AriaRole.Button, new() { Name = "核准并发布" }).CountAsync()).ShouldBe(0);
        var heading = await page.Locator("#proposed").InnerTextAsync();
        return int.Parse(new string([.. heading.SkipWhile(letter => !char.IsAsciiDigit(letter)).TakeWhile(char.IsAsciiDigit)]), CultureInfo.InvariantCulture);
    }

    // The second person's account is opened on the pages too, by the security administrator.
    private async Task AnotherApproves(StandaloneProcess platform, int number)
    {
        const string account = "e2e-second", password = "correct-horse-47";
        await using (var security = await chromium.Visitor(platform.Address))
        {
            var page = await security.NewPageAsync();
            await page.SignIn(platform.SignIn(Roles.SecurityAdministrator));
            await page.GotoAsync("/workbench/accounts/new");
            await page.GetByLabel("账号", new() { Exact = true }).FillAsync(account);
            await page.GetByLabel("角色", new() { Exact = true }).SelectOptionAsync(Roles.County);
            await page.GetByLabel("管辖范围", new() { Exact = true }).FillAsync($"region:{County}");
            await page.Press("保存");
            await page.GetByLabel("新密码").FillAsync(password);
            await page.Press("设置密码");
            await page.GetByText("密码已设置").WaitForAsync();
        }

        await using var second = await chromium.Visitor(platform.Address);
        var approval = await second.NewPageAsync();
        await approval.SignIn(account, password);
        await approval.GotoAsync("/workbench/releases");
        await approval.Press("核准并发布");
        await approval.GetByText("已核准并签名发布").WaitForAsync();
        (await approval.GetByRole(AriaRole.Region, new() { Name = "已发布列表" }).InnerTextAsync()).ShouldContain(account);
        number.ShouldBePositive();
    }

    private async Task ThePortalShowsIt(StandaloneProcess platform, int number, decimal households)
    {
        await using var reader = await chromium.Visitor(platform.Address);
        var page = await reader.NewPageAsync();
        for (var tries = 0; tries < 60; tries++)
        {
            await page.GotoAsync("/");
            if ((await page.InnerTextAsync("body")).Contains($"第 {number} 次发布", StringComparison.Ordinal)) break;
            await Task.Delay(500);
        }

        (await page.InnerTextAsync(".hero")).ShouldContain($"第 {number} 次发布");
        (await Households(platform)).ShouldBe(households);
        await page.GotoAsync(await platform.Fill($"/figure/{County}/{{period}}/households"));
        (await page.Tile("数值")).ShouldStartWith(households.ToString("#,0", CultureInfo.InvariantCulture));
    }

    private static async Task<decimal> Households(StandaloneProcess platform)
    {
        using var visitor = platform.Visitor();
        var newest = await visitor.GetFromJsonAsync<PageAddresses.ObservationPage>(
            $"/odata/Observations?$filter=RegionCode eq '{County}' and PeriodKind eq 'Quarter' and IndicatorCode eq 'households'&$orderby=Period desc&$top=1");
        return newest!.Value[0].Value!.Value;
    }

    /// <summary>Households of the register itself: what the public figure must say.</summary>
    private static async Task<decimal> Registered(StandaloneProcess platform)
    {
        using var county = platform.As(Roles.County);
        var (active, cursor) = (0, (string?)null);
        do
        {
            using var answer = await county.PostAsJsonAsync("/api/households/search", new HouseholdSearch(RegionCode: County, Cursor: cursor, Limit: 200));
            answer.EnsureSuccessStatusCode();
            var page = (await answer.Content.ReadFromJsonAsync<Page<HouseholdFound>>())!;
            active += page.Items.Count(household => household.Active);
            cursor = page.NextCursor;
        } while (cursor is not null);
        active.ShouldBeGreaterThan(100);
        return active;
    }

    private static async Task<string> Village(StandaloneProcess platform)
    {
        using var county = platform.As(Roles.County);
        var villages = await county.GetFromJsonAsync<Page<VillageView>>($"/api/villages?region={County}&limit=1");
        return villages!.Items[0].Code;
    }
}
