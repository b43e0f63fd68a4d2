using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Revitalization.Bench.Harness;
using Revitalization.Portal;
using Revitalization.Portal.Replica;
using Revitalization.SystemTests.Feeds;

namespace Revitalization.Bench.Portal;

/// <summary>A million spoilt requests (a hundred thousand with <c>--quick</c>): answered or refused each, none with 5xx, none for long.</summary>
public sealed class FuzzSection : IBenchSection
{
    private const int Seed = 20231115, Workers = 2;

    public string Name => "portal: fuzz";

    public int Order => 59;

    public async Task Run(BenchRun run)
    {
        using var releases = new GeneratedReleases();
        releases.Publish(new DateOnly(2022, 12, 31), SampleCounty.Rows(1));
        releases.Publish(new DateOnly(2023, 9, 30), [.. SampleCounty.Rows(2, scale: 2), .. SampleAidRows.Lines()]);
        await using var app = PortalService.Build(new PortalOptions("http://127.0.0.1:0", run.NewFolder(), null, releases.PinnedKey)
        {
            PageRows = 50, LogLevel = Microsoft.Extensions.Logging.LogLevel.Error,
        });
        await app.Services.GetRequiredService<ReplicaStore>().CatchUp(releases, CancellationToken.None);
        var cases = run.Scale < 1 ? 100_000 : 1_000_000;
        var started = Stopwatch.GetTimestamp();
        var longest = await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(() => Ask(app.Services, worker, cases / Workers))));
        run.Report(new(Name, "SQLite", "malformed requests answered, none with 5xx", cases / Stopwatch.GetElapsedTime(started).TotalSeconds, "req/s", null, ""));
        run.Report(new(Name, "SQLite", "the longest of them", longest.Max().TotalMilliseconds, "ms", null, ""));
    }

    private static async Task<TimeSpan> Ask(IServiceProvider portal, int worker, int cases)
    {
        var requests = new FuzzedRequests(new Random(Seed + worker));
        var longest = TimeSpan.Zero;
        for (var number = 0; number < cases; number++)
        {
            var (kind, text) = requests.Next();
            var started = Stopwatch.GetTimestamp();
            var status = await FuzzedRequests.Ask(portal, kind, text);
            if (Stopwatch.GetElapsedTime(started) is var took && took > longest) longest = took;
            if (status is not ((>= 200 and < 500) or 501)) throw new InvalidOperationException($"Case {number} of {worker}: {status} for {kind} {text}");
        }
        return longest;
    }
}
