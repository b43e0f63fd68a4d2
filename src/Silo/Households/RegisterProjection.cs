using System.Globalization;
using Revitalization.Domain.Audit;
using Revitalization.Domain.Events;
using Revitalization.Domain.Households;
using Revitalization.Domain.Indicators;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Indicators;
using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Households;

/// <summary>
/// The register and its roll-ups: folds each touched household from its stored state and writes what came out differently.
/// </summary>
public sealed class RegisterProjection(RegionBook regions, NameIndex names) : IProjection
{
    public const string ProjectionName = "register";

    private const string StreamPrefix = "household/";
    private const string ErasedType = "audit.person-erased";

    public string Name => ProjectionName;

    public int SchemaVersion => 2;

    public IReadOnlyList<ProjectionTable> Tables =>
        [RegisterTables.Households, RegisterTables.Members, RegisterTables.Incomes, RegisterTables.Duplicates, RegisterTables.States, RollupDeltas.Table];

    public bool Wants(StoredEvent stored) => stored.Stream.StartsWith(StreamPrefix, StringComparison.Ordinal) || stored.Type == ErasedType;

    public async Task Apply(IReadOnlyList<StoredEvent> events, ProjectionBatch batch, CancellationToken cancellation)
    {
        var touched = events.Where(stored => stored.Stream.StartsWith(StreamPrefix, StringComparison.Ordinal))
            .GroupBy(stored => stored.Stream[StreamPrefix.Length..], StringComparer.Ordinal).ToList();
        var erased = events.Where(stored => stored.Type == ErasedType).Select(stored => Read<PersonErased>(stored).Person).ToList();
        if (touched.Count > 0) await Write(touched, batch, cancellation);
        if (erased.Count > 0) await ErasedPersons.Write(erased, batch, cancellation);
    }

    private async Task Write(List<IGrouping<string, StoredEvent>> touched, ProjectionBatch batch, CancellationToken cancellation)
    {
        var before = await FindStates([.. touched.Select(household => household.Key)], batch, cancellation);
        var rows = new RegisterRows();
        var rollups = new RollupDeltas(regions);
        foreach (var household in touched)
        {
            var old = before.GetValueOrDefault(household.Key);
            var now = household.Aggregate(old?.State ?? Household.Empty, Fold);
            var contribution = HouseholdContribution.Of(now).ToList();
            rollups.Replace(old is null ? [] : Contribution.Read(old.Contribution), contribution);
            rows.Change(household.Key, old?.State ?? Household.Empty, now, Contribution.Write(contribution));
        }
        await rows.Write(batch, names, cancellation);
        await rollups.Write(batch, cancellation);
    }

    private static async Task<Dictionary<string, StoredState>> FindStates(string[] households, ProjectionBatch batch, CancellationToken cancellation)
    {
        var found = await batch.Find(
            "household, schema_version, state, contribution", "household_states", "household", households,
            reader => (Id: reader.GetString(0), Version: reader.GetValue(1), State: (byte[])reader.GetValue(2), Contribution: (byte[])reader.GetValue(3)),
            cancellation);
        return found.ToDictionary(
            row => row.Id, row => new StoredState(ReadState(row.Version, row.State), row.Contribution), StringComparer.Ordinal);
    }

    private static Household ReadState(object version, byte[] state) =>
        Convert.ToInt32(version, CultureInfo.InvariantCulture) == Snapshots.Household.SchemaVersion
            ? Snapshots.Household.Read(state)
            : throw new InvalidOperationException("Stored households have another shape: raise the projection's schema version.");

    private static Household Fold(Household household, StoredEvent stored)
    {
        if (stored.Version != household.Version + 1)
            throw PoisonEventException.Of(stored, new InvalidDataException($"expected version {household.Version + 1}"));
        return Household.Evolve(household, Read<HouseholdEvent>(stored));
    }

    private static TEvent Read<TEvent>(StoredEvent stored) where TEvent : class
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

    private sealed record StoredState(Household State, byte[] Contribution);
}
