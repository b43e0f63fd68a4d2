using System.Collections.Concurrent;
using System.Collections.Frozen;
using Revitalization.Portal.OData.Apply;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.OData.Requests;

/// <summary>The guard's facts of the releases that are being asked for, read once each.</summary>
internal sealed class ReleaseFactsBook(ReplicaStore store)
{
    private const int Most = 24;
    private readonly ConcurrentDictionary<int, IReleaseFacts> _byRelease = new();

    public IReleaseFacts Of(int release)
    {
        if (_byRelease.TryGetValue(release, out var known)) return known;
        if (_byRelease.Count >= Most) _byRelease.Clear();
        return _byRelease.GetOrAdd(release, number => new Facts(new ReplicaReader(store), number));
    }

    private sealed class Facts(ReplicaReader reader, int release) : IReleaseFacts
    {
        public IReadOnlyDictionary<string, IndicatorFacts> Indicators { get; } = reader.Indicators(release).ToFrozenDictionary(
            indicator => indicator.Code,
            indicator => new IndicatorFacts(indicator.Name, indicator.Additive, indicator.Accumulation == "stock"), StringComparer.Ordinal);

        public string? LevelOf(string regionCode) => reader.Region(release, regionCode)?.Level;
    }
}
