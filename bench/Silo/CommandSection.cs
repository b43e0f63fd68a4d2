using System.Globalization;
using System.Text.Json;
using Revitalization.Bench.Harness;
using Revitalization.Bench.Storage;
using Revitalization.Contracts.Households;
using Revitalization.Hosting.Json;

namespace Revitalization.Bench.Silo;

/// <summary>
/// Single commands with durable acknowledgement, projected as they come, at the grain and over HTTP through the Gateway (clients and
/// both services in this one process). The limit is what the database does with the same rows in group commits of as many as there are
/// clients: event, place in its stream, command id. The two take turns and the best turn of each counts.
/// </summary>
public sealed class CommandSection : IBenchSection
{
    private const int Most = 64;
    private const int Turns = 3;

    private static readonly byte[] s_body = JsonSerializer.SerializeToUtf8Bytes(
        new HouseholdBody(BenchSilo.Village, "lifted", new DateOnly(2023, 1, 10)), ServiceJson.Options);

    public string Name => "silo: commands";

    public int Order => 21;

    public async Task Run(BenchRun run)
    {
        await OnDatabase(run, "SQLite", null, (batch, rows) => RawSqlite.PerSecond(run.NewFolder(), batch, run.Time / Turns, rows));
        var raw = await run.NewPostgres();
        await OnDatabase(run, "PostgreSQL", await run.NewPostgres(), (batch, rows) => RawPostgres.PerSecond(raw, batch, run.Time / Turns, rows));
    }

    private async Task OnDatabase(BenchRun run, string database, string? postgres, Func<int, RawRows, double> raw)
    {
        await using var silo = await BenchSilo.Start(run.NewFolder(), postgres);
        foreach (var clients in (int[])[1, 8, Most])
        {
            await Report(run, silo, new(database, "households registered at the grain", clients, clients == Most ? "≥ 50 %" : ""), raw,
                (client, n) => silo.Register(Id("h", clients, client, n)));
        }

        await Report(run, silo, new(database, "incomes put at the grain", Most, "≥ 50 %"), raw,
            (client, n) => Twelve(silo, Id("i", Most, client, n / 12), n % 12));
        var (crowd, address, header) = await silo.Crowd(Most);
        await Report(run, silo, new(database, "households registered over HTTP", Most, "≥ 20 %"), raw,
            (first, time) => crowd.PerSecond(time, (client, n) => Put(address, header, Id("w", Most, first + client, n))));
        crowd.Dispose();
    }

    private sealed record Case(string Database, string What, int Clients, string Target);

    private Task Report(BenchRun run, BenchSilo silo, Case of, Func<int, RawRows, double> raw, Func<int, int, Task> operation) =>
        Report(run, silo, of, raw, (first, time) => Measure.PerSecond(of.Clients, time, (client, n) => operation(first + client, n)));

    // Each figure begins with nothing left to project from the one before.
    private async Task Report(BenchRun run, BenchSilo silo, Case of, Func<int, RawRows, double> raw, Func<int, TimeSpan, Task<double>> measure)
    {
        await silo.Projected();
        await Measure.WarmUp((turn, time) => measure(turn * 1_000, time));
        var (limit, best, each) = (0.0, 0.0, double.MaxValue);
        for (var turn = 1; turn <= Turns; turn++)
        {
            limit = Math.Max(limit, raw(of.Clients, RawRows.AsACommandLeaves));
            var (processor, first) = (Environment.CpuUsage.TotalTime, (100 + turn) * 1_000);
            var rate = await measure(first, run.Time / Turns);
            each = Math.Min(each, (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / (rate * run.Time.TotalSeconds / Turns));
            best = Math.Max(best, rate);
        }

        run.Report(new(Name, of.Database, string.Create(CultureInfo.InvariantCulture, $"{of.What}, {of.Clients} clients ({each:F0} µs of processor each)"),
            best, "commands/s", limit, of.Target));
        if (of.Target.Length == 0) return;
        run.Report(new(Name, of.Database, "the same beside raw inserts of the event alone", best, "commands/s", raw(of.Clients, RawRows.EventAlone), ""));
    }

    private static async Task Twelve(BenchSilo silo, string id, int n)
    {
        if (n == 0) await silo.Register(id);
        else await silo.AddIncome(id, n);
    }

    private static byte[] Put(Uri address, string header, string id) => LoadClient.Request("PUT", $"/api/households/{id}", address, header, s_body);

    private static string Id(string kind, int clients, int client, int n) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}{clients}-{client}-{n}");
}
