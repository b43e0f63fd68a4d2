using Microsoft.Playwright;
using Revitalization.SystemTests.Standalone;

namespace Revitalization.SystemTests.Browser;

public sealed class HomePageTests(RunningPlatform running, Chromium chromium)
{
    private const int MostBytes = 300_000;

    // Villagers pay for their megabytes.
    [Fact]
    public async Task The_home_page_weighs_less_than_300_kilobytes_and_asks_no_other_site()
    {
        var platform = await running.Loaded();
        await using var context = await chromium.Visitor(platform.Address);
        var page = await context.NewPageAsync();
        var loaded = await PageLoad.Of(page, "/");
        loaded.Bytes.ShouldBeInRange(5_000, MostBytes);
        loaded.Addresses.ShouldAllBe(address => address.StartsWith(platform.Address.ToString(), StringComparison.Ordinal));
    }

    // Best of five: a busy machine is not the page's fault.
    [Fact]
    public async Task The_home_page_shows_something_within_a_second()
    {
        var platform = await running.Loaded();
        var best = double.MaxValue;
        for (var visit = 0; visit < 5; visit++)
        {
            await using var context = await chromium.Visitor(platform.Address);
            var page = await context.NewPageAsync();
            await page.GotoAsync("/");
            best = Math.Min(best, await page.EvaluateAsync<double>(
                "new Promise(done => new PerformanceObserver(list => done(list.getEntriesByName('first-contentful-paint')[0].startTime)).observe({ type: 'paint', buffered: true }))"));
        }

        best.ShouldBeLessThan(1000);
    }

    [Fact]
    public async Task A_reader_who_comes_back_is_told_that_nothing_changed()
    {
        var platform = await running.Loaded();
        using var visitor = platform.Visitor();
        using var first = await visitor.GetAsync("/");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await visitor.SendAsync(again);
        second.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotModified);
    }
}
