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

    public int SchemaVersion => 4;

    public IReadOnlyList<ProjectionTable> Tables =>
        [MonitoringTables.Places, MonitoringTables.Differences, MonitoringTables.Files, MonitoringTables.Colours, MonitoringTables.Deadlines, MonitoringTables.States];

    public bool Wants(StoredEvent stored) =>
        (stored.Stream.StartsWith(PlaceFold.StreamPrefix, StringComparison.Ordinal) && !PlaceFold.Ignores(stored.Type))
        || stored.Stream.StartsWith(StreamPrefix, StringComparison.Ordinal) || stored.Stream.StartsWith(CountyPrefix, StringComparison.Ordinal);

    public async Task Apply(IReadOnlyList<StoredEvent> events, ProjectionBatch batch, CancellationToken cancellation)
    {
        var placed = await FoldPlaces(Streams(events, PlaceFold.StreamPrefix), batch, cancellation);
        var files = await FoldFiles(Streams(events, StreamPrefix), batch, cancellation);
        await WriteTouched(placed, files, batch, cancellation);
        foreach (var adopting in Streams(events, CountyPrefix))
        {
            await policies.Ensure(adopting.Key, adopting.Max(stored => stored.Version), cancellation);
            await WriteCounty(adopting.Key, batch, cancellation);
        }
    }

    /// <summary>Of a household that stayed where it was, what follows from its file before need not be written again.</summary>
    private async Task WriteTouched(
        Dictionary<string, PlaceNow> placed, Dictionary<string, (FileState? Before, FileState After)> files, ProjectionBatch batch, CancellationToken cancellation)
    {
        var places = await FindPlaces([.. files.Keys.Where(household => !placed.ContainsKey(household))], batch, cancellation);
        var others = await FindStates([.. placed.Keys.Where(household => !files.ContainsKey(household))], batch, cancellation);
        var rows = new FileRows(policies);
        foreach (var (household, file) in files)
        {
            if (placed.TryGetValue(household, out var now)) rows.Add(household, now, file.After, null);
            else rows.Add(household, places.GetValueOrDefault(household), file.After, file.Before);
        }
        foreach (var (household, now) in placed.Where(household => !files.ContainsKey(household.Key)))
            rows.Add(household, now, others.GetValueOrDefault(household), null);
        await rows.Write(batch, cancellation);
    }

    private static List<IGrouping<string, StoredEvent>> Streams(IReadOnlyList<StoredEvent> events, string prefix) =>
        [.. events.Where(stored => stored.Stream.StartsWith(prefix, StringComparison.Ordinal))
            .GroupBy(stored => stored.Stream[prefix.Length..], StringComparer.Ordinal)];

    private static async Task<Dictionary<string, PlaceNow>> FoldPlaces(List<IGrouping<string, StoredEvent>> touched, ProjectionBatch batch, CancellationToken cancellation)
    {
        var found = await batch.Find(
            "household, schema_version, place", "monitoring_places", "household", [.. touched.Select(household => household.Key)],
            reader => KeyValuePair.Create(reader.GetString(0), ReadPlace(reader.GetValue(1), (byte[])reader.GetValue(2))), cancellation);
        var before = found.ToDictionary(StringComparer.Ordinal);
        var (rows, now) = (new List<object?[]>(touched.Count), new Dictionary<string, PlaceNow>(touched.Count, StringComparer.Ordinal));
        foreach (var household in touched)
        {
            var place = household.Aggregate(before.GetValueOrDefault(household.Key, Household.Empty), PlaceFold.Fold);
            var seen = now[household.Key] = new(PlaceFold.Village(place), PlaceFold.RegisteredAs(place) is { } kind ? Terms.Code(kind) : null);
            rows.Add([household.Key, seen.Village, seen.RegisteredAs, (long)Snapshots.Household.SchemaVersion, Snapshots.Household.Write(place).ToArray()]);
        }
        await batch.Upsert(MonitoringTables.PlaceRow, rows, cancellation);
        return now;
    }

    private static async Task<Dictionary<string, (FileState? Before, FileState After)>> FoldFiles(
        List<IGrouping<string, StoredEvent>> touched, ProjectionBatch batch, CancellationToken cancellation)
    {
        var before = await FindStates([.. touched.Select(file => file.Key)], batch, cancellation);
        var folded = touched.ToDictionary(
            file => file.Key,
            file => (Before: before.GetValueOrDefault(file.Key), After: file.Aggregate(before.GetValueOrDefault(file.Key) ?? FileState.Empty, (state, stored) => state.After(stored))),
            StringComparer.Ordinal);
        await batch.Upsert(MonitoringTables.StateRow, [.. folded.Select(file => file.Value.After.Row(file.Key))], cancellation);
        return folded;
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

    private async Task WriteRows(List<string> households, ProjectionBatch batch, CancellationToken cancellation)
    {
        var states = await FindStates(households, batch, cancellation);
        var places = await FindPlaces(households, batch, cancellation);
        var rows = new FileRows(policies);
        foreach (var household in households) rows.Add(household, places.GetValueOrDefault(household), states.GetValueOrDefault(household), null);
        await rows.Write(batch, cancellation);
    }

    private static async Task<Dictionary<string, PlaceNow>> FindPlaces(List<string> households, ProjectionBatch batch, CancellationToken cancellation)
    {
        var found = await batch.Find(
            "household, village_code, registered_as", "monitoring_places", "household", households,
            reader => KeyValuePair.Create(reader.GetString(0), new PlaceNow(reader.GetString(1), reader.Text(2))), cancellation);
        return found.ToDictionary(StringComparer.Ordinal);
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
