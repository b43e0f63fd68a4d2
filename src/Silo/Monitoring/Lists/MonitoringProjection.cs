using System.Globalization;
using Revitalization.Domain.Events;
using Revitalization.Domain.Households;
using Revitalization.Silo.Households;
using Revitalization.Silo.Policies;
using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>
/// Files, their colours and their open limits, as lists read them. A file's rows are written anew when it, its village or its
/// county's adopted packs change; they are a function of these three alone.
/// </summary>
public sealed class MonitoringProjection(PolicyBook policies) : IProjection
{
    public const string ProjectionName = "monitoring";

    private const string StreamPrefix = "monitoring/";
    private const string CountyPrefix = "county/";
    private const int HouseholdsPerPage = 2_000;

    public string Name => ProjectionName;

    public int SchemaVersion => 1;

    public IReadOnlyList<ProjectionTable> Tables =>
        [MonitoringTables.Places, MonitoringTables.Files, MonitoringTables.Colours, MonitoringTables.Deadlines, MonitoringTables.States];

    public async Task Apply(IReadOnlyList<StoredEvent> events, ProjectionBatch batch, CancellationToken cancellation)
    {
        var moved = await FoldPlaces(Streams(events, PlaceFold.StreamPrefix, PlaceFold.Concerns), batch, cancellation);
        var touched = await FoldFiles(Streams(events, StreamPrefix, _ => true), batch, cancellation);
        await WriteRows([.. touched.Union(moved, StringComparer.Ordinal)], batch, cancellation);
        foreach (var adopting in Streams(events, CountyPrefix, _ => true))
        {
            await policies.Ensure(adopting.Key, adopting.Max(stored => stored.Version), cancellation);
            await WriteCounty(adopting.Key, batch, cancellation);
        }
    }

    private static List<IGrouping<string, StoredEvent>> Streams(IReadOnlyList<StoredEvent> events, string prefix, Func<StoredEvent, bool> wanted) =>
        [.. events.Where(stored => stored.Stream.StartsWith(prefix, StringComparison.Ordinal) && wanted(stored))
            .GroupBy(stored => stored.Stream[prefix.Length..], StringComparer.Ordinal)];

    /// <summary>The households whose village is another one now.</summary>
    private static async Task<List<string>> FoldPlaces(List<IGrouping<string, StoredEvent>> touched, ProjectionBatch batch, CancellationToken cancellation)
    {
        var found = await batch.Find(
            "household, village_code, schema_version, place", "monitoring_places", "household", [.. touched.Select(household => household.Key)],
            reader => (Id: reader.GetString(0), Village: reader.GetString(1), Place: ReadPlace(reader.GetValue(2), (byte[])reader.GetValue(3))), cancellation);
        var before = found.ToDictionary(row => row.Id, StringComparer.Ordinal);
        var (rows, moved) = (new List<object?[]>(), new List<string>());
        foreach (var household in touched)
        {
            var known = before.TryGetValue(household.Key, out var old);
            var place = household.Aggregate(known ? old.Place : Household.Empty, PlaceFold.Fold);
            var village = PlaceFold.Village(place);
            if (!known || old.Village != village) moved.Add(household.Key);
            rows.Add([
                household.Key, village, PlaceFold.RegisteredAs(place) is { } kind ? Terms.Code(kind) : null,
                (long)Snapshots.Household.SchemaVersion, Snapshots.Household.Write(place).ToArray(),
            ]);
        }
        await batch.Upsert(MonitoringTables.PlaceRow, rows, cancellation);
        return moved;
    }

    private static async Task<List<string>> FoldFiles(List<IGrouping<string, StoredEvent>> touched, ProjectionBatch batch, CancellationToken cancellation)
    {
        var before = await FindStates([.. touched.Select(file => file.Key)], batch, cancellation);
        var rows = touched.Select(file => file.Aggregate(before.GetValueOrDefault(file.Key) ?? FileState.Empty, (state, stored) => state.After(stored)).Row(file.Key)).ToList();
        await batch.Upsert(MonitoringTables.StateRow, rows, cancellation);
        return [.. touched.Select(file => file.Key)];
    }

    private async Task WriteCounty(string county, ProjectionBatch batch, CancellationToken cancellation)
    {
        var after = "";
        while (await Households(county, after, batch, cancellation) is { Count: > 0 } page)
        {
            await WriteRows(page, batch, cancellation);
            after = page[^1];
        }
    }

    // Households without a file have no state, and so no rows.
    private async Task WriteRows(List<string> households, ProjectionBatch batch, CancellationToken cancellation)
    {
        var states = await FindStates(households, batch, cancellation);
        if (states.Count == 0) return;
        var places = (await batch.Find("household, village_code", "monitoring_places", "household", states.Keys, reader => (reader.GetString(0), reader.GetString(1)), cancellation))
            .ToDictionary(StringComparer.Ordinal);
        var rows = new FileRows(policies);
        foreach (var (household, state) in states) rows.Add(household, places.GetValueOrDefault(household, ""), state);
        await rows.Write(batch, cancellation);
    }

    private static async Task<List<string>> Households(string county, string after, ProjectionBatch batch, CancellationToken cancellation)
    {
        var (scope, values) = ScopeFilter.Of([county], "village_code");
        await using var command = batch.Command(string.Create(
            CultureInfo.InvariantCulture, $"SELECT household FROM {batch.Table("monitoring_files")} WHERE {scope} AND household > @after ORDER BY household LIMIT {HouseholdsPerPage}"));
        foreach (var (name, value) in values) command.Add(name, value);
        command.Add("after", after);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<string>();
        while (await reader.ReadAsync(cancellation)) found.Add(reader.GetString(0));
        return found;
    }

    private static async Task<Dictionary<string, FileState>> FindStates(IReadOnlyCollection<string> households, ProjectionBatch batch, CancellationToken cancellation)
    {
        var found = await batch.Find(
            "household, schema_version, state, forecasts", "monitoring_states", "household", households,
            reader => (Id: reader.GetString(0), State: FileState.Read(reader.GetValue(1), (byte[])reader.GetValue(2), reader.GetString(3))), cancellation);
        return found.ToDictionary(row => row.Id, row => row.State, StringComparer.Ordinal);
    }

    private static Household ReadPlace(object version, byte[] place) =>
        Convert.ToInt32(version, CultureInfo.InvariantCulture) == Snapshots.Household.SchemaVersion
            ? Snapshots.Household.Read(place)
            : throw new InvalidOperationException("Stored places have another shape: raise the projection's schema version.");
}
