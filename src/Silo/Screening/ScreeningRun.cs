using System.Globalization;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Screening;
using Revitalization.Silo.Policies;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Screening;

/// <summary>
/// One attempt at a screening: looks at every household and records those it flags. Killed anywhere, the next attempt begins anew at a
/// later position of the log and drops what this one found; a screening that ended is never run again.
/// </summary>
public sealed class ScreeningRun(IGrainFactory grains, IRegistryDatabase database, PolicyBook policies)
{
    private const int HouseholdsPerBatch = 200;
    private const string Actor = "screening";

    public async Task Run(string key, CancellationToken cancellation)
    {
        var grain = grains.GetGrain<IScreeningGrain>(key);
        if (await grain.Read() is not { EndedAt: null } asked) return;
        var county = ScreeningIds.Parts(key).County;
        var plan = await PlanOf(county, asked, cancellation);
        var run = asked.Run + 1;

        var (connection, moment, position) = await ScreeningSource.Open(database, cancellation);
        await using var held = connection;
        await using var transaction = moment;
        if (!await Sent(grain, new BeginScreening(run, position), key, run, "begin")) return;
        var source = new ScreeningSource(connection, moment, county, plan);
        if (await Flag(grain, source.Rows(cancellation), plan, key, run) is { } screened)
            await Sent(grain, new CompleteScreening(run, screened), key, run, "complete");
    }

    /// <summary>The rules of the screening's day as they were known when it was asked for: adopting another pack meanwhile changes nothing.</summary>
    public async Task<ScreeningPlan> PlanOf(string county, ScreeningState asked, CancellationToken cancellation)
    {
        await policies.EnsureAll(county, cancellation);
        return new(policies.For(county, asked.Day, asked.RequestedAt), asked.Kind, asked.Period, asked.Day);
    }

    private static async Task<long?> Flag(IScreeningGrain grain, IAsyncEnumerable<ScreenedRow> rows, ScreeningPlan plan, string key, int run)
    {
        var (screened, batch, found) = (0L, 0, new List<FlaggedHousehold>(HouseholdsPerBatch));
        await foreach (var row in rows)
        {
            screened++;
            if (plan.Evaluate(row.Figures) is var reasons and not ScreeningReasons.None) found.Add(new(row.Household, row.Village, reasons, row.Figures));
            if (found.Count < HouseholdsPerBatch) continue;
            if (!await Record(grain, key, run, ++batch, screened, found)) return null;
            found.Clear();
        }
        if (found.Count > 0 && !await Record(grain, key, run, batch + 1, screened, found)) return null;
        return screened;
    }

    private static Task<bool> Record(IScreeningGrain grain, string key, int run, int batch, long screened, List<FlaggedHousehold> found) =>
        Sent(grain, new FlagHouseholds(run, batch, screened, [.. found]), key, run, string.Create(CultureInfo.InvariantCulture, $"batch/{batch}"));

    // Refused means overtaken by a later run, which does the same work.
    private static async Task<bool> Sent(IScreeningGrain grain, ScreeningCommand command, string key, int run, string what)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"screening/{key}/run/{run}/{what}");
        return (await grain.Handle(command, new CommandContext(id, "derived", Actor))).Refusal is null;
    }
}
