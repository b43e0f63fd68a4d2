using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Revitalization.Bench.Harness;
using Revitalization.Silo.Monitoring.Lists;
using Revitalization.Silo.Monitoring.Sweep;
using Revitalization.Silo.Policies;
using Revitalization.Silo.Projections;
using Revitalization.Storage;

namespace Revitalization.Bench.Monitoring;

/// <summary>
/// The day's sweep over 500,000 open limits: a usual day, on which one in fifty is new, the same once more, and the worst, on which all
/// are late. The limit is one statement that copies the same rows into a table without keys, on the same database.
/// </summary>
public sealed class SweepSection : IBenchSection
{
    private const int Open = 500_000;
    private static readonly DateOnly s_today = new(2026, 3, 2);

    private static readonly RowShape s_deadline = new("deadlines", ["household", "kind", "subject", "due_on"],
        ["until_on", "village_code", "shard", "started_on", "provisional", "rule", "assignee"]);

    public string Name => "monitoring: sweep";

    public int Order => 60;

    public async Task Run(BenchRun run)
    {
        await OnDatabase(run, "SQLite", null);
        await OnDatabase(run, "PostgreSQL", await run.NewPostgres());
    }

    private async Task OnDatabase(BenchRun run, string database, string? postgres)
    {
        var options = new StorageOptions(run.NewFolder(), postgres, SHA256.HashData("a bench's master key"u8));
        await using var storage = await StorageFactory.Open(options, TimeProvider.System);
        await Fill(storage, (int)(Open * run.Scale));
        var sweep = new WorklistSweep(storage.Registry);
        await sweep.Prepare(default);
        await Report(run, database, storage, sweep, "a usual day", s_today);
        await Report(run, database, storage, sweep, "the same day again, all filed before", s_today);
        await Report(run, database, storage, sweep, "after a year, all late", s_today.AddYears(1));
    }

    private async Task Report(BenchRun run, string database, IStorage storage, WorklistSweep sweep, string what, DateOnly today)
    {
        var raw = await Raw(storage, today);
        var watch = Stopwatch.StartNew();
        var filed = await sweep.Run(today, again: true, default);
        run.Report(new(
            Name, database, string.Create(CultureInfo.InvariantCulture, $"{Open * run.Scale:N0} open limits, {what}: {filed:N0} notices filed"),
            watch.Elapsed.TotalMilliseconds, "ms", raw, "seconds; limit: the rows copied without keys"));
    }

    private static async Task<double> Raw(IStorage storage, DateOnly today)
    {
        await using var writer = await storage.Registry.OpenWriter();
        await writer.Execute(null, "DROP TABLE IF EXISTS raw_notices", default);
        await writer.Execute(null, "CREATE TABLE raw_notices (id TEXT, household TEXT, village_code TEXT, due_on TEXT)", default);
        var watch = Stopwatch.StartNew();
        await writer.Execute(
            null, "INSERT INTO raw_notices SELECT kind || '/' || household || '/' || due_on, household, village_code, due_on FROM deadlines WHERE due_on<=@until", default,
            ("until", Day(today.AddDays(WorklistSweep.DueSoonDays))));
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>Limits of the coming months; one in fifty due within days or late.</summary>
    private static async Task Fill(IStorage storage, int count)
    {
        var registry = storage.Registry;
        await using var writer = await registry.OpenWriter();
        await using var transaction = await writer.BeginTransactionAsync();
        await ProjectionTables.Create(new MonitoringProjection(new PolicyBook(storage.Events)), shadow: false, registry.BlobType, writer, transaction, default);
        var batch = new ProjectionBatch(writer, transaction, "", registry);
        foreach (var some in Enumerable.Range(0, count).Chunk(20_000)) await batch.Upsert(s_deadline, [.. some.Select(Row)], default);
        await transaction.CommitAsync();
    }

    private static object?[] Row(int n)
    {
        var household = string.Create(CultureInfo.InvariantCulture, $"H{n / 4:000000}");
        var due = n % 50 == 0 ? s_today.AddDays((n / 50 % 7) - 4) : s_today.AddDays(10 + (n % 90));
        return
        [
            household, (string[])["visit", "measure", "first-measure", "verification"] is var kinds ? kinds[n % 4] : "", "", Day(due), "9999-12-31",
            string.Create(CultureInfo.InvariantCulture, $"510823100{n / 4 % 400:000}"), (long)Shards.Of(household), Day(due.AddDays(-30)), 0L, "monitoring.visit.interval", "cadre",
        ];
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
