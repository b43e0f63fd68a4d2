using Revitalization.Domain.Commands;
using Revitalization.Domain.Regions;
using Revitalization.Domain.Villages;

namespace Revitalization.Domain.Households;

/// <summary>Registering, describing, moving and closing a household.</summary>
public static partial class HouseholdRules
{
    private static Decision<HouseholdEvent> Put(Household household, PutHousehold c, RuleContext context)
    {
        if (BrokenProfile(c.Profile) is { } broken) return broken;
        if (!household.IsRegistered)
        {
            return BrokenVillage(c.Village, c.On, context) is { } outside
                ? outside
                : new HouseholdRegistered(c.On, c.Village, c.Profile.Group is "" ? c.Profile with { Group = null } : c.Profile);
        }

        if (household.VillageOn(c.On) != c.Village) return HouseholdRefusal.VillageDiffers.On("village");
        var patch = ProfilePatches.Between(household.ProfileOn(c.On), c.Profile);
        return patch == ProfilePatch.Empty ? Decision<HouseholdEvent>.Nothing : new HouseholdProfileChanged(c.On, patch);
    }

    private static Decision<HouseholdEvent> State(Household household, StateMonitoring c)
    {
        var known = household.ProfileOn(c.On);
        var patch = ProfilePatches.Between(known, known with { Monitored = c.Monitored, RiskCleared = c.RiskCleared });
        return patch == ProfilePatch.Empty ? Decision<HouseholdEvent>.Nothing : new HouseholdProfileChanged(c.On, patch);
    }

    private static Decision<HouseholdEvent> ChangeVillage(Household household, ChangeVillage c, RuleContext context)
    {
        if (!Enum.IsDefined(c.Why)) return HouseholdRefusal.ValueUnknown.On("why");
        if (BrokenReason(c.Reason, needed: c.Why == VillageChange.Corrected) is { } unsaid) return unsaid;
        if (BrokenVillage(c.Village, c.On, context) is { } outside) return outside;
        var from = household.VillageOn(c.On)!;
        return from == c.Village
            ? Decision<HouseholdEvent>.Nothing
            : new HouseholdVillageChanged(c.On, from, c.Village, c.Why, c.Reason);
    }

    private static Decision<HouseholdEvent> Close(Household household, CloseHousehold c, RuleContext context)
    {
        if (!Enum.IsDefined(c.Kind) || c.Kind == CloseKind.Merged) return HouseholdRefusal.ValueUnknown.On("kind");
        if (BrokenReason(c.Reason, needed: true) is { } unsaid) return unsaid;

        // What was listed in error never was: it closes on the day it was registered, and counts on no day.
        if (c.Kind == CloseKind.ListedInError) return new HouseholdClosed(household.Registered!.From, c.Kind, c.Reason);
        return c.Kind == CloseKind.Extinct && household.Members.Any(member => member.PresentOn(c.On))
            ? HouseholdRefusal.MembersRemain.On()
            : new HouseholdClosed(c.On, c.Kind, c.Reason);
    }

    private static Refused? BrokenVillage(string village, DateOnly on, RuleContext context)
    {
        if (!VillageCode.IsWellFormed(village)) return HouseholdRefusal.VillageCodeMalformed.On("village");
        if (context.Regions.Find(VillageCode.Township(village)) is null) return HouseholdRefusal.RegionOutside.On("village");
        if (context.Villages.Find(village) is not { } known) return HouseholdRefusal.VillageUnknown.On("village");
        if (on < known.From) return HouseholdRefusal.VillageNotYetFormed.On("village");
        return known.StandsOn(on) ? null : HouseholdRefusal.VillageDissolved.On("village");
    }

    private static Refused? BrokenProfile(HouseholdProfile profile)
    {
        if (!Enum.IsDefined(profile.Kind)) return HouseholdRefusal.ValueUnknown.On("kind");
        if (!Enum.IsDefined(profile.Monitored)) return HouseholdRefusal.ValueUnknown.On("monitored");
        if (profile.RiskCleared && profile.Monitored == MonitoredKind.None)
            return HouseholdRefusal.ClearedWithoutMonitoring.On("riskCleared");
        if (profile.Site is not null && !profile.Resettled) return HouseholdRefusal.SiteWithoutResettlement.On("site");
        if (profile.Site?.Length > HouseholdLimits.TextLengthMax) return HouseholdRefusal.TextTooLong.On("site");
        return profile.Group?.Length > HouseholdLimits.TextLengthMax ? HouseholdRefusal.TextTooLong.On("group") : null;
    }

    private static Refused? BrokenReason(string? reason, bool needed)
    {
        if (needed && string.IsNullOrWhiteSpace(reason)) return HouseholdRefusal.ReasonMissing.On("reason");
        return reason?.Length > HouseholdLimits.TextLengthMax ? HouseholdRefusal.TextTooLong.On("reason") : null;
    }
}
