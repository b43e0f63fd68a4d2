using Revitalization.Bench.Harness;
using Revitalization.Bench.Storage;

namespace Revitalization.Bench.Silo;

/// <summary>
/// Commands of one database beside their limit: what the database does with the same rows in group commits of as many as there are clients
/// (event, place in its stream, command id). The two take turns and the best turn of each counts.
/// </summary>
internal sealed class CommandTurns(BenchRun run, string section, string database, BenchSilo silo, Func<int, RawRows, double> raw)
{
    public const int Turns = 3;

    /// <param name="of">What is measured, how many clients do it, and what we aim at.</param>
    /// <param name="operation">Client number, no two turns' alike, and count of its operations in the turn.</param>
    public Task Report((string What, int Clients, string Target) of, Func<int, int, Task> operation) =>
        Report(of, async (first, time) => new(await Measure.PerSecond(of.Clients, time, (client, n) => operation(first + client, n)), null));

    // Each figure begins with nothing left to project from the one before.
    public async Task Report((string What, int Clients, string Target) of, Func<int, TimeSpan, Task<Pace>> measure)
    {
        await silo.Projected();
        await Measure.WarmUp((turn, time) => measure(turn * 1_000, time));
        var (limit, best, cost) = (0.0, default(Pace), "");
        for (var turn = 1; turn <= Turns; turn++)
        {
            limit = Math.Max(limit, raw(of.Clients, RawRows.AsACommandLeaves));
            var (pace, each) = await Turn(turn, measure);
            if (pace.PerSecond > best.PerSecond) (best, cost) = (pace, each);
        }

        run.Report(new(section, database, $"{of.What}, {of.Clients} clients ({cost})", best.PerSecond, "commands/s", limit, of.Target));
        if (of.Target.Length == 0) return;
        run.Report(new(section, database, "the same beside raw inserts of the event alone", best.PerSecond, "commands/s", raw(of.Clients, RawRows.EventAlone), ""));
    }

    private async Task<(Pace Pace, string Cost)> Turn(int turn, Func<int, TimeSpan, Task<Pace>> measure)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var pace = await measure((100 + turn) * 1_000, run.Time / Turns);
        return (pace, pace.Cost((Environment.CpuUsage.TotalTime - processor) / (pace.PerSecond * run.Time.TotalSeconds / Turns)));
    }
}
