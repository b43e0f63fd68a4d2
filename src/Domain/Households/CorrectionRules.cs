using Revitalization.Domain.Commands;

namespace Revitalization.Domain.Households;

/// <summary>Corrections (更正) name the entry and say why; the wrong entry stays in the log.</summary>
public static partial class HouseholdRules
{
    private static Decision<HouseholdEvent> Correct(Household household, CorrectEntry c)
    {
        if (BrokenReason(c.Reason, needed: true) is { } unsaid) return unsaid;
        if (!household.Entries().Contains(c.Entry)) return HouseholdRefusal.EntryUnknown.On("entry");
        if (c.On is null && household.Registered!.Entry == c.Entry) return HouseholdRefusal.EntryIsRegistration.On("entry");
        if (c.On is not null && household.Incomes.Any(income => income.Entry == c.Entry)) return HouseholdRefusal.EntryNotDated.On("on");
        if (IsOnBothSides(household, c.Entry)) return HouseholdRefusal.EntryOnBothSides.On("entry");
        return c.On is { } day && household.DaysOf(c.Entry).All(known => known == day)
            ? Decision<HouseholdEvent>.Nothing
            : new EntryCorrected(c.Entry, c.On, c.Reason);
    }

    private static bool IsOnBothSides(Household household, long entry) =>
        household.Members.SelectMany(member => member.Presences).Any(dated => dated.Entry == entry
            && (dated.Value.Left is LeaveKind.Split or LeaveKind.Merged || dated.Value.Joined is JoinKind.Split or JoinKind.Merged));
}
