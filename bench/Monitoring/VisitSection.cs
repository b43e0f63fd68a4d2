using System.Globalization;
using System.Net.Http.Json;
using Revitalization.Bench.Harness;
using Revitalization.Bench.Silo;
using Revitalization.Bench.Storage;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Calendar;
using Revitalization.Hosting.Json;

namespace Revitalization.Bench.Monitoring;

/// <summary>
/// A thousand cadres who record visits, each the next when the last was acknowledged: over HTTP, with a note sealed under the head's key, on
/// disk, projected as they come. The limit is what the database does in group commits of as many rows.
/// </summary>
public sealed class VisitSection : IBenchSection
{
    public string Name => "monitoring: visits";

    public int Order => 62;

    public async Task Run(BenchRun run)
    {
        await OnDatabase(run, "SQLite", null, RawSqlite.PerSecond(run.NewFolder(), MonitoredCounty.Cadres, run.Time / 2));
        var raw = RawPostgres.PerSecond(await run.NewPostgres(), MonitoredCounty.Cadres, run.Time / 2);
        await OnDatabase(run, "PostgreSQL", await run.NewPostgres(), raw);
    }

    private async Task OnDatabase(BenchRun run, string database, string? postgres, double limit)
    {
        await using var silo = await BenchSilo.Start(run.NewFolder(), postgres);
        await new MonitoredCounty(silo).Fill(MonitoredCounty.Cadres * 8 * 8 / 7 + 100);
        using var http = await silo.SignedIn(throughGateway: false);
        var today = TimeProvider.System.ChinaToday();
        var taken = await Latency.Of(MonitoredCounty.Cadres, run.Time * 2, (cadre, n) => Put(http, cadre, n, today));
        run.Report(new(
            Name, database,
            string.Create(CultureInfo.InvariantCulture, $"visits by {MonitoredCounty.Cadres:N0} cadres at once (p50 {taken.P50Ms:N0}, p95 {taken.P95Ms:N0}, p99 {taken.P99Ms:N0} ms)"),
            taken.PerSecond, "commands/s", limit, "≥ 10 %"));
    }

    private static async Task Put(HttpClient http, int cadre, int n, DateOnly today)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"/api/households/{MonitoredCounty.Monitored(cadre)}/visits/b{cadre}-{n}");
        using var reply = await http.PutAsync(new Uri(address, UriKind.Relative), JsonContent.Create(new VisitBody(today, [], "家中情况稳定"), options: ServiceJson.Options));
        if (!reply.IsSuccessStatusCode) throw new InvalidOperationException(await reply.Content.ReadAsStringAsync());
    }
}
