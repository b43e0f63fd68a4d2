using System.CommandLine;
using System.Text.Json;
using Revitalization.Contracts.Releases;
using Revitalization.Standalone.Options;

namespace Revitalization.Standalone.Verify;

/// <summary>
/// <c>verify FILE --key KEY</c>: checks a downloaded release offline. FILE is its folder, its manifest.json or its rows; KEY the public key that the
/// reader trusts (a JWK, or a JWKS such as <c>/.well-known/jwks.json</c> gave).
/// </summary>
internal static class VerifyCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "Folder of a downloaded release, or its manifest.json or rows (.jsonl)." };
        var key = new Option<string>("--key") { Description = "Public key that you trust: a JWK or JWKS file.", Required = true };
        var command = new Command("verify", "核验下载的发布 · Check a downloaded release offline: needs nothing but the files and the key.") { file, key };
        command.SetAction((parsed, cancellation) => Run(parsed.GetValue(file)!, parsed.GetValue(key)!, cancellation));
        return command;
    }

    private static async Task<int> Run(string file, string keyFile, CancellationToken cancellation)
    {
        try
        {
            var download = ReleaseDownload.Find(file);
            var keys = TrustedKeys.Read(await File.ReadAllTextAsync(keyFile, cancellation), download.Statements());
            await using var rows = File.OpenRead(download.Rows);
            var report = await new ReleaseCheck(keys.Find, download.Redactions()).Run(await File.ReadAllBytesAsync(download.Manifest, cancellation), rows, cancellation);
            return Print(report);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException or ReleaseRejectedException)
        {
            await Console.Error.WriteLineAsync($"无法核验 · Cannot check: {unreadable.Message}");
            return ExitCodes.Usage;
        }
    }

    private static int Print(CheckReport report)
    {
        foreach (var step in report.Steps) Console.Out.WriteLine($"{(step.Holds ? "✓" : "✗")} {step.Chinese} · {step.English}");
        if (report.Manifest is { } manifest)
            Console.Out.WriteLine(FormattableString.Invariant($"  渠道 {manifest.Channel}，第 {manifest.Number} 次发布，数据截至 {manifest.AsOf:yyyy-MM-dd}，{manifest.Rows} 行 · channel {manifest.Channel}, release {manifest.Number}, as of {manifest.AsOf:yyyy-MM-dd}, {manifest.Rows} rows"));
        Console.Out.WriteLine(report.Holds
            ? "核验通过：与签名发布的一字不差。 · HOLDS: this is what was signed, to the byte."
            : "核验不通过：这不是签名发布的内容。 · DOES NOT HOLD: this is not what was signed.");
        return report.Holds ? ExitCodes.Stopped : ExitCodes.DoesNotHold;
    }
}
