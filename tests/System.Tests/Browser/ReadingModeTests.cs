using Microsoft.Playwright;
using Revitalization.SystemTests.Standalone;

namespace Revitalization.SystemTests.Browser;

/// <summary>适老, 无障碍: one button on each page, kept in the browser, with no script.</summary>
public sealed class ReadingModeTests(RunningPlatform running, Chromium chromium)
{
    private static readonly string[] Looked = ["/", "/regions/510823", "/monitoring", "/partnerships/xiaoshan-wangcang", "/documents/sample-plan-2022", "/data/chart", "/about"];

    private const string TypePixels = "parseFloat(getComputedStyle(document.body).fontSize)";

    [Fact]
    public async Task Large_type_is_chosen_on_any_page_without_script_and_stays_until_it_is_given_up()
    {
        var platform = await running.Loaded();
        await using var context = await chromium.Visitor(platform.Address, options => options.JavaScriptEnabled = false);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/regions/510823?indicator=people");
        var plain = await page.EvaluateAsync<double>(TypePixels);
        await page.GetByRole(AriaRole.Button, new() { Name = "适老·无障碍版" }).ClickAsync();
        page.Url.ShouldEndWith("/regions/510823?indicator=people");
        (await page.EvaluateAsync<double>(TypePixels)).ShouldBeGreaterThan(plain * 1.2);
        await page.GotoAsync("/documents");
        (await page.Locator("html.easy").CountAsync()).ShouldBe(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "回到常规版" }).ClickAsync();
        (await page.Locator("html.easy").CountAsync()).ShouldBe(0);
        (await context.CookiesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_in_large_type_break_no_rule_in_light_and_dark()
    {
        var platform = await running.Loaded();
        await using var context = await chromium.Visitor(platform.Address);
        await context.AddCookiesAsync([new() { Name = "reading", Value = "easy", Url = platform.Address.ToString() }]);
        var page = await context.NewPageAsync();
        foreach (var address in Looked)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await page.GotoAsync(address);
            (await page.Violations()).ShouldBeEmpty(address);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            (await page.ColourViolations()).ShouldBeEmpty($"{address} in dark colours");
        }
    }

    // The choice is the same for everyone who makes it: nothing in it could tell two readers apart. A cache keeps both kinds of a page.
    [Fact]
    public async Task The_choice_says_nothing_of_the_reader_and_leads_to_no_other_site()
    {
        var platform = await running.Loaded();
        using var visitor = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = platform.Address };
        using var foreign = await visitor.PostAsync("/reading?mode=easy&back=//elsewhere.example/", null);
        foreign.Headers.Location.ShouldBe(new Uri("/", UriKind.Relative));
        foreign.Headers.GetValues("Set-Cookie").Single().ShouldStartWith("reading=easy;");
        using var plain = await visitor.GetAsync("/about");
        plain.Headers.Vary.ShouldContain("Cookie");
        using var easy = new HttpRequestMessage(HttpMethod.Get, "/about");
        easy.Headers.Add("Cookie", "reading=easy");
        easy.Headers.IfNoneMatch.Add(plain.Headers.ETag!);
        using var answer = await visitor.SendAsync(easy);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("class=\"easy\"");
    }
}
