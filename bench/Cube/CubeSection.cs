using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Revitalization.Bench.Cube.Peers;
using Revitalization.Bench.Harness;
using Revitalization.Hosting.Ports;
using Revitalization.Portal;
using Revitalization.Portal.Replica;

namespace Revitalization.Bench.Cube;

/// <summary>
/// The portal's Observations beside what others serve from the same rows: PostgreSQL asked by pgbench alone, EF Core, SAP CAP and PostGraphile over
/// it. A million rows, ten with <c>--full</c>, a tenth with <c>--quick</c>; <c>bench/run cube cap</c> asks SAP CAP alone beside ours. Everybody is asked by the same callers on 32 connections, one after another; each SQL
/// server has the table's key as its index.
/// </summary>
public sealed class CubeSection : IBenchSection
{
    public string Name => "cube";

    public int Order => 60;

    public async Task Run(BenchRun run)
    {
        var rows = run.Full ? 10_000_000 : run.Scale < 1 ? 100_000 : 1_000_000;
        var folder = run.NewFolder();
        using var release = new CubeRelease(folder, rows);
        var what = string.Create(CultureInfo.InvariantCulture, $"{release.Rows / 1e6:0.0} M rows");
        await TakeIn(run, release, folder, what);
        var ours = await Ours(run, release, folder, what);

        var table = new PostgresRows(await run.NewPostgres());
        await table.Load(release);
        await new PeerFigures(run, release, table, what).Beside(ours);
    }

    private async Task TakeIn(BenchRun run, CubeRelease release, string folder, string what)
    {
        await using var app = Portal(release, folder);
        var store = app.Services.GetRequiredService<ReplicaStore>();
        var watch = Stopwatch.StartNew();
        await store.CatchUp(release, CancellationToken.None);
        run.Report(new(Name, what, "release verified, taken in, cube built", release.Rows / watch.Elapsed.TotalSeconds, "rows/s", null, ""));
        var cube = new FileInfo(store.Files.Cube(1));
        run.Report(new(Name, what, "cube, mapped memory a row", (double)cube.Length / release.Rows, "bytes", null, ""));
    }

    private async Task<OurFigures> Ours(BenchRun run, CubeRelease release, string folder, string what)
    {
        File.Delete(new ReleaseFiles(folder).Cube(1));
        await using (var rebuilding = Portal(release, folder))
        {
            var watch = Stopwatch.StartNew();
            await rebuilding.Services.GetRequiredService<ReplicaStore>().Cubes.Ready;
            run.Report(new(Name, what, "cube built from the replica", watch.Elapsed.TotalSeconds, "s", null, ""));
        }

        var started = Stopwatch.GetTimestamp();
        await using var app = Portal(release, folder);
        await app.StartAsync();
        await app.Services.GetRequiredService<ReplicaStore>().Cubes.Ready;
        var address = app.PublicAddress();
        using (var first = await LoadClient.To(address)) (await first.Send(Queries.Pages(release, address)[0])).Expect(200);
        run.Report(new(Name, what, "portal started, cube open, first page answered", Stopwatch.GetElapsedTime(started).TotalMilliseconds, "ms", null, "< 1000 ms"));
        var ours = await OurFigures.Of(run, release, address, Name, what);
        await app.StopAsync();
        await using var keeping = Portal(release, folder, answersKeptBytes: 64 << 20);
        await keeping.StartAsync();
        await keeping.Services.GetRequiredService<ReplicaStore>().Cubes.Ready;
        await OurFigures.Again(run, release, keeping.PublicAddress(), Name, what);
        await keeping.StopAsync();
        return ours;
    }

    // What it worked out before it does not keep, unless that is what is measured: nobody else keeps answers either. Nor are whole sets prepared meanwhile.
    private static WebApplication Portal(CubeRelease release, string folder, int answersKeptBytes = 0) => PortalService.Build(
        new PortalOptions("http://127.0.0.1:0", folder, null, release.PinnedKey) { LogLevel = LogLevel.Error, AnswersKeptBytes = answersKeptBytes, PreparedBytes = 0 });
}
