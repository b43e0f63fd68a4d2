using Microsoft.Playwright;
using Revitalization.SystemTests.Standalone;

namespace Revitalization.SystemTests.Browser;

/// <summary>What holds for every page of the product, seen by everyone who may see it.</summary>
public sealed class EveryPageTests(RunningPlatform running, Chromium chromium)
{
    public static TheoryData<string?, string> Pages { get; } = new(
        PageList.Public.Select(address => ((string?)null, address))
            .Concat(PageList.Signed.SelectMany(role => role.Value.Select(address => ((string?)role.Key, address)))));

    // A clerk who cannot see, or not well, works with the same register (WCAG 2.2 AA, GB/T 37668).
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_breaks_a_rule_of_accessibility(string? role, string address)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var context = await Open(role, options => (options.BypassCSP, options.ColorScheme) = (true, scheme));
            var page = await Visit(context, role, address);
            (await page.Violations()).ShouldBeEmpty($"{address} in {scheme}");
        }
    }

    // Most village work is done on a phone; 320 px is WCAG's reflow width.
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_scrolls_sideways_on_a_phone(string? role, string address)
    {
        await using var context = await Open(role, options => options.ViewportSize = new() { Width = 320, Height = 640 });
        var page = await Visit(context, role, address);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320);
    }

    // Our own policy forbids inline scripts, styles and foreign sources; a page that breaks it shows up here, not at a county.
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_breaks_the_content_policy_or_leaves_an_error_in_the_console(string? role, string address)
    {
        await using var context = await Open(role);
        var page = await context.NewPageAsync();
        if (role is not null) await page.SignIn((await running.Loaded()).SignIn(role));
        var errors = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error" && !message.Text.Contains("status of 404", StringComparison.Ordinal)) errors.Add(message.Text); };
        page.PageError += (_, error) => errors.Add(error);
        await page.GotoAsync(await (await running.Loaded()).Fill(address));
        errors.ShouldBeEmpty();
    }

    private async Task<IBrowserContext> Open(string? role, Action<BrowserNewContextOptions>? configure = null)
    {
        var platform = await running.Loaded();
        if (role is not null) Assert.SkipUnless(platform.SignIns().Any(entry => entry.Role == role), $"The sample has no {role}.");
        return await chromium.Visitor(platform.Address, configure);
    }

    private async Task<IPage> Visit(IBrowserContext context, string? role, string address)
    {
        var platform = await running.Loaded();
        var page = await context.NewPageAsync();
        if (role is not null) await page.SignIn(platform.SignIn(role));
        await page.GotoAsync(await platform.Fill(address));
        return page;
    }
}
