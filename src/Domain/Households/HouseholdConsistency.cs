namespace Revitalization.Domain.Households;

/// <summary>What must hold over a household's whole history, on every day at once.</summary>
internal static class HouseholdConsistency
{
    public static HouseholdRefusal? FirstBroken(Household household)
    {
        if (household.Registered is not { } registered) return null;
        foreach (var (from, _) in household.DatedEntries())
        {
            if (from < registered.From) return HouseholdRefusal.BeforeRegistration;
            if (household.Closed is { Value.Kind: not CloseKind.ListedInError } closed && from > closed.From)
                return HouseholdRefusal.LaterFacts;
        }
        foreach (var member in household.Members)
        {
            if (BrokenPresence(member) is { } broken) return broken;
        }
        return BrokenDay(household);
    }

    /// <summary>Comings and goings alternate, beginning with a coming; nobody comes back from the dead.</summary>
    private static HouseholdRefusal? BrokenPresence(MemberHistory member)
    {
        var present = false;
        var died = false;
        foreach (var dated in member.Presences)
        {
            if (died) return HouseholdRefusal.MemberDied;
            if (dated.Value.Joined is not null == present)
                return present ? HouseholdRefusal.MemberAlreadyPresent : HouseholdRefusal.MemberNotPresent;
            present = !present;
            died = dated.Value.Left == LeaveKind.Died;
        }
        return BrokenPatches(member);
    }

    /// <summary>Nothing is said of a member for a day before it first came.</summary>
    private static HouseholdRefusal? BrokenPatches(MemberHistory member) =>
        !member.Patches.IsEmpty && (!member.EverJoined || member.Patches[0].From < member.Presences[0].From)
            ? HouseholdRefusal.MemberNotPresent
            : null;

    /// <summary>On each day on which anything about people changes: one head at most, and nobody twice.</summary>
    private static HouseholdRefusal? BrokenDay(Household household)
    {
        foreach (var day in PeopleDays(household))
        {
            var present = household.Members.Where(member => member.PresentOn(day)).Select(member => member.DetailsOn(day)).ToList();
            if (present.Count(details => details.Relation == Relation.Head) > 1) return HouseholdRefusal.HeadTwice;
            if (present.DistinctBy(details => details.Person).Count() != present.Count) return HouseholdRefusal.PersonTwice;
        }
        return null;
    }

    private static IEnumerable<DateOnly> PeopleDays(Household household) => household.Members
        .SelectMany(member => member.Presences.Select(dated => dated.From)
            .Concat(member.Patches.Where(dated => dated.Value.Relation is not null || dated.Value.Person is not null)
                .Select(dated => dated.From)))
        .Distinct();
}
