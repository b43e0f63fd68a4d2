using Microsoft.Playwright;
using Revitalization.Contracts.Identity;
using Revitalization.SystemTests.Standalone;

namespace Revitalization.SystemTests.Browser;

/// <summary>Every page that the public sees.</summary>
public sealed class EveryPublicPageTests(PageWalk walk) : IClassFixture<PageWalk>
{
    public static TheoryData<string> Pages { get; } = new(PageList.Public);

    [Theory]
    [MemberData(nameof(Pages))]
    public Task A_page_is_accessible_in_light_and_dark_fits_a_phone_and_breaks_no_policy(string address) => walk.Check(null, address);
}

/// <summary>Every page of a county's officer: as many as all others' together, so that both lists are gone through at once.</summary>
public sealed class EveryCountyPageTests(PageWalk walk) : IClassFixture<PageWalk>
{
    public static TheoryData<string> Pages { get; } = new(PageList.Signed[Roles.County]);

    [Theory]
    [MemberData(nameof(Pages))]
    public Task A_page_is_accessible_in_light_and_dark_fits_a_phone_and_breaks_no_policy(string address) => walk.Check(Roles.County, address);
}

/// <summary>Every page of everybody else who signs in.</summary>
public sealed class EverySignedPageTests(PageWalk walk) : IClassFixture<PageWalk>
{
    public static TheoryData<string, string> Pages { get; } = new(
        PageList.Signed.Where(role => role.Key != Roles.County).SelectMany(role => role.Value.Select(address => (role.Key, address))));

    [Theory]
    [MemberData(nameof(Pages))]
    public Task A_page_is_accessible_in_light_and_dark_fits_a_phone_and_breaks_no_policy(string role, string address) => walk.Check(role, address);
}

/// <summary>
/// What holds for every page of the product, seen by everyone who may see it. One tab a role goes from page to page, as a person's does:
/// a browser process for each page would cost more than the page.
/// </summary>
public sealed class PageWalk(RunningPlatform running, Chromium chromium) : IAsyncDisposable
{
    private const int NarrowestPhone = 320;

    private readonly Dictionary<string, Tab> _tabs = new(StringComparer.Ordinal);

    // A clerk who cannot see well works with the same register (WCAG 2.2 AA, GB/T 37668), most village work is done on a phone (320 px is
    // WCAG's reflow width), and our own policy forbids inline scripts, styles and foreign sources.
    public async Task Check(string? role, string address)
    {
        var platform = await running.Loaded();
        var (page, errors, load) = await TabOf(platform, role);
        errors.Clear();
        load.Clear();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(1280, 720);
        await page.GotoAsync(await platform.Fill(address));
        errors.ShouldBeEmpty();
        if (role is null) await load.IsLight(page, platform.Address, address);
        (await page.Violations()).ShouldBeEmpty(address);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        (await page.ColourViolations()).ShouldBeEmpty($"{address} in dark colours");

        await page.SetViewportSizeAsync(NarrowestPhone, 640);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(NarrowestPhone);
        if (role is null) await FitsAPhoneInLargeType(page, address);
    }

    // What 适老 does beyond type is tried on its own; that large type fits is tried everywhere.
    private static async Task FitsAPhoneInLargeType(IPage page, string address) =>
        (await page.EvaluateAsync<int>("(document.documentElement.classList.add('easy'), document.documentElement.scrollWidth)"))
            .ShouldBeLessThanOrEqualTo(NarrowestPhone, $"{address} in large type");

    public async ValueTask DisposeAsync()
    {
        foreach (var tab in _tabs.Values) await tab.Page.Context.DisposeAsync();
    }

    private async Task<Tab> TabOf(StandaloneProcess platform, string? role)
    {
        if (_tabs.TryGetValue(role ?? "", out var known)) return known;
        var context = role is null ? await chromium.Visitor(platform.Address) : await chromium.SignedIn(platform, role);
        var page = await context.NewPageAsync();
        return _tabs[role ?? ""] = new(page, Listen(page), new PageLoad(page));
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

    private sealed record Tab(IPage Page, List<string> Errors, PageLoad Load);
}
