using System.Diagnostics;
using System.Globalization;
using Orleans;
using Revitalization.Bench.Harness;
using Revitalization.Domain.Events;
using Revitalization.Domain.Households;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;

namespace Revitalization.Bench.Silo;

/// <summary>What one household costs: to activate with a short and a long history, to keep in memory, to project.</summary>
public sealed class HouseholdSection : IBenchSection
{
    private const int LongHouseholds = 20, LongEvents = 1_000, ShortEvents = 10, Looks = 50;

    public string Name => "silo: household";

    public int Order => 40;

    public async Task Run(BenchRun run)
    {
        await OnDatabase(run, "SQLite", null);
        await OnDatabase(run, "PostgreSQL", await run.NewPostgres());
    }

    private async Task OnDatabase(BenchRun run, string database, string? postgres)
    {
        var (folder, count) = (run.NewFolder(), (int)(20_000 * run.Scale));
        await using (var silo = await BenchSilo.Start(folder, postgres))
        {
            await BenchSilo.InParallel(count, n => Fill(silo, Short(n), n, ShortEvents));
            await BenchSilo.InParallel(LongHouseholds, n => Fill(silo, Long(n), count + n, LongEvents));
            await Projection(run, silo, database);
        }

        await using var again = await BenchSilo.Start(folder, postgres); // Nothing is active in it yet.
        await Activation(run, again, database);
        await Memory(run, again, database, count);
    }

    private static string Short(int n) => string.Create(CultureInfo.InvariantCulture, $"short-{n}");

    private static string Long(int n) => string.Create(CultureInfo.InvariantCulture, $"long-{n}");

    private static async Task Fill(BenchSilo silo, string id, int person, int events)
    {
        await silo.Register(id);
        await silo.AddMember(id, person);
        for (var n = 0; n < events - 2; n++) await silo.AddIncome(id, n);
    }

    private async Task Projection(BenchRun run, BenchSilo silo, string database)
    {
        await silo.Projected();
        var (events, watch) = (await silo.Get<IEventLog>().Head(), Stopwatch.StartNew());
        await silo.Get<ProjectionService>().Rebuild(RegisterProjection.ProjectionName, default);
        run.Report(new(Name, database, $"{events} events folded into the register and its roll-ups from zero", events / watch.Elapsed.TotalSeconds, "events/s", null, ""));

        var delays = new List<double>();
        for (var n = 0; n < Looks; n++)
        {
            await silo.Register(string.Create(CultureInfo.InvariantCulture, $"seen-{n}"));
            watch.Restart();
            await silo.Projected();
            delays.Add(watch.Elapsed.TotalMilliseconds);
        }

        run.Report(new(Name, database, "from acknowledgement to row, median", delays.Order().ElementAt(Looks / 2), "ms", null, ""));
    }

    private async Task Activation(BenchRun run, BenchSilo silo, string database)
    {
        await Activate(silo, Enumerable.Range(LongHouseholds, 100).Select(Short)); // Compiled before the clock starts.
        var brief = await Activate(silo, Enumerable.Range(0, LongHouseholds).Select(Short));
        run.Report(new(Name, database, $"activation, {ShortEvents} events, one after another", brief, "µs", null, ""));
        run.Report(new(Name, database, $"activation, {LongEvents} events, one after another", await Activate(silo, Enumerable.Range(0, LongHouseholds).Select(Long)), "µs", brief, ""));
    }

    private static async Task<double> Activate(BenchSilo silo, IEnumerable<string> households)
    {
        var (watch, count) = (Stopwatch.StartNew(), 0);
        foreach (var id in households)
        {
            await Household(silo, id).Place();
            count++;
        }

        return watch.Elapsed.TotalMicroseconds / count;
    }

    private static IHouseholdGrain Household(BenchSilo silo, string id) => silo.Get<IGrainFactory>().GetGrain<IHouseholdGrain>(id);

    /// <summary>The state alone is the same state read as often from its stored form; what remains is the engine's and the grain's.</summary>
    private async Task Memory(BenchRun run, BenchSilo silo, string database, int count)
    {
        var (first, total) = (200, count - 200);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await BenchSilo.InParallel(total, n => Household(silo, Short(first + n)).Place());
        var active = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / total;

        var state = await State(silo, Short(first));
        before = GC.GetTotalMemory(forceFullCollection: true);
        var states = Enumerable.Range(0, total).Select(_ => Snapshots.Household.Read(state)).ToArray();
        var alone = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / states.Length;
        GC.KeepAlive(states);
        run.Report(new(Name, database, "memory of an active household, its state included", active, "bytes", alone, "limit: its state alone"));
        run.Report(new(Name, database, "memory of an active household beside its state", active - alone, "bytes", 1024, "< 1,024"));
    }

    private static async Task<ReadOnlyMemory<byte>> State(BenchSilo silo, string id)
    {
        var (_, events) = await silo.Get<IEventLog>().Load($"household/{id}", snapshotSchema: 0);
        return Snapshots.Household.Write(events.Aggregate(Domain.Households.Household.Empty, (state, stored) =>
            Domain.Households.Household.Evolve(state, EventCatalog.Read<HouseholdEvent>(stored.Type, stored.SchemaVersion, stored.Data))));
    }
}
