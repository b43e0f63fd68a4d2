using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Audit;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Events;
using Revitalization.Domain.Households;
using Revitalization.Silo.Audit;
using Revitalization.Silo.Privacy;
using Revitalization.Storage.EventLog;
using HouseholdView = Revitalization.Contracts.Households.HouseholdView;

namespace Revitalization.Silo.Households;

/// <summary>What a household looked like: as of a day, and as it was known on a day.</summary>
/// <param name="AsOf">Null: today.</param>
/// <param name="KnownOn">Null: all that is recorded by now.</param>
public sealed record ReadMoment(DateOnly? AsOf, DateOnly? KnownOn, string Purpose);

/// <summary>Reads one household from its own stream (查阅), checks that the reader may, and records that he did before he sees it.</summary>
public sealed class HouseholdReader(IEventLog log, AuditTrail audit, HouseholdViews views, TimeProvider clock)
{
    private const int EventsPerRead = 1000;

    public async Task<(HouseholdView? View, Enum? Refusal)> Read(string id, ReadMoment moment, Sender by, CancellationToken cancellation)
    {
        var today = clock.ChinaToday();
        if (moment.AsOf > today || moment.KnownOn > today) return (null, QueryRefusal.DayInFuture);
        var (all, village, refusal) = await Visible(id, by, cancellation);
        if (refusal is not null) return (null, refusal);

        var known = moment.KnownOn is { } day ? all.Where(stored => stored.At < ChinaCalendar.StartOf(day.AddDays(1))) : all;
        var household = Fold(known);
        var asOf = moment.AsOf ?? today;
        if (household.AsOf(asOf) is not { } view) return (null, QueryRefusal.HouseholdNotFound);
        await audit.Record(by.Account, new PersonalDataRead(id, moment.Purpose, village), cancellation);
        return (await views.Of(id, household, view, moment.KnownOn ?? today, cancellation), null);
    }

    /// <summary>Every event of the household, personal fields masked.</summary>
    public async Task<(IReadOnlyList<HistoryEntry>? History, Enum? Refusal)> History(string id, Sender by, CancellationToken cancellation)
    {
        var (all, village, refusal) = await Visible(id, by, cancellation);
        if (refusal is not null) return (null, refusal);
        await audit.Record(by.Account, new PersonalDataRead(id, "history", village), cancellation);
        return ([.. all.Select(MaskedEvents.Entry)], null);
    }

    /// <summary>The household as all that is recorded says, for a reader of another file about it; whoever shows it to the caller records that.</summary>
    public async Task<(Household? Household, Enum? Refusal)> Find(string id, Sender by, CancellationToken cancellation)
    {
        var (all, _, refusal) = await Visible(id, by, cancellation);
        return refusal is null ? (Fold(all), null) : (null, refusal);
    }

    // Whoever is responsible now sees the whole history; whoever was, no longer does.
    internal async Task<(IReadOnlyList<StoredEvent> Events, string Village, Enum? Refusal)> Visible(string id, Sender by, CancellationToken cancellation)
    {
        if (!HouseholdLimits.IsId(id)) return ([], "", QueryRefusal.HouseholdNotFound);
        var all = await ReadAll($"household/{id}", cancellation);
        if (Fold(all).VillageOn(DateOnly.MaxValue) is not { } village) return ([], "", QueryRefusal.HouseholdNotFound);
        return by.Covers(village) ? (all, village, null) : ([], village, AccessRefusal.ScopeElsewhere);
    }

    /// <summary>A stream to its end; what one household's streams hold is bounded.</summary>
    public async Task<IReadOnlyList<StoredEvent>> ReadAll(string stream, CancellationToken cancellation)
    {
        var all = new List<StoredEvent>();
        IReadOnlyList<StoredEvent> page;
        do
        {
            page = await log.ReadStream(stream, all.Count == 0 ? 0 : all[^1].Version, EventsPerRead, cancellation);
            all.AddRange(page);
        }
        while (page.Count == EventsPerRead);
        return all;
    }

    private static Household Fold(IEnumerable<StoredEvent> events) => Household.Fold(
        events.Select(stored => EventCatalog.Read<HouseholdEvent>(stored.Type, stored.SchemaVersion, stored.Data)));
}
