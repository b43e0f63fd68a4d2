using System.Collections.Immutable;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Villages;

namespace Revitalization.Domain.Households;

/// <summary>Splits and merges. Each is decided by the household people leave; the other side follows by a reactor.</summary>
public static partial class HouseholdRules
{
    private static Decision<HouseholdEvent> Split(Household household, SplitHousehold c)
    {
        if (!HouseholdLimits.IsId(c.NewHousehold)) return HouseholdRefusal.IdMalformed.On("newHousehold");
        if (c.MemberIds.IsDefaultOrEmpty) return HouseholdRefusal.MembersMissing.On("memberIds");
        if (c.MemberIds.Distinct(StringComparer.Ordinal).Count() != c.MemberIds.Length) return HouseholdRefusal.PersonTwice.On("memberIds");
        if (BrokenLeavers(household, c.MemberIds, c.On) is { } absent) return absent;
        if (!c.MemberIds.Contains(c.NewHead)) return HouseholdRefusal.HeadMissing.On("newHead");
        if (household.Members.Count(member => member.PresentOn(c.On)) == c.MemberIds.Length) return HouseholdRefusal.NobodyRemains.On("memberIds");
        if (BrokenSuccession(household, c.MemberIds, c.RemainingHead, c.On) is { } headless) return headless;

        var headLeaves = c.MemberIds.Any(id => IsHead(household.Member(id)!, c.On));
        return new HouseholdSplit(
            c.On, c.NewHousehold, household.VillageOn(c.On)!, household.ProfileOn(c.On),
            [.. c.MemberIds.Select(id => Moved(household, id, c.On, c.NewHead))], headLeaves ? c.RemainingHead : null);
    }

    private static Decision<HouseholdEvent> Form(Household household, FormHousehold c, RuleContext context)
    {
        if (c.Members.IsDefaultOrEmpty) return HouseholdRefusal.MembersMissing.On("members");
        if (BrokenProfile(c.Profile) is { } broken) return broken;
        if (BrokenVillage(c.Village, c.On, context) is { } outside) return outside;
        List<HouseholdEvent> happened = [new HouseholdRegistered(c.On, c.Village, c.Profile, c.FromHousehold)];
        happened.AddRange(c.Members.Select(moved =>
            new MemberJoined(c.On, moved.MemberId, JoinKind.Split, moved.Details, c.FromHousehold)));
        return happened;
    }

    private static Decision<HouseholdEvent> Merge(Household household, MergeHousehold c)
    {
        if (!HouseholdLimits.IsId(c.Into)) return HouseholdRefusal.IdMalformed.On("into");
        var present = household.Members.Where(member => member.PresentOn(c.On)).ToList();
        if (present.Count == 0) return HouseholdRefusal.MembersMissing.On();
        return new HouseholdMerged(
            c.On, c.Into, [.. present.Select(member => Moved(household, member.MemberId, c.On, head: null))]);
    }

    private static Decision<HouseholdEvent> Absorb(Household household, AbsorbMembers c, RuleContext context)
    {
        if (c.Members.IsDefaultOrEmpty) return HouseholdRefusal.MembersMissing.On("members");
        foreach (var moved in c.Members)
        {
            if (BrokenDetails(moved.Details, c.On, context) is { } broken) return broken;
        }
        var headed = household.Members.Any(member => member.PresentOn(c.On));
        return new MembersAbsorbed(c.On, c.FromHousehold, [.. c.Members.Select(moved => Received(household, moved, c, headed))]);
    }

    /// <summary>Who comes as a head into a household that has its people keeps no headship; an id already taken gets its origin in front.</summary>
    private static MovedMember Received(Household household, MovedMember moved, AbsorbMembers c, bool headed) => new(
        household.Member(moved.MemberId) is null ? moved.MemberId : $"{c.FromHousehold}_{moved.MemberId}",
        headed && moved.Details.Relation == Relation.Head ? moved.Details with { Relation = Relation.Other } : moved.Details);

    private static Refused? BrokenLeavers(Household household, ImmutableArray<string> memberIds, DateOnly on)
    {
        foreach (var id in memberIds)
        {
            if (household.Member(id) is not { } member) return HouseholdRefusal.MemberUnknown.On("memberIds");
            if (!member.PresentOn(on)) return HouseholdRefusal.MemberNotPresent.On("memberIds");
        }
        return null;
    }

    /// <summary>A new household's head is the one named; whoever headed before is some relation of theirs, which the township states later.</summary>
    private static MovedMember Moved(Household household, string memberId, DateOnly on, string? head)
    {
        var details = household.Member(memberId)!.DetailsOn(on);
        if (head is null) return new(memberId, details);
        var relation = memberId == head ? Relation.Head : details.Relation == Relation.Head ? Relation.Other : details.Relation;
        return new(memberId, details with { Relation = relation });
    }
}
