using Revitalization.Domain.Events;
using Revitalization.Domain.Indicators;
using Revitalization.Domain.Policies;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Indicators;

/// <summary>
/// Which packs counties hold, folded by the projection that counts by them: the policy book may already know of an adoption that
/// this projection has yet to read, and figures belong to one point of the log.
/// </summary>
internal static class RollupAdoptions
{
    private const string Prefix = "county/";

    public static bool Concerns(StoredEvent stored) => stored.Stream.StartsWith(Prefix, StringComparison.Ordinal) && EventCatalog.Is<AdoptionEvent>(stored.Type);

    /// <summary>The counties whose adoptions changed in this batch.</summary>
    public static async Task<List<string>> Fold(IReadOnlyList<StoredEvent> events, ProjectionBatch batch, CancellationToken cancellation)
    {
        var touched = events.Where(Concerns)
            .GroupBy(stored => stored.Stream[Prefix.Length..], StringComparer.Ordinal).ToList();
        if (touched.Count == 0) return [];
        var before = await Find([.. touched.Select(county => county.Key)], batch, cancellation);
        var rows = touched.ConvertAll(county => new object?[]
        {
            county.Key, Snapshots.CountyAdoptions.Write(county.Aggregate(before.GetValueOrDefault(county.Key) ?? CountyAdoptions.Empty,
                (adoptions, stored) => CountyAdoptions.Evolve(adoptions, Read(stored)))).ToArray(),
        });
        await batch.Upsert(RegisterTables.AdoptionRow, rows, cancellation);
        return [.. touched.Select(county => county.Key)];
    }

    public static async Task<CountyPackDays> Packs(IEnumerable<string> counties, ProjectionBatch batch, CancellationToken cancellation)
    {
        var adopted = await Find([.. counties.Distinct(StringComparer.Ordinal)], batch, cancellation);
        return new(county => adopted.TryGetValue(county, out var known) ? known.Adoptions : [], ShippedPacks.All);
    }

    private static async Task<Dictionary<string, CountyAdoptions>> Find(string[] counties, ProjectionBatch batch, CancellationToken cancellation) =>
        (await batch.Find("county, adoptions", "rollup_adoptions", "county", counties,
            reader => (County: reader.GetString(0), Adoptions: Snapshots.CountyAdoptions.Read((byte[])reader.GetValue(1))), cancellation))
        .ToDictionary(row => row.County, row => row.Adoptions, StringComparer.Ordinal);

    private static AdoptionEvent Read(StoredEvent stored)
    {
        try
        {
            return EventCatalog.Read<AdoptionEvent>(stored.Type, stored.SchemaVersion, stored.Data);
        }
        catch (EventUnreadableException unreadable)
        {
            throw PoisonEventException.Of(stored, unreadable);
        }
    }
}
