using System.Collections.Concurrent;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Villages;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Imports;

/// <summary>
/// A village by its township's name and its own, within one county: only where exactly one standing village bears them, for a name
/// never identifies.
/// </summary>
public sealed class VillageNames(VillageDirectory directory, RegionBook regions, IEventLog log, ProjectionService projections, TimeProvider clock)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private const int VillagesMax = 2_000;
    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, (ILookup<(string, string), string> Codes, long ReadAt)> _counties = new(StringComparer.Ordinal);

    /// <summary>Before a sheet's first row: the sheet of its villages may have gone in a moment ago, and the list follow behind.</summary>
    public async Task Refresh(string region, CancellationToken cancellation)
    {
        await projections.WaitFor(await log.Head(cancellation), s_patience, cancellation, DirectoryProjection.ProjectionName);
        _counties.TryRemove(region, out _);
    }

    public async ValueTask<string?> Find(string region, string? township, string? village, CancellationToken cancellation)
    {
        if (township is null || village is null) return null;
        var codes = (await Of(region, cancellation))[(township, village)].ToArray();
        return codes is [var only] ? only : null;
    }

    private async ValueTask<ILookup<(string, string), string>> Of(string region, CancellationToken cancellation)
    {
        if (_counties.TryGetValue(region, out var known) && clock.GetElapsedTime(known.ReadAt) < Believed) return known.Codes;
        var villages = await directory.List([region], "", VillagesMax, cancellation);
        var codes = villages.Where(village => village.EndedOn is null)
            .ToLookup(village => (regions.Parent(village.Code)?.Name ?? "", village.Name), village => village.Code);
        _counties[region] = (codes, clock.GetTimestamp());
        return codes;
    }
}
