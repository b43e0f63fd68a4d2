using System.Globalization;
using Revitalization.Bench.Harness;
using Revitalization.Bench.Silo;
using Revitalization.Silo.Monitoring.Sweep;
using Revitalization.Domain.Calendar;
using Revitalization.Storage.Registry;

namespace Revitalization.Bench.Monitoring;

/// <summary>
/// What a county's officer opens all day, over HTTP from the Silo, 32 at once, at 96,000 households: pages of 50 rows with names opened and the
/// read audited on disk. The limit is an answer of the same Silo that reads nothing, at the same load.
/// </summary>
public sealed class ListSection : IBenchSection
{
    private const int Households = 96_000, Clients = 32;

    private static readonly (string What, string Address)[] s_pages =
    [
        ("files of a county", "files"), ("files of a township", "files?region=510823100"), ("files by a rare colour", "files?colour=red&kind=marginal"),
        ("files that want a cadre", "files?wanted=true"), ("files that are late", "files?overdue=true"), ("files of one cadre", "files?cadre=cadre-7"),
        ("inbox", "tasks"), ("counts of an inbox", "tasks/counts"), ("notices", "notices"), ("differences", "differences"), ("my households", "mine"), ("board", "board"),
        ("board of a township", "board?region=510823100"),
    ];

    public string Name => "monitoring: lists";

    public int Order => 61;

    public async Task Run(BenchRun run)
    {
        await OnDatabase(run, "SQLite", null);
        await OnDatabase(run, "PostgreSQL", await run.NewPostgres());
    }

    private async Task OnDatabase(BenchRun run, string database, string? postgres)
    {
        await using var silo = await BenchSilo.Start(run.NewFolder(), postgres);
        await new MonitoredCounty(silo).Fill((int)(Households * run.Scale));
        await silo.Get<WorklistSweep>().Run(TimeProvider.System.ChinaToday(), again: true, default);
        if (postgres is not null) await Analyze(silo);
        await silo.Projected();
        using var county = await silo.SignedIn(throughGateway: false);
        var limit = await Of(run, county, "/api/problems/query.cursor-invalid");
        foreach (var (what, address) in s_pages)
        {
            var before = Environment.CpuUsage.TotalTime;
            var taken = await Of(run, county, $"/api/monitoring/{address}");
            // Of this process alone, its clients included: what other programs take of the machine shows in the time, not here.
            var cpuMs = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / (taken.PerSecond * run.Time.TotalSeconds);
            run.Report(new(
                Name, database, string.Create(CultureInfo.InvariantCulture, $"{what}, {Clients} clients: p95 (p50 {taken.P50Ms:F1}, p99 {taken.P99Ms:F1} ms; {taken.PerSecond:N0}/s; {cpuMs:F2} ms CPU a page)"),
                taken.P95Ms, "ms", limit.P95Ms, "< 50 ms"));
        }
    }

    /// <summary>What autovacuum does within a minute of such a load.</summary>
    private static async Task Analyze(BenchSilo silo)
    {
        await using var connection = await silo.Get<IRegistryDatabase>().OpenWriter();
        await using var command = connection.CreateCommand();
        command.CommandText = "ANALYZE";
        await command.ExecuteNonQueryAsync();
    }

    private static Task<Latency> Of(BenchRun run, HttpClient client, string address) => Latency.Of(Clients, run.Time, async (_, _) =>
    {
        using var reply = await client.GetAsync(new Uri(address, UriKind.Relative));
        reply.EnsureSuccessStatusCode();
        await reply.Content.LoadIntoBufferAsync();
    });
}
