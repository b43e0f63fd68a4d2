using System.Diagnostics;
using System.Globalization;
using Revitalization.Bench.Harness;
using Revitalization.SystemTests.Standalone;

namespace Revitalization.Bench.Standalone;

/// <summary>
/// The published Standalone, as <c>./start</c> runs it: a first start until its sample is loaded, then second starts over the same
/// data until a first request through the Gateway is answered. The clock runs from the process's creation; the middle of several counts.
/// </summary>
public sealed class StartSection : IBenchSection
{
    private const int Starts = 7;

    public string Name => "standalone: start";

    public int Order => 60;

    public async Task Run(BenchRun run)
    {
        Environment.SetEnvironmentVariable("PLATFORM_STANDALONE", Path.Combine(await Published.Folder(), "Revitalization.Standalone"));
        var data = run.NewFolder();
        var first = await Start(data, platform => platform.Loaded());
        Report(run, "first start until the small sample is loaded", first, "");
        await Second(run, data, "/odata/", "< 3 s");
        await Second(run, data, "/", "");
    }

    private static async Task Second(BenchRun run, string data, string page, string target)
    {
        var starts = new List<(double Wall, double Work)>();
        for (var turn = 0; turn < Starts; turn++)
        {
            starts.Add(await Start(data, async platform =>
            {
                using var visitor = platform.Visitor();
                await visitor.GetStringAsync(new Uri(page, UriKind.Relative));
            }));
        }

        Report(run, $"second start until {page} is answered", starts.Order().ElementAt(Starts / 2), target);
    }

    private static async Task<(double Wall, double Work)> Start(string data, Func<StandaloneProcess, Task> until)
    {
        var started = Stopwatch.GetTimestamp();
        await using var platform = await StandaloneProcess.Start(data);
        await until(platform);
        var wall = Stopwatch.GetElapsedTime(started).TotalSeconds;
        using var process = Process.GetProcessById(platform.Id);
        var work = process.TotalProcessorTime.TotalSeconds;
        return await platform.Stop() == 0 ? (wall, work) : throw new InvalidOperationException(platform.Output);
    }

    private static void Report(BenchRun run, string what, (double Wall, double Work) took, string target) => run.Report(new(
        "standalone: start", "SQLite", string.Create(CultureInfo.InvariantCulture, $"{what} ({took.Work:0.00} s of processor)"), took.Wall, "s", null, target));
}
