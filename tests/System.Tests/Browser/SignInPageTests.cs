using Microsoft.Playwright;
using Revitalization.Contracts.Identity;
using Revitalization.SystemTests.Standalone;

namespace Revitalization.SystemTests.Browser;

public sealed class SignInPageTests(RunningPlatform running, Chromium chromium)
{
    [Fact]
    public async Task Signing_in_needs_no_mouse()
    {
        var platform = await running.Loaded();
        await using var context = await chromium.Visitor(platform.Address);
        var page = await context.NewPageAsync();
        var who = platform.SignIn(Roles.Township);
        await page.GotoAsync("/workbench/sign-in");
        await TabTo(page, "account");
        await page.Keyboard.TypeAsync(who.Account);
        await TabTo(page, "password");
        await page.Keyboard.TypeAsync(who.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "我的工作台", Level = 1 }).WaitForAsync();
    }

    // The first stop of the Tab key is the way past the navigation.
    [Fact]
    public async Task The_first_key_stroke_offers_to_skip_the_navigation()
    {
        var platform = await running.Loaded();
        await using var context = await chromium.Visitor(platform.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        (await Focused(page, "textContent")).ShouldBe("跳到正文");
        await page.Keyboard.PressAsync("Enter");
        (await Focused(page, "id")).ShouldBe("main");
    }

    [Fact]
    public async Task A_wrong_password_is_said_so_and_lets_nobody_in()
    {
        var platform = await running.Loaded();
        await using var context = await chromium.Visitor(platform.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/workbench/sign-in");
        await page.GetByLabel("账号").FillAsync("nobody-" + nameof(SignInPageTests).ToLowerInvariant());
        await page.GetByLabel("密码").FillAsync("wrong-password-000");
        await page.Press("登录");
        (await page.GetByRole(AriaRole.Alert).InnerTextAsync()).ShouldContain("账号或密码不正确");
        (await context.CookiesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_not_signed_in_comes_back_to_the_page_they_wanted()
    {
        var platform = await running.Loaded();
        await using var context = await chromium.Visitor(platform.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/workbench/imports");
        page.Url.ShouldContain("/workbench/sign-in");
        await page.GetByLabel("账号").FillAsync(platform.SignIn(Roles.County).Account);
        await page.GetByLabel("密码").FillAsync(platform.SignIn(Roles.County).Password);
        await page.Press("登录");
        await page.GetByRole(AriaRole.Heading, new() { Name = "导入数据", Level = 1 }).WaitForAsync();
    }

    // Another site could otherwise use our sign-in page to send people on to itself.
    [Theory]
    [InlineData("https://example.invalid/")]
    [InlineData("//example.invalid/")]
    [InlineData("/\\example.invalid/")]
    public async Task The_sign_in_page_leads_to_no_other_site(string returnTo)
    {
        var platform = await running.Loaded();
        using var visitor = platform.Visitor();
        var html = await visitor.GetStringAsync($"/workbench/sign-in?returnTo={Uri.EscapeDataString(returnTo)}");
        html.ShouldNotContain("example.invalid");
    }

    // A shared computer: after signing out, "back" must not show the last household.
    [Fact]
    public async Task After_signing_out_the_pages_are_closed()
    {
        var platform = await running.Loaded();
        await using var context = await chromium.Visitor(platform.Address);
        var page = await context.NewPageAsync();
        await page.SignIn(platform.SignIn(Roles.VillageMonitor));
        await page.GotoAsync("/workbench/households");
        await page.Press("退出");
        await page.GotoAsync("/workbench/households");
        page.Url.ShouldContain("/workbench/sign-in");
    }

    private static Task<string> Focused(IPage page, string property) => page.EvaluateAsync<string>($"document.activeElement.{property}");

    private static async Task TabTo(IPage page, string id)
    {
        for (var stop = 0; stop < 20 && await Focused(page, "id") != id; stop++) await page.Keyboard.PressAsync("Tab");
        (await Focused(page, "id")).ShouldBe(id);
    }
}
