using System.Globalization;
using System.Net.Http.Json;
using System.Runtime;
using Revitalization.Bench.Harness;
using Revitalization.Bench.Storage;
using Revitalization.Contracts.Households;
using Revitalization.Hosting.Json;

namespace Revitalization.Bench.Silo;

/// <summary>
/// Single commands with durable acknowledgement, projected as they come, at the grain and over HTTP through the Gateway (clients and
/// both services in this one process). The limit is what the database does in group commits of as many rows as there are clients.
/// </summary>
public sealed class CommandSection : IBenchSection
{
    private const int Most = 64;

    public string Name => "silo: commands";

    public int Order => 21;

    public async Task Run(BenchRun run)
    {
        await OnDatabase(run, "SQLite", null, batch => RawSqlite.PerSecond(run.NewFolder(), batch, run.Time / 2));
        var raw = await run.NewPostgres();
        await OnDatabase(run, "PostgreSQL", await run.NewPostgres(), batch => RawPostgres.PerSecond(raw, batch, run.Time / 2));
    }

    private async Task OnDatabase(BenchRun run, string database, string? postgres, Func<int, double> raw)
    {
        await using var silo = await BenchSilo.Start(run.NewFolder(), postgres);
        foreach (var clients in (int[])[1, 8, Most])
        {
            await Report(run, silo, new(database, "households registered at the grain", clients, raw(clients), clients == Most ? "≥ 50 %" : ""),
                (client, n) => silo.Register(Id("h", clients, client, n)));
        }

        var limit = raw(Most);
        await Report(run, silo, new(database, "incomes put at the grain", Most, limit, "≥ 50 %"),
            (client, n) => Twelve(silo, Id("i", Most, client, n / 12), n % 12));
        using var http = await silo.SignedIn(throughGateway: true);
        await Report(run, silo, new(database, "households registered over HTTP", Most, limit, "≥ 20 %"),
            (client, n) => Put(http, Id("w", Most, client, n)));
    }

    private sealed record Case(string Database, string What, int Clients, double Limit, string Target);

    // Each figure begins with nothing left to project from the one before.
    private async Task Report(BenchRun run, BenchSilo silo, Case of, Func<int, int, Task> operation)
    {
        await silo.Projected();
        await WarmUp(of.Clients, operation);
        var processor = Environment.CpuUsage.TotalTime;
        var rate = await Measure.PerSecond(of.Clients, run.Time, operation);
        var each = (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / (rate * run.Time.TotalSeconds);
        run.Report(new(Name, of.Database, string.Create(CultureInfo.InvariantCulture, $"{of.What}, {of.Clients} clients ({each:F0} µs of processor each)"),
            rate, "commands/s", of.Limit, of.Target));
    }

    /// <summary>Until the compiler has little left to do: a service runs for weeks, not for its first seconds.</summary>
    private static async Task WarmUp(int clients, Func<int, int, Task> operation)
    {
        for (var turn = 1; turn <= 20; turn++)
        {
            var compiled = JitInfo.GetCompiledMethodCount();
            await Measure.PerSecond(clients, TimeSpan.FromSeconds(1), (client, n) => operation(client + turn * 1_000, n));
            if (JitInfo.GetCompiledMethodCount() - compiled < 20) return;
        }
    }

    private static async Task Twelve(BenchSilo silo, string id, int n)
    {
        if (n == 0) await silo.Register(id);
        else await silo.AddIncome(id, n);
    }

    private static async Task Put(HttpClient http, string id)
    {
        var body = JsonContent.Create(new HouseholdBody(BenchSilo.Village, "lifted", new DateOnly(2023, 1, 10)), options: ServiceJson.Options);
        using var reply = await http.PutAsync(new Uri($"/api/households/{id}", UriKind.Relative), body);
        reply.EnsureSuccessStatusCode();
    }

    private static string Id(string kind, int clients, int client, int n) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}{clients}-{client}-{n}");
}
