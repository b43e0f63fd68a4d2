using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Revitalization.Contracts.Accounts;
using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Identity;
using Revitalization.SystemTests.Standalone;

namespace Revitalization.SystemTests.Browser;

/// <summary>A partnership of a test's own with the sample's county 旺苍, and the partner city's two people.</summary>
internal sealed class Partners(StandaloneProcess platform, string code)
{
    public const string County = "510821";
    private const string Password = "Correct-Horse-12-Battery";

    public string Code => code;

    public SignIn Reporter => new(Roles.PartnerCity, $"partnership:{code}", $"{code}-1", Password, null);

    public SignIn Signer => Reporter with { Account = $"{code}-2" };

    public async Task<Partners> Agree(bool twoSignatures = true)
    {
        using var county = platform.As(Roles.County);
        await Put(county, $"/api/partnerships/{code}", new AgreementBody("east-west", "330109", County, 2021, null, "浏览器测试协议", twoSignatures));
        using var security = platform.As(Roles.SecurityAdministrator);
        foreach (var account in new[] { Reporter.Account, Signer.Account })
        {
            await Put(security, $"/api/accounts/{account}", new AccountBody(Roles.PartnerCity, [$"partnership:{code}"]));
            await Put(security, $"/api/accounts/{account}/password", new PasswordBody(Password));
        }

        return this;
    }

    /// <summary>Fills and sends the form; the report's page then says so. The address of that page is answered.</summary>
    /// <param name="year">Its money is a fund's of that year, which tests share: one that counts to the fen takes a year of its own.</param>
    public async Task<string> Report(IPage page, string title, string amount, string transfer, string form = "money", int year = 2024, Func<IPage, Task>? fill = null)
    {
        await page.GotoAsync($"/workbench/partnerships/{code}/do/report?subject={form}");
        await page.Locator("#title").FillAsync(title);
        await page.Locator("#year").FillAsync(year.ToString(CultureInfo.InvariantCulture));
        await page.Locator("#amountFen").FillAsync(amount);
        await page.Locator("#deliveredOn").FillAsync("2024-05-10");
        await page.Locator("#transfers").FillAsync(transfer);
        await page.SetInputFilesAsync("#files", MonitoringActsAtScreen.Photo);
        if (fill is not null) await fill(page);
        await page.Press("提交");
        await page.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1 }).WaitForAsync();
        return new Uri(page.Url).AbsolutePath;
    }

    public static async Task Sign(IPage page, string report)
    {
        await page.GotoAsync(report);
        await page.GetByRole(AriaRole.Link, new() { Name = "复核并上报" }).ClickAsync();
        await page.Press("复核无误，上报县级");
        await page.GetByText("已记录：").WaitForAsync();
    }

    private static async Task Put(HttpClient client, string address, object body)
    {
        using var answer = await client.PutAsJsonAsync(address, body, JsonSerializerOptions.Web);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{address}: {await answer.Content.ReadAsStringAsync()}");
    }
}
