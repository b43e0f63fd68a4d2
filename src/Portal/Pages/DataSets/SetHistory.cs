using System.Collections.Concurrent;
using Dapper;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Pages.DataSets;

/// <summary>What one release did to a set.</summary>
/// <param name="Rows">In it.</param>
/// <param name="Changes">Against the release before it; null for the first, for one whose rows are not kept, and for sets too large to compare.</param>
public sealed record SetVersion(ReleaseManifest Release, long? Rows, SetChanges? Changes);

public sealed record SetChanges(long Added, long Revised, long Removed);

/// <summary>The versions of a set with what changed between them (变更记录). Released rows never change, so each comparison is made once.</summary>
internal sealed class SetHistory(ReplicaStore store)
{
    private const long MostRows = 1_000_000;
    private readonly ConcurrentDictionary<(string Set, int Release, string Root), SetChanges?> _changes = new();

    public IReadOnlyList<SetVersion> Of(SetModel set)
    {
        var known = store.State.Known;
        return [.. known.Index().Reverse().Select(one => new SetVersion(
            one.Item.Signed.Manifest, one.Item.Signed.Manifest.RowCounts.TryGetValue(set.Name, out var rows) ? rows : null,
            one.Index > 0 && one.Item.Held && known[one.Index - 1].Held ? Changes(set, one.Item.Signed.Manifest) : null))];
    }

    // Sets that live outside a release, or whose rows are the releases themselves, have nothing to compare.
    private SetChanges? Changes(SetModel set, ReleaseManifest release) =>
        set.OfRelease == Disclosure.ThisRelease && release.RowCounts.GetValueOrDefault(set.Name) <= MostRows
            ? _changes.GetOrAdd((set.Name, release.Number, release.RowsRoot), key => Compare(set, key.Release))
            : null;

    private SetChanges Compare(SetModel set, int release)
    {
        using var lease = store.Database.ReadNow();
        var keys = string.Join(" AND ", set.Key.Select(key => set.Find(key)!.Column).Select(column => $"a.{column} = b.{column}"));
        var differing = set.Properties.Select(property => property.Column).Where(column => column != "release").Select(column => $"a.{column} IS NOT b.{column}");
        long Count(string condition, int from, int to) => lease.Connection.ExecuteScalar<long>(
            $"SELECT COUNT(*) FROM {set.Table} a WHERE a.release = @from AND {condition}", new { from, to });
        var missing = $"NOT EXISTS (SELECT 1 FROM {set.Table} b WHERE b.release = @to AND {keys})";
        var revised = $"EXISTS (SELECT 1 FROM {set.Table} b WHERE b.release = @to AND {keys} AND ({string.Join(" OR ", differing)}))";
        return new(Count(missing, release, release - 1), Count(revised, release, release - 1), Count(missing, release - 1, release));
    }
}
