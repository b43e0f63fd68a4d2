using System.Globalization;
using Revitalization.Bench.Harness;
using Revitalization.Storage;
using Revitalization.Storage.EventLog;

namespace Revitalization.Bench.Storage;

/// <summary>What an activation reads: a short history, a long one behind a snapshot, a long one without.</summary>
public sealed class LoadSection : IBenchSection
{
    private const int Streams = 500;
    private const int Long = 1_000;

    public string Name => "event log: load";

    public int Order => 11;

    public async Task Run(BenchRun run)
    {
        await OnDatabase(run, "SQLite", null);
        await OnDatabase(run, "PostgreSQL", await run.NewPostgres());
    }

    private async Task OnDatabase(BenchRun run, string database, string? postgres)
    {
        await using var storage = await Events.Open(run.NewFolder(), postgres);
        var log = storage.Events;
        await Task.WhenAll(Enumerable.Range(0, Streams).Select(n => Fill(log, $"short/{n}", 10)));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Fill(log, $"long/{n}", Long)));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Fill(log, $"snapped/{n}", Long)));
        for (var n = 0; n < 20; n++) await log.SaveSnapshot(new Snapshot($"snapped/{n}", Long - 5, 1, Events.Data));

        var shortLoads = await Loads(log, run, "short", Streams);
        run.Report(new(Name, database, "10 events", shortLoads, "loads/s", null, ""));
        run.Report(new(Name, database, "1,000 events, snapshot and 5 after it", await Loads(log, run, "snapped", 20), "loads/s", shortLoads, "≈ 100 %"));
        run.Report(new(Name, database, "1,000 events, no snapshot", await Loads(log, run, "long", 20), "loads/s", shortLoads, ""));
    }

    private static Task<double> Loads(IEventLog log, BenchRun run, string kind, int streams) =>
        Measure.PerSecond(8, run.Time / 2, async (client, n) => await log.Load(
            string.Create(CultureInfo.InvariantCulture, $"{kind}/{((client * 7) + n) % streams}"), 1));

    private static async Task Fill(IEventLog log, string stream, int events)
    {
        for (var n = 0; n < events; n += 10)
        {
            var ten = Enumerable.Repeat(new NewEvent("income.reported", 1, Events.Data), 10).ToArray();
            await log.Append(new AppendRequest(
                stream, n, ten, string.Create(CultureInfo.InvariantCulture, $"{stream}-{n}"), "content", "monitor", DateTimeOffset.UnixEpoch));
        }
    }
}
