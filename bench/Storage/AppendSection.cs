using System.Globalization;
using Revitalization.Bench.Harness;
using Revitalization.Storage.EventLog;

namespace Revitalization.Bench.Storage;

/// <summary>
/// Durable appends through the event log beside what the database itself does in group commits of as many rows as there
/// are writers. The two take turns and the best turn of each counts, so that a neighbour's load falls on neither alone.
/// </summary>
public sealed class AppendSection : IBenchSection
{
    private const int Turns = 3;

    public string Name => "event log: append";

    public int Order => 10;

    public async Task Run(BenchRun run)
    {
        await OnDatabase(run, "SQLite", null, (batch, time, rows) => RawSqlite.PerSecond(run.NewFolder(), batch, time, rows));
        var raw = await run.NewPostgres();
        await OnDatabase(run, "PostgreSQL", await run.NewPostgres(), (batch, time, rows) => RawPostgres.PerSecond(raw, batch, time, rows));
    }

    private async Task OnDatabase(BenchRun run, string database, string? postgres, Func<int, TimeSpan, RawRows, double> raw)
    {
        await using var storage = await Events.Open(run.NewFolder(), postgres);
        foreach (var clients in (int[])[1, 8, Events.Batch])
        {
            var (limit, ours) = await InTurns(storage.Events, clients, run.Time / Turns, raw);
            Report(run, database, $"raw inserts of the event alone, {clients} to a commit", raw(clients, run.Time / Turns, RawRows.EventAlone), "events/s", null, "");
            Report(run, database, $"raw inserts of event, place and command, {clients} to a commit", limit, "events/s", null, "");
            Report(run, database, $"commands acknowledged, {clients} writers", ours, "commands/s", limit, clients == Events.Batch ? "≥ 50 %" : "");
        }

        Report(run, database, $"raw inserts of the event alone, 1000 to a commit", raw(1000, run.Time / Turns, RawRows.EventAlone), "events/s", null, "");
    }

    private static async Task<(double Limit, double Ours)> InTurns(
        IEventLog log, int clients, TimeSpan time, Func<int, TimeSpan, RawRows, double> raw)
    {
        var (limit, ours) = (0.0, 0.0);
        for (var turn = 0; turn < Turns; turn++)
        {
            limit = Math.Max(limit, raw(clients, time, RawRows.AsACommandLeaves));
            ours = Math.Max(ours, await Appends(log, clients, time, firstClient: (clients * 1000) + (turn * 100)));
        }

        return (limit, ours);
    }

    private static Task<double> Appends(IEventLog log, int clients, TimeSpan time, int firstClient) =>
        Measure.PerSecond(clients, time, async (client, n) =>
        {
            var result = await log.Append(Events.Request(firstClient + client, n));
            if (result.Status != AppendStatus.Appended) throw new InvalidOperationException(result.Status.ToString());
        });

    private void Report(BenchRun run, string database, FormattableString what, double value, string unit, double? limit, string target) =>
        run.Report(new(Name, database, what.ToString(CultureInfo.InvariantCulture), value, unit, limit, target));
}
