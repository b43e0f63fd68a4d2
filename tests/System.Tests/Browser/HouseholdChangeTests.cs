using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.SystemTests.Standalone;

namespace Revitalization.SystemTests.Browser;

/// <summary>What changes a household as a whole, at the screen: another head, a split, a merge, closing, lawful erasure.</summary>
public sealed class HouseholdChangeTests(RunningPlatform running, Chromium chromium)
{
    private const string Village = "510823100901";

    [Fact]
    public async Task A_household_changes_its_head_splits_merges_again_and_is_closed()
    {
        var platform = await running.Loaded();
        await Given(platform, "CHG-1", 801, 802, 803);
        await using var context = await chromium.Visitor(platform.Address);
        var page = await context.NewPageAsync();
        await page.SignIn(platform.SignIn(Roles.County));

        await Open(page, "CHG-1", "变更户主");
        await page.GetByLabel("新户主", new() { Exact = true }).SelectOptionAsync("2");
        await page.GetByLabel("原户主是新户主的").SelectOptionAsync("spouse");
        await page.Press("记录变更");
        await page.GetByText("户主已变更。").WaitForAsync();

        await Open(page, "CHG-1", "分户");
        await page.GetByLabel("新户编号").FillAsync("CHG-2");
        await page.GetByLabel("新户户主").SelectOptionAsync("3");
        await page.Press("记录分户");
        await page.GetByText("请至少选择一名成员。").First.WaitForAsync(); // Nothing typed is lost.
        (await page.GetByLabel("新户编号").InputValueAsync()).ShouldBe("CHG-2");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "变测试三" }).CheckAsync();
        await page.Press("记录分户");
        await page.GetByText("分户已记录").WaitForAsync();
        await Until(platform, "CHG-2", household => household.Members.Count == 1);

        await Open(page, "CHG-2", "并户");
        await page.GetByLabel("并入的户编号").FillAsync("CHG-1");
        await page.Press("记录并户");
        await page.GetByText("并户已记录").WaitForAsync();
        await Until(platform, "CHG-1", household => household.Members.Count == 3);

        await Given(platform, "CHG-3");
        await Open(page, "CHG-3", "销户");
        await page.GetByLabel("因何").SelectOptionAsync("listed-in-error");
        await page.GetByLabel("原因").FillAsync("重复登记");
        await page.Press("记录销户");
        await page.GetByText("此户已注销。").WaitForAsync();
    }

    // It cannot be undone: the member's number is typed once more, and what was sealed is noise from then on.
    [Fact]
    public async Task A_person_is_erased_by_law_and_nobody_reads_the_name_again()
    {
        var platform = await running.Loaded();
        await Given(platform, "CHG-9", 811, 812);
        await using var context = await chromium.Visitor(platform.Address);
        var page = await context.NewPageAsync();
        await page.SignIn(platform.SignIn(Roles.County));
        await page.GotoAsync("/workbench/households/CHG-9/members/2/erase");
        await page.GetByLabel("保存期限届满之日").FillAsync("2024-01-01");
        await page.GetByLabel("再次填写成员编号").FillAsync("1");
        await page.Press("删除个人信息");
        await page.Locator("#again-error").WaitForAsync();
        await page.GetByLabel("再次填写成员编号").FillAsync("2");
        await page.Press("删除个人信息");

        await page.GetByText("个人信息已依法删除。").WaitForAsync();
        (await page.GetByText("变测试二").CountAsync()).ShouldBe(0);
        await page.GetByText("（已依法删除）").First.WaitForAsync();
    }

    private static async Task Open(IPage page, string household, string form)
    {
        await page.GotoAsync($"/workbench/households/{household}");
        await page.GetByRole(AriaRole.Link, new() { Name = form, Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = form, Level = 1 }).WaitForAsync();
    }

    private static async Task Given(StandaloneProcess platform, string household, params int[] people)
    {
        using var county = platform.As(Roles.County);
        await Put(county, $"/api/households/{household}", new HouseholdBody(Village, "ordinary", new(2024, 1, 5)));
        string[] names = ["变测试一", "变测试二", "变测试三"], relations = ["head", "spouse", "child"];
        for (var at = 0; at < people.Length; at++)
            await Put(county, $"/api/households/{household}/members/{at + 1}", new MemberBody(names[at], MadeUp.NationalId(new(1970 + at, 2, 3), people[at]), relations[at], new(2024, 1, 5)));
    }

    private static async Task Put(HttpClient county, string address, object body)
    {
        using var answer = await county.PutAsJsonAsync(address, body, JsonSerializerOptions.Web);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The other side of a split or merge follows by a reactor.</summary>
    private static async Task Until(StandaloneProcess platform, string household, Func<HouseholdView, bool> holds)
    {
        using var county = platform.As(Roles.County);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            using var answer = await county.GetAsync($"/api/households/{household}", patience.Token);
            if (answer.IsSuccessStatusCode && holds((await answer.Content.ReadFromJsonAsync<HouseholdView>(JsonSerializerOptions.Web, patience.Token))!)) return;
            await Task.Delay(50, patience.Token);
        }
    }
}
