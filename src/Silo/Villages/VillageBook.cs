using System.Collections.Concurrent;
using Revitalization.Domain.Regions;
using Revitalization.Domain.Villages;

namespace Revitalization.Silo.Villages;

/// <summary>
/// The villages that rules ask for, as their grains state them. What a rule may need is fetched before it runs
/// (<see cref="Ensure"/>), since a rule waits for nothing; an answer is believed for some seconds.
/// </summary>
public sealed class VillageBook(IGrainFactory grains, TimeProvider clock) : IVillageBook
{
    private const int VillagesMax = 200_000;
    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, (VillageStanding Standing, long ReadAt)> _known = new(StringComparer.Ordinal);

    public VillageStanding? Find(string code) => _known.TryGetValue(code, out var known) ? known.Standing : null;

    public void Put(VillageFacts facts)
    {
        if (_known.Count >= VillagesMax) _known.Clear();
        _known[facts.Code] = (facts.Standing(), clock.GetTimestamp());
    }

    /// <summary>Fetches those that are unknown or read too long ago. A code of another form is left to the rule to refuse.</summary>
    public async ValueTask Ensure(params IEnumerable<string> codes)
    {
        foreach (var code in codes)
        {
            if (!VillageCode.IsWellFormed(code) || IsFresh(code)) continue;
            if (await grains.GetGrain<IVillageGrain>(code).Facts() is { } facts) Put(facts);
        }
    }

    private bool IsFresh(string code) =>
        _known.TryGetValue(code, out var known) && clock.GetElapsedTime(known.ReadAt) < Believed;
}
