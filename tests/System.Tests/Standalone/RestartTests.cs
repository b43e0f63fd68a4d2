using System.Net.Http.Json;
using System.Text.Json;
using Revitalization.Contracts.Identity;

namespace Revitalization.SystemTests.Standalone;

public sealed class RestartTests(RunningPlatform running)
{
    [Fact]
    public async Task A_second_start_keeps_everything()
    {
        using var data = new TemporaryFolder();
        string before;
        await using (var first = await StandaloneProcess.Start(data.Path))
        {
            await first.Loaded();
            before = await Figures(first);
            (await first.Stop()).ShouldBe(0, first.Output);
        }

        await using var second = await StandaloneProcess.Start(data.Path);
        await second.Loaded();
        second.Output.ShouldNotContain("first start");
        (await Figures(second)).ShouldBe(before);
    }

    // Power fails while the sample is loading: the next start finishes it, and nothing is there twice.
    [Fact]
    public async Task Killed_in_the_middle_of_loading_the_next_start_completes_it()
    {
        using var broken = new TemporaryFolder();
        var expected = await Figures(await running.Loaded());
        foreach (var moment in new[] { "first start: loading", "户:", "家庭成员:" })
        {
            await using var killed = StandaloneProcess.Launch(broken.Path);
            if (await PrintedOrLoaded(killed, moment)) await killed.Kill();
        }
        await using var next = await StandaloneProcess.Start(broken.Path);
        await next.Loaded();

        (await Figures(next)).ShouldBe(expected);
        next.SignIns().ShouldAllBe(entry => entry.ApiKey != null);
        using var county = next.As(Roles.County);
        (await county.GetAsync("/api/releases/1")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Stopped_in_the_middle_of_loading_it_ends_cleanly()
    {
        await using var platform = StandaloneProcess.Launch();
        await platform.Printed("first start: loading");
        (await platform.Stop()).ShouldBe(0, platform.Output);
    }

    [Fact]
    public async Task An_empty_start_has_one_account_and_no_figures()
    {
        await using var platform = await StandaloneProcess.Start(arguments: "--empty");
        await platform.Loaded();
        platform.SignIns().Single().Role.ShouldBe(Roles.SecurityAdministrator);
        (await platform.Stop()).ShouldBe(0, platform.Output);
    }

    // Every figure of the sample's own release, without what differs between two of the same facts: other tests publish later ones.
    internal static async Task<string> Figures(StandaloneProcess platform)
    {
        using var visitor = platform.Visitor();
        var figures = new List<string>();
        for (var next = "/odata/Observations?asOf=2023-12-31&$select=RegionCode,Period,IndicatorCode,Value,Status"; next is not null;)
        {
            var page = await visitor.GetFromJsonAsync<JsonElement>(next);
            figures.AddRange(page.GetProperty("value").EnumerateArray().Select(row => row.GetRawText()));
            next = page.TryGetProperty("@odata.nextLink", out var link) ? new Uri(platform.Address, link.GetString()!).PathAndQuery : null;
        }
        figures.Count.ShouldBeGreaterThan(100);
        return string.Join('\n', figures);
    }

    private static async Task<bool> PrintedOrLoaded(StandaloneProcess platform, string text)
    {
        var printed = platform.Printed(text);
        return await Task.WhenAny(printed, platform.Loaded()) == printed;
    }
}
