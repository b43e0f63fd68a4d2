using System.Diagnostics;
using System.Text;
using Microsoft.Playwright;
using Revitalization.SystemTests.Standalone;

namespace Revitalization.SystemTests.Browser;

/// <summary>A reader checks a release without believing the portal: in the browser, and offline with the files and the key alone.</summary>
public sealed class VerifyTests(RunningPlatform running, Chromium chromium)
{
    [Fact]
    public async Task The_page_checks_a_row_in_the_readers_own_browser_against_the_key_in_the_field()
    {
        var platform = await running.Loaded();
        await using var context = await chromium.Visitor(platform.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/verify");
        await page.Locator("#release").FillAsync("1");
        await page.Locator("#row").FillAsync("Regions/510823");

        (await Verdict(page)).ShouldBe("核验通过：与签名发布的一字不差。");
        await page.Locator("#key").FillAsync("""{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}""");
        (await Verdict(page)).ShouldStartWith("核验不通过");
    }

    [Fact]
    public async Task The_offline_command_passes_what_was_signed_and_refuses_one_changed_figure()
    {
        var platform = await running.Loaded();
        using var folder = new TemporaryFolder();
        using var visitor = platform.Visitor();
        var key = Path.Combine(folder.Path, "key.json");
        var rows = Path.Combine(folder.Path, "rows.jsonl");
        await File.WriteAllBytesAsync(key, await visitor.GetByteArrayAsync("/.well-known/jwks.json"));
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "manifest.json"), await visitor.GetByteArrayAsync("/data/releases/1/manifest.json"));
        await File.WriteAllBytesAsync(rows, await visitor.GetByteArrayAsync("/data/releases/1/rows.jsonl"));

        (await Verify(folder.Path, key)).ShouldBe(0);
        var text = await File.ReadAllTextAsync(rows);
        var at = text.IndexOf("剑阁县", StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0);
        await File.WriteAllTextAsync(rows, string.Concat(text.AsSpan(0, at), "剑格县", text.AsSpan(at + 3)), new UTF8Encoding(false));
        (await Verify(folder.Path, key)).ShouldBe(10);
    }

    // A check under way says neither.
    private static async Task<string> Verdict(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "核验" }).ClickAsync();
        return await page.Locator("#verdict.good, #verdict.bad").InnerTextAsync();
    }

    private static async Task<int> Verify(string folder, string key)
    {
        var start = new ProcessStartInfo(StandaloneProcess.Executable, ["verify", folder, "--key", key]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
