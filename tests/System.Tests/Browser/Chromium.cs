using System.Collections.Concurrent;
using Microsoft.Playwright;
using Revitalization.SystemTests.Browser;
using Revitalization.SystemTests.Standalone;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Revitalization.SystemTests.Browser;

/// <summary>One real browser for all tests, started at first use; each test takes a context of its own, which shares nothing with another's.</summary>
public sealed class Chromium : IAsyncDisposable
{
    public const string Path = "/usr/bin/chromium";

    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly ConcurrentDictionary<(StandaloneProcess Platform, string Role), Lazy<Task<string>>> _states = new();
    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> _started = new(Start);

    /// <summary>A fresh visitor: no cookie, no cache.</summary>
    public async Task<IBrowserContext> Visitor(Uri platform, Action<BrowserNewContextOptions>? configure = null)
    {
        File.Exists(Path).ShouldBeTrue($"There is no {Path} on this machine: ./test installs it.");
        var options = new BrowserNewContextOptions { BaseURL = platform.ToString(), Locale = "zh-CN", TimezoneId = "Asia/Shanghai", AcceptDownloads = true };
        configure?.Invoke(options);
        var context = await (await _started.Value).Browser.NewContextAsync(options);
        context.SetDefaultTimeout(30_000);
        return context;
    }

    /// <summary>A visitor who is signed in already. Each role signs in once: hundreds of sign-ins are not what is tested, and cost a second each.</summary>
    public async Task<IBrowserContext> SignedIn(StandaloneProcess platform, string role, Action<BrowserNewContextOptions>? configure = null)
    {
        var state = await _states.GetOrAdd((platform, role), key => new(() => SignInOnce(key.Platform, key.Role))).Value;
        return await Visitor(platform.Address, options =>
        {
            options.StorageState = state;
            configure?.Invoke(options);
        });
    }

    private async Task<string> SignInOnce(StandaloneProcess platform, string role)
    {
        await using var context = await Visitor(platform.Address);
        await (await context.NewPageAsync()).SignIn(platform.SignIn(role));
        return await context.StorageStateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_started.IsValueCreated) return;
        var (driver, browser) = await _started.Value;
        await browser.DisposeAsync();
        driver.Dispose();
    }

    private static async Task<(IPlaywright, IBrowser)> Start()
    {
        var driver = await Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = Flags }));
    }
}
