using Microsoft.Playwright;
using Revitalization.SystemTests.Standalone;

namespace Revitalization.SystemTests.Browser;

/// <summary>What people do at the keyboard, in the words of the pages.</summary>
internal static class People
{
    public static async Task SignIn(this IPage page, string account, string password)
    {
        await page.GotoAsync("/workbench/sign-in");
        await page.GetByLabel("账号").FillAsync(account);
        await page.GetByLabel("密码").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "我的工作台", Level = 1 }).WaitForAsync();
    }

    public static Task SignIn(this IPage page, SignIn who) => page.SignIn(who.Account, who.Password);

    public static Task Press(this IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Uploads a sheet and waits until the page says how it ended.</summary>
    public static async Task Import(this IPage page, string kind, string fileName, string content)
    {
        await page.GotoAsync("/workbench/imports");
        await page.GetByLabel("表的内容").SelectOptionAsync(kind);
        // An officer of several counties says which one the sheet is of.
        if (await page.GetByLabel("地区").CountAsync() > 0) await page.GetByLabel("地区").SelectOptionAsync("510823");
        await page.GetByLabel("文件", new() { Exact = true }).SetInputFilesAsync(new FilePayload
        {
            Name = fileName, MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(content),
        });
        await page.Press("上传并导入");
        await page.Locator("#progress").GetByText("✓ 已完成").WaitForAsync(new() { Timeout = 60_000 });
    }

    /// <summary>The figure under a heading of the tiles.</summary>
    public static async Task<string> Tile(this IPage page, string heading) =>
        (await page.Locator($"dl.tiles div:has(dt:text-is('{heading}')) dd").First.InnerTextAsync()).Trim();
}
