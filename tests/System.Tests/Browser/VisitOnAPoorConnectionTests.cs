using Microsoft.Playwright;
using Revitalization.Contracts.Identity;
using Revitalization.SystemTests.Standalone;

namespace Revitalization.SystemTests.Browser;

/// <summary>A visit is written where there is no signal, on a phone that may lose the page: it arrives, and it arrives once.</summary>
public sealed class VisitOnAPoorConnectionTests(RunningPlatform running, Chromium chromium)
{
    private const string MyHouseholds = "/workbench/my-households";
    private const float SavedMs = 1500; // The script keeps what is typed 0.4 s after the last key.

    [Fact]
    public async Task A_visit_written_without_signal_is_sent_once_when_it_comes_back()
    {
        var platform = await running.Loaded();
        var household = await platform.NewMonitoredHousehold("E2E-VISIT-1");
        await using var phone = await Phone(platform);
        var page = await phone.NewPageAsync();
        await page.GotoAsync(MyHouseholds);
        await Kept(page);
        var form = await Open(page, household);

        await phone.SetOfflineAsync(true);
        await form.GetByLabel("基本医疗").CheckAsync();
        await form.Locator("textarea").FillAsync("药费还没报");
        await form.Locator("input[type=file]").SetInputFilesAsync(MonitoringActsAtScreen.Photo);
        await form.GetByRole(AriaRole.Button, new() { Name = "记录走访" }).ClickAsync();
        await form.GetByText("没有信号").WaitForAsync();
        (await platform.Monitoring(household)).Visits.ShouldBeEmpty();

        await phone.SetOfflineAsync(false);
        await Card(page, household).GetByText("✓ 已记录").WaitForAsync();
        var visit = (await platform.Monitoring(household)).Visits.ShouldHaveSingleItem();
        visit.Needs.ShouldBe(["medical"]);
        visit.Note.ShouldBe("药费还没报");
        visit.Evidence.Count.ShouldBe(1);
        (await Stored(page)).ShouldBe(0);
    }

    // The platform took the visit, but its answer never came: the phone must send it again, and nobody may count two visits.
    [Fact]
    public async Task A_visit_whose_answer_was_lost_is_sent_again_and_counts_once()
    {
        var platform = await running.Loaded();
        var household = await platform.NewMonitoredHousehold("E2E-VISIT-2");
        await using var phone = await Phone(platform);
        var page = await phone.NewPageAsync();
        await page.GotoAsync(MyHouseholds);
        await Kept(page);
        var form = await Open(page, household);
        var sent = 0;
        await page.RouteAsync("**/monitoring/visits*", async route =>
        {
            sent++;
            if (sent > 1)
            {
                await route.ContinueAsync();
                return;
            }

            await route.FetchAsync(new() { MaxRedirects = 0 });
            await route.AbortAsync("connectionreset");
        });

        await form.GetByRole(AriaRole.Button, new() { Name = "记录走访" }).ClickAsync();
        await form.GetByText("没有信号").WaitForAsync();
        (await platform.Monitoring(household)).Visits.Count.ShouldBe(1);
        await page.EvaluateAsync("window.dispatchEvent(new Event('online'))");
        await Card(page, household).GetByText("✓ 已记录").WaitForAsync();
        sent.ShouldBe(2);
        (await platform.Monitoring(household)).Visits.Count.ShouldBe(1);
    }

    // The phone ran out of battery in the middle; what lies in it says nothing to whoever finds it.
    [Fact]
    public async Task A_visit_half_written_comes_back_with_the_page_and_lies_encrypted_in_the_phone()
    {
        var platform = await running.Loaded();
        var household = await platform.NewMonitoredHousehold("E2E-VISIT-3");
        await using var phone = await Phone(platform);
        var page = await phone.NewPageAsync();
        await page.GotoAsync(MyHouseholds);
        await Kept(page);
        var form = await Open(page, household);
        await form.GetByLabel("饮水安全").CheckAsync();
        await form.Locator("textarea").FillAsync("水管冻裂");
        await page.WaitForTimeoutAsync(SavedMs);
        (await Stored(page)).ShouldBe(1);
        var stored = await page.EvaluateAsync<string>($"async () => JSON.stringify((await ({ReadStore})()).map(visit => [Object.keys(visit), new TextDecoder().decode(visit.body.data)]))");
        stored.ShouldNotContain("水管冻裂");
        stored.ShouldNotContain(household);
        await page.CloseAsync();

        var again = await phone.NewPageAsync();
        await again.GotoAsync(MyHouseholds);
        await Kept(again);
        var restored = Card(again, household).Locator("form");
        await restored.GetByText("这是您没有记完的走访").WaitForAsync();
        (await restored.Locator("textarea").InputValueAsync()).ShouldBe("水管冻裂");
        (await restored.GetByLabel("饮水安全").IsCheckedAsync()).ShouldBeTrue();
        await restored.GetByRole(AriaRole.Button, new() { Name = "记录走访" }).ClickAsync();
        await Card(again, household).GetByText("✓ 已记录").WaitForAsync();
        (await platform.Monitoring(household)).Visits.ShouldHaveSingleItem().Needs.ShouldBe(["water"]);
    }

    [Fact]
    public async Task Without_any_script_the_same_form_records_a_visit_with_its_photo()
    {
        var platform = await running.Loaded();
        var household = await platform.NewMonitoredHousehold("E2E-VISIT-4");
        await using var phone = await chromium.SignedIn(platform, Roles.VillageMonitor, options => options.JavaScriptEnabled = false);
        var page = await phone.NewPageAsync();
        await page.GotoAsync($"/workbench/households/{household}/monitoring/visits");
        await page.GetByLabel("义务教育").CheckAsync();
        await page.Locator("#note").FillAsync("孩子休学");
        await page.SetInputFilesAsync("#files", MonitoringActsAtScreen.Photo);
        await page.Press("记录走访");
        await page.GetByText("已记录：记录走访").WaitForAsync();
        var visit = (await platform.Monitoring(household)).Visits.ShouldHaveSingleItem();
        visit.Note.ShouldBe("孩子休学");
        visit.Evidence.Count.ShouldBe(1);
    }

    private const string ReadStore =
        """
        () => new Promise((done, failed) => {
          const request = indexedDB.open('outbox', 1);
          request.onerror = () => failed(request.error);
          request.onsuccess = () => {
            const all = request.result.transaction('visits').objectStore('visits').getAll();
            all.onsuccess = () => { request.result.close(); done(all.result); };
          };
        })
        """;

    private Task<IBrowserContext> Phone(StandaloneProcess platform) =>
        chromium.SignedIn(platform, Roles.VillageMonitor, options => options.ViewportSize = new() { Width = 390, Height = 800 });

    /// <summary>The script has opened its store: from here on nothing is lost.</summary>
    private static Task Kept(IPage page) => page.Locator("html[data-outbox=kept]").WaitForAsync();

    private static async Task<int> Stored(IPage page) => await page.EvaluateAsync<int>($"async () => (await ({ReadStore})()).length");

    private static ILocator Card(IPage page, string household) => page.Locator($"ul.mine > li:has(a[href*='{household}/'])");

    private static async Task<ILocator> Open(IPage page, string household)
    {
        await Card(page, household).Locator("summary").ClickAsync();
        return Card(page, household).Locator("form");
    }
}
