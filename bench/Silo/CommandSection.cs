using System.Globalization;
using Revitalization.Bench.Harness;
using Revitalization.Bench.Storage;

namespace Revitalization.Bench.Silo;

/// <summary>Single commands with durable acknowledgement at the grain, projected as they come, beside their limit (<see cref="CommandTurns"/>).</summary>
public sealed class CommandSection : IBenchSection
{
    private const int Most = 64;

    public string Name => "silo: commands";

    public int Order => 21;

    public async Task Run(BenchRun run)
    {
        await OnDatabase(run, "SQLite", null, (batch, rows) => RawSqlite.PerSecond(run.NewFolder(), batch, run.Time / CommandTurns.Turns, rows));
        var raw = await run.NewPostgres();
        await OnDatabase(run, "PostgreSQL", await run.NewPostgres(), (batch, rows) => RawPostgres.PerSecond(raw, batch, run.Time / CommandTurns.Turns, rows));
    }

    private async Task OnDatabase(BenchRun run, string database, string? postgres, Func<int, RawRows, double> raw)
    {
        await using var silo = await BenchSilo.Start(run.NewFolder(), postgres);
        var turns = new CommandTurns(run, Name, database, silo, raw);
        foreach (var clients in (int[])[1, 8, Most])
        {
            await turns.Report(("households registered at the grain", clients, clients == Most ? "≥ 50 %" : ""), (client, n) => silo.Register(Id("h", clients, client, n)));
        }
        await turns.Report(("incomes put at the grain", Most, "≥ 50 %"), (client, n) => Twelve(silo, Id("i", Most, client, n / 12), n % 12));
    }

    private static async Task Twelve(BenchSilo silo, string id, int n)
    {
        if (n == 0) await silo.Register(id);
        else await silo.AddIncome(id, n);
    }

    private static string Id(string kind, int clients, int client, int n) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}{clients}-{client}-{n}");
}
