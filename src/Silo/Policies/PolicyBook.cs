using System.Collections.Concurrent;
using System.Collections.Immutable;
using Revitalization.Domain.Events;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Policies;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Policies;

/// <summary>
/// The rules that hold in a county on a day (政策册): its adopted packs composed into one. Asked within rules and projections, so it
/// answers from memory at once; <see cref="PolicyFollower"/> keeps it up with other processes.
/// </summary>
public sealed class PolicyBook(IEventLog log)
{
    private const int CountyDigits = 6;
    private const int ComposedMax = 8192;

    private readonly ConcurrentDictionary<string, ImmutableArray<StoredEvent>> _events = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string County, DateOnly Day, int Known), PolicyPack> _composed = new();

    public static IReadOnlyList<PolicyPack> Shipped => ShippedPacks.All;

    /// <summary>The pack that holds on a day, as known now.</summary>
    /// <param name="regionCode">A county or any place within one, such as a village's code.</param>
    public PolicyPack For(string regionCode, DateOnly day) => Compose(CountyOf(regionCode), day, Events(CountyOf(regionCode)).Length);

    /// <summary>The same, as known before a moment: adoptions recorded later are not counted, so the answer for a past moment stays.</summary>
    public PolicyPack For(string regionCode, DateOnly day, DateTimeOffset knownBefore) =>
        Compose(CountyOf(regionCode), day, Events(CountyOf(regionCode)).Count(stored => stored.At < knownBefore));

    /// <summary>The rules of every day, as known before a moment.</summary>
    public CountyRules Rules(string regionCode, DateTimeOffset knownBefore)
    {
        var county = CountyOf(regionCode);
        var events = Events(county);
        var known = Fold(events, events.Count(stored => stored.At < knownBefore)).Adoptions;
        return new(day => For(county, day, knownBefore), PolicyComposition.Turns(county, known, Shipped));
    }

    public CountyAdoptions Adoptions(string county) => Fold(Events(county), Events(county).Length);

    /// <summary>Makes sure that the book knows the county's stream up to a version: a projection that meets the event calls it.</summary>
    public async ValueTask Ensure(string county, long version, CancellationToken cancellation)
    {
        while (Events(county) is var known && known.Length < version)
        {
            var next = await log.ReadStream(StreamOf(county), known.Length, LogLimits.EventsPerRead, cancellation);
            if (next.Count == 0) throw new InvalidOperationException($"{StreamOf(county)} has no version {version}.");
            _events.AddOrUpdate(county, _ => [.. next], (_, present) => present.Length == known.Length ? present.AddRange(next) : present);
        }
    }

    /// <summary>Reads on to the stream's end: for an answer that must never change, whichever process gave it.</summary>
    public async ValueTask EnsureAll(string county, CancellationToken cancellation)
    {
        while (Events(county) is var known && await log.ReadStream(StreamOf(county), known.Length, LogLimits.EventsPerRead, cancellation) is { Count: > 0 } next)
            _events.AddOrUpdate(county, _ => [.. next], (_, present) => present.Length == known.Length ? present.AddRange(next) : present);
    }

    public static string StreamOf(string county) => $"county/{county}";

    public static string CountyOf(string regionCode) => regionCode.Length > CountyDigits ? regionCode[..CountyDigits] : regionCode;

    private ImmutableArray<StoredEvent> Events(string county) => _events.TryGetValue(county, out var known) ? known : [];

    private PolicyPack Compose(string county, DateOnly day, int known)
    {
        if (_composed.TryGetValue((county, day, known), out var present)) return present;
        if (_composed.Count >= ComposedMax) _composed.Clear();
        var composed = PolicyComposition.Of(county, Fold(Events(county), known).Adoptions, Shipped, day);
        return _composed[(county, day, known)] = composed;
    }

    private static CountyAdoptions Fold(ImmutableArray<StoredEvent> events, int count) =>
        events.Take(count).Select(stored => EventCatalog.Read<AdoptionEvent>(stored.Type, stored.SchemaVersion, stored.Data))
            .Aggregate(CountyAdoptions.Empty, CountyAdoptions.Evolve);
}
