using Revitalization.Domain.Events;
using Revitalization.Domain.Households;
using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>Folds of a household what a list of files asks: its village, and whether the register calls it monitored. No person comes along.</summary>
internal static class PlaceFold
{
    public const string StreamPrefix = "household/";

    /// <summary>True of the events that move neither.</summary>
    public static bool Ignores(string type) => type is "household.member-joined" or "household.member-changed" or "household.member-left"
        or "household.head-changed" or "household.income-recorded" or "household.split" or "household.members-absorbed";

    public static Household Fold(Household place, StoredEvent stored)
    {
        HouseholdEvent happened = Events.Read<HouseholdEvent>(stored) switch
        {
            HouseholdMerged merged => merged with { Members = [] },
            (HouseholdRegistered or HouseholdProfileChanged or HouseholdVillageChanged or HouseholdClosed or EntryCorrected) and var known => known,
            var unknown => throw PoisonEventException.Of(stored, new InvalidDataException($"A place was never taught {unknown.GetType().Name}.")),
        };
        // Entries are numbered by the events of the stream; those left out count too.
        return Household.Evolve(place with { Version = stored.Version - 1 }, happened);
    }

    public static string Village(Household place) => place.VillageOn(DateOnly.MaxValue) ?? "";

    /// <summary>The kind under which the register lists it as monitored now; null where it does not, or its risk is cleared.</summary>
    public static MonitoredKind? RegisteredAs(Household place)
    {
        if (!place.ExistsOn(DateOnly.MaxValue)) return null;
        var profile = place.ProfileOn(DateOnly.MaxValue);
        return profile.Monitored == MonitoredKind.None || profile.RiskCleared ? null : profile.Monitored;
    }
}

internal static class Events
{
    public static TEvent Read<TEvent>(StoredEvent stored) where TEvent : class
    {
        try
        {
            return EventCatalog.Read<TEvent>(stored.Type, stored.SchemaVersion, stored.Data);
        }
        catch (EventUnreadableException unreadable)
        {
            throw PoisonEventException.Of(stored, unreadable);
        }
    }
}
