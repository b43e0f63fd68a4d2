using System.Globalization;
using Microsoft.Playwright;

namespace Revitalization.SystemTests.Browser;

/// <summary>What village, township and county do to one household at the screen, in the words of the pages.</summary>
internal sealed class MonitoringActsAtScreen(string household)
{
    public static readonly FilePayload Photo = new()
    {
        Name = "照片.png",
        MimeType = "image/png",
        Buffer = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
    };

    public string Address => $"/workbench/households/{household}/monitoring";

    /// <summary>A day so long ago, in China.</summary>
    public static string Ago(int days) => TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).AddDays(-days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Opens the file, follows the link of one act, fills its form and sends it; the file then says that it was recorded.</summary>
    public async Task Do(IPage page, string act, string submit, int daysAgo, Func<IPage, Task>? fill = null)
    {
        await page.GotoAsync(Address);
        await page.GetByRole(AriaRole.Link, new() { Name = act, Exact = true }).First.ClickAsync();
        await page.Locator("#on").FillAsync(Ago(daysAgo));
        if (fill is not null) await fill(page);
        await page.Press(submit);
        await page.GetByText("已记录：").WaitForAsync();
    }

    /// <summary>After its clue: sent out, and a risk found.</summary>
    public async Task UpToTheVerification(IPage village, IPage township)
    {
        await Do(township, "派发核查", "派发", 9, page => page.GetByLabel("核查员账号").FillAsync("village"));
        await Do(village, "登记入户核查", "登记核查结果", 8, async page =>
        {
            await page.GetByLabel("发现风险", new() { Exact = true }).CheckAsync();
            await page.GetByLabel("因病").CheckAsync();
            await page.GetByLabel("预计哪天能消除风险").FillAsync(Ago(-300));
            await page.SetInputFilesAsync("#files", Photo);
        });
    }

    public async Task UpToTheNotice(IPage village, IPage township)
    {
        await Do(village, "登记线索", "登记线索", 60, async page =>
        {
            await page.GetByLabel("什么风险").SelectOptionAsync("illness");
            await page.Locator("#note").FillAsync("住院花费大");
        });
        await Do(township, "派发核查", "派发", 59, page => page.GetByLabel("核查员账号").FillAsync("village"));
        await Do(village, "登记入户核查", "登记核查结果", 57, async page =>
        {
            await page.GetByLabel("发现风险", new() { Exact = true }).CheckAsync();
            await page.GetByLabel("因病").CheckAsync();
            await page.GetByLabel("预计哪天能消除风险").FillAsync(Ago(-300));
            await page.SetInputFilesAsync("#files", Photo);
        });
        await Review(village, 55);
        await Do(village, "登记公示张贴", "登记张贴", 54, page => page.SetInputFilesAsync("#files", Photo));
    }

    public async Task UpToTheCounty(IPage village, IPage township)
    {
        await UpToTheNotice(village, township);
        await Do(village, "公示期满办结", "办结", 40);
        await Do(township, "乡镇审核", "登记审核结果", 38, page => page.GetByLabel("同意", new() { Exact = true }).CheckAsync());
    }

    public async Task Admit(IPage village, IPage township, IPage county)
    {
        await UpToTheCounty(village, township);
        await Do(county, "县级审定", "登记审定结果", 35, async page =>
        {
            await page.GetByLabel("同意纳入").CheckAsync();
            await page.GetByLabel("监测对象类别").SelectOptionAsync("sudden-hardship");
        });
        await Do(county, "指定帮扶联系人", "指定", 34, page => page.GetByLabel("联系人账号").FillAsync("village"));
    }

    /// <summary>From help to the end of monitoring: verified and proposed, agreed to by the village, noticed, approved by the county.</summary>
    public async Task Clear(IPage village, IPage township, IPage county)
    {
        await Do(township, "申请风险消除", "提出风险消除", 20, async page =>
        {
            await page.GetByLabel("稳定达标", new() { Exact = true }).CheckAsync();
            await page.SetInputFilesAsync("#files", Photo);
        });
        await Review(village, 19);
        await Do(village, "登记公示张贴", "登记张贴", 18, page => page.SetInputFilesAsync("#files", Photo));
        await Do(village, "公示期满办结", "办结", 4);
        await Do(county, "风险消除审定", "登记审定结果", 3, page => page.GetByLabel("同意风险消除", new() { Exact = true }).CheckAsync());
    }

    private Task Review(IPage village, int daysAgo) => Do(village, "登记民主评议", "登记评议结果", daysAgo, async page =>
    {
        await page.GetByLabel("同意", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("到会人数").FillAsync("30");
        await page.GetByLabel("同意人数").FillAsync("28");
        await page.SetInputFilesAsync("#files", Photo);
    });
}
