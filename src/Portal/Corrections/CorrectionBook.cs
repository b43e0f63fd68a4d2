using System.Collections.Concurrent;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Corrections;

/// <summary>
/// Every correction (更正) of which both releases are held, each compared once and kept until a row of either is redacted: what was redacted must
/// not live on as somebody's "before".
/// </summary>
internal sealed class CorrectionBook(ReplicaStore store)
{
    /// <summary>Of one correction; all are counted.</summary>
    public const int MostChanges = 5000;

    private const int MostKept = 24;
    private readonly ConcurrentDictionary<(int Release, string Stamps), Lazy<Correction>> _known = new();

    /// <summary>Releases that correct another, newest first.</summary>
    public IReadOnlyList<ReleaseManifest> Correcting() =>
        [.. store.State.Known.Select(known => known.Signed.Manifest).Where(manifest => manifest.Corrects is not null).Reverse()];

    /// <returns>Null where the release corrects none, or one of the two is no longer held.</returns>
    public Correction? Of(int release)
    {
        var state = store.State;
        if (state.Find(release) is not { Held: true, Signed.Manifest: { Corrects: { } corrects } manifest } || state.Find(corrects) is not { Held: true }) return null;
        if (_known.Count >= MostKept) _known.Clear();
        return _known.GetOrAdd((release, state.Stamp(release) + state.Stamp(corrects)), _ => new Lazy<Correction>(() => Compare(manifest, corrects))).Value;
    }

    private Correction Compare(ReleaseManifest manifest, int corrects)
    {
        using var lease = store.Database.ReadNow();
        using var moment = lease.Connection.BeginTransaction(deferred: true);
        var (changes, counts) = (new List<RowChange>(), new SortedDictionary<ChangeKind, int>());
        foreach (var change in new ReleaseDifference(moment, corrects, manifest.Number).Changes())
        {
            counts[change.Kind] = counts.GetValueOrDefault(change.Kind) + 1;
            if (changes.Count < MostChanges) changes.Add(change);
        }
        return new(manifest.Number, corrects, manifest.Note, changes, counts);
    }
}
