using Microsoft.Playwright;
using Revitalization.SystemTests.Standalone;

namespace Revitalization.SystemTests.Browser;

/// <summary>What holds for every page of the product, seen by everyone who may see it.</summary>
public sealed class EveryPageTests(RunningPlatform running, Chromium chromium)
{
    private const int NarrowestPhone = 320;

    public static TheoryData<string?, string> Pages { get; } = new(
        PageList.Public.Select(address => ((string?)null, address))
            .Concat(PageList.Signed.SelectMany(role => role.Value.Select(address => ((string?)role.Key, address)))));

    // A clerk who cannot see well works with the same register (WCAG 2.2 AA, GB/T 37668), most village work is done on a phone (320 px is
    // WCAG's reflow width), and our own policy forbids inline scripts, styles and foreign sources.
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_accessible_in_light_and_dark_fits_a_phone_and_breaks_no_policy(string? role, string address)
    {
        var platform = await running.Loaded();
        await using var context = role is null ? await chromium.Visitor(platform.Address) : await chromium.SignedIn(platform, role);
        var page = await context.NewPageAsync();
        var errors = Listen(page);
        await page.GotoAsync(await platform.Fill(address));
        errors.ShouldBeEmpty();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            (await page.Violations()).ShouldBeEmpty($"{address} in {scheme}");
        }

        await page.SetViewportSizeAsync(NarrowestPhone, 640);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(NarrowestPhone);
    }

    // That a page which does not exist answers 404 is no error of the page.
    private static List<string> Listen(IPage page)
    {
        var errors = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("status of 404", StringComparison.Ordinal)) errors.Add(message.Text);
        };
        page.PageError += (_, error) => errors.Add(error);
        return errors;
    }
}
