using Revitalization.Contracts.Releases;
using Revitalization.Domain.Audit;
using Revitalization.Domain.Events;
using Revitalization.Domain.Households;
using Revitalization.Domain.Indicators;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Policies;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Indicators;
using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Households;

/// <summary>
/// The register and its roll-ups: folds each touched household and its monitoring from their stored state and writes what came out
/// differently. One projection, so that a release freezes register and monitoring figures at one point of the log.
/// </summary>
public sealed class RegisterProjection(RegionBook regions, NameIndex names) : IProjection
{
    public const string ProjectionName = "register";

    private const string HouseholdPrefix = "household/";
    private const string MonitoringPrefix = "monitoring/";
    private const string ErasedType = "audit.person-erased";

    public string Name => ProjectionName;

    /// <summary>Rises with the shape of what it keeps of monitoring.</summary>
    public int SchemaVersion => 6 + Snapshots.MonitoringRecord.SchemaVersion;

    public IReadOnlyList<ProjectionTable> Tables =>
    [
        RegisterTables.Households, RegisterTables.Members, RegisterTables.Incomes, RegisterTables.Duplicates, RegisterTables.States,
        RegisterTables.Adoptions, RegisterTables.LastEvents, RollupDeltas.Table,
    ];

    public bool Wants(StoredEvent stored) => IsOfHousehold(stored) || RollupAdoptions.Concerns(stored) || stored.Type == ErasedType;

    public async Task Apply(IReadOnlyList<StoredEvent> events, ProjectionBatch batch, CancellationToken cancellation)
    {
        var touched = events.Select(stored => (Household: HouseholdOf(stored), Stored: stored)).Where(each => each.Household is not null)
            .GroupBy(each => each.Household!, each => each.Stored, StringComparer.Ordinal).ToList();
        var adopted = await RollupAdoptions.Fold(events, batch, cancellation);
        if (touched.Count > 0) await Write(touched, batch, cancellation);
        foreach (var county in adopted) await Recount(county, batch, cancellation);
        var erased = events.Where(stored => stored.Type == ErasedType).Select(stored => Stored.Read<PersonErased>(stored).Person).ToList();
        if (erased.Count > 0) await ErasedPersons.Write(erased, batch, cancellation);
    }

    private static bool IsOfHousehold(StoredEvent stored) =>
        stored.Stream.StartsWith(HouseholdPrefix, StringComparison.Ordinal) || stored.Stream.StartsWith(MonitoringPrefix, StringComparison.Ordinal);

    private static string? HouseholdOf(StoredEvent stored) =>
        stored.Stream.StartsWith(HouseholdPrefix, StringComparison.Ordinal) ? stored.Stream[HouseholdPrefix.Length..]
        : stored.Stream.StartsWith(MonitoringPrefix, StringComparison.Ordinal) ? stored.Stream[MonitoringPrefix.Length..]
        : null;

    private async Task Write(List<IGrouping<string, StoredEvent>> touched, ProjectionBatch batch, CancellationToken cancellation)
    {
        var before = await HouseholdStates.Find([.. touched.Select(household => household.Key)], batch, cancellation);
        var changed = touched.ConvertAll(household => (household.Key, Old: before.GetValueOrDefault(household.Key), Now: household.Aggregate(
            before.GetValueOrDefault(household.Key) ?? HouseholdState.Empty, Fold)));
        await Write(changed, batch, cancellation);
        await WriteLastEvents(touched.Zip(changed, (household, after) => (household.MaxBy(stored => stored.Seq)!, after.Now)), batch, cancellation);
    }

    // Events come in the order of the log, so a later batch's are newer.
    private static Task WriteLastEvents(IEnumerable<(StoredEvent Last, HouseholdState Now)> touched, ProjectionBatch batch, CancellationToken cancellation)
    {
        var newest = touched.SelectMany(each => each.Now.Counties().Select(county => (County: county, each.Last))).GroupBy(each => each.County, StringComparer.Ordinal)
            .Select(county => (County: county.Key, county.MaxBy(each => each.Last.Seq).Last));
        return batch.Upsert(RegisterTables.LastEventRow, [.. newest.Select(each => (object?[])[each.County, each.Last.Seq, ManifestJson.Time(each.Last.At)])], cancellation);
    }

    /// <summary>Its colours are others now, on past days too: an adoption may begin before it was recorded.</summary>
    private async Task Recount(string county, ProjectionBatch batch, CancellationToken cancellation)
    {
        var after = "";
        while (await HouseholdStates.Monitored(county, after, batch, cancellation) is { Count: > 0 } page)
        {
            var states = await HouseholdStates.Find(page, batch, cancellation);
            await Write([.. states.Select(state => (state.Key, (HouseholdState?)state.Value, state.Value))], batch, cancellation);
            after = page[^1];
        }
    }

    private async Task Write(List<(string Household, HouseholdState? Old, HouseholdState Now)> changed, ProjectionBatch batch, CancellationToken cancellation)
    {
        var packs = await RollupAdoptions.Packs(changed.Where(each => each.Now.Monitoring is not null).SelectMany(each => each.Now.Counties()), batch, cancellation);
        var (rows, rollups) = (new RegisterRows(), new RollupDeltas(regions));
        foreach (var (household, old, now) in changed)
        {
            var contribution = now.Contribution(packs);
            rollups.Replace(old is null ? [] : Contribution.Read(old.Counted), contribution);
            rows.Change(household, old?.Household ?? Household.Empty, now.Household, now.Monitoring, Contribution.Write(contribution));
        }
        await rows.Write(batch, names, cancellation);
        await rollups.Write(batch, cancellation);
    }

    private static HouseholdState Fold(HouseholdState state, StoredEvent stored) => stored.Stream.StartsWith(HouseholdPrefix, StringComparison.Ordinal)
        ? state with { Household = Fold(state.Household, stored) }
        : state with { Monitoring = Fold(state.Monitoring ?? MonitoringRecord.Empty, stored) };

    private static Household Fold(Household household, StoredEvent stored)
    {
        Stored.Follows(stored, household.Version);
        return Household.Evolve(household, Stored.Read<HouseholdEvent>(stored));
    }

    private static MonitoringRecord Fold(MonitoringRecord record, StoredEvent stored)
    {
        Stored.Follows(stored, record.File.Version);
        return MonitoringRecord.Evolve(record, Stored.Read<MonitoringEvent>(stored));
    }

    private static class Stored
    {
        public static void Follows(StoredEvent stored, long version)
        {
            if (stored.Version != version + 1) throw PoisonEventException.Of(stored, new InvalidDataException($"expected version {version + 1}"));
        }

        public static TEvent Read<TEvent>(StoredEvent stored) where TEvent : class
        {
            try
            {
                return EventCatalog.Read<TEvent>(stored.Type, stored.SchemaVersion, stored.Data);
            }
            catch (EventUnreadableException unreadable)
            {
                throw PoisonEventException.Of(stored, unreadable);
            }
        }
    }
}
