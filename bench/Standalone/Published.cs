using System.Diagnostics;

namespace Revitalization.Bench.Standalone;

/// <summary>The Standalone as <c>./start</c> publishes it; published anew where its sources changed since.</summary>
internal static class Published
{
    // The same words as ./start and ./test, so that what is measured is what they run.
    private const string Script = """
        set -euo pipefail
        root=$1
        . "$root/build/common.sh"
        pick_engine "${PLATFORM_ENGINE:-}" "${PLATFORM_PACKAGES:-}"
        publish_standalone
        """;

    public static async Task<string> Folder()
    {
        var start = new ProcessStartInfo("bash", ["-c", Script, "bash", Root(new DirectoryInfo(AppContext.BaseDirectory))]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var folder = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? folder.Trim() : throw new InvalidOperationException("The Standalone could not be published; why stands above.");
    }

    private static string Root(DirectoryInfo from) => File.Exists(Path.Combine(from.FullName, "build", "common.sh")) ? from.FullName : Root(from.Parent!);
}
