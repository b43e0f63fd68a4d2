using Revitalization.Domain.Commands;
using Revitalization.Domain.Villages;

namespace Revitalization.Domain.Households;

/// <summary>Listing and describing members; births, deaths, marriages and moves of one person.</summary>
public static partial class HouseholdRules
{
    private static Decision<HouseholdEvent> Put(Household household, PutMember c, RuleContext context)
    {
        if (!HouseholdLimits.IsId(c.MemberId)) return HouseholdRefusal.IdMalformed.On("memberId");
        if (BrokenReason(c.Reason, needed: false) is { } tooLong) return tooLong;
        if (BrokenDetails(c.Details, c.On, context) is { } broken) return broken;

        if (household.Member(c.MemberId) is not { } member)
            return new MemberJoined(c.On, c.MemberId, JoinKind.Listed, c.Details);
        if (!member.PresentOn(c.On))
            return (HasDied(member, c.On) ? HouseholdRefusal.MemberDied : HouseholdRefusal.MemberNotPresent).On("memberId");
        return Changed(household, member, c);
    }

    private static Decision<HouseholdEvent> Changed(Household household, MemberHistory member, PutMember c)
    {
        var patch = MemberPatches.Between(member.DetailsOn(c.On), c.Details);
        if (patch == MemberPatch.Empty) return Decision<HouseholdEvent>.Nothing;
        if (patch.Person is not null && BrokenReason(c.Reason, needed: true) is { } unsaid) return unsaid;
        if (patch.Relation is not null && IsHead(member, c.On) && HasOthers(household, member, c.On))
            return HouseholdRefusal.HeadMissing.On("relation");
        return new MemberChanged(c.On, c.MemberId, patch, c.Reason);
    }

    private static Decision<HouseholdEvent> Add(Household household, AddMember c, RuleContext context)
    {
        if (!HouseholdLimits.IsId(c.MemberId)) return HouseholdRefusal.IdMalformed.On("memberId");
        if (c.Kind is not (JoinKind.Born or JoinKind.MarriedIn or JoinKind.MovedIn)) return HouseholdRefusal.ValueUnknown.On("kind");
        if (c.Other?.Length > HouseholdLimits.TextLengthMax) return HouseholdRefusal.TextTooLong.On("other");
        if (BrokenDetails(c.Details, c.On, context) is { } broken) return broken;
        if (c.Kind == JoinKind.Born && c.Details.BirthYear != c.On.Year) return HouseholdRefusal.BirthYearDiffers.On("birthYear");

        var member = household.Member(c.MemberId);
        if (member?.PresentOn(c.On) == true) return HouseholdRefusal.MemberAlreadyPresent.On("memberId");
        if (member is not null && HasDied(member, c.On)) return HouseholdRefusal.MemberDied.On("memberId");
        return new MemberJoined(c.On, c.MemberId, c.Kind, c.Details, c.Other);
    }

    private static Decision<HouseholdEvent> Remove(Household household, RemoveMember c)
    {
        if (c.Kind is not (LeaveKind.Died or LeaveKind.MarriedOut or LeaveKind.MovedOut)) return HouseholdRefusal.ValueUnknown.On("kind");
        if (c.Other?.Length > HouseholdLimits.TextLengthMax) return HouseholdRefusal.TextTooLong.On("other");
        if (household.Member(c.MemberId) is not { } member) return HouseholdRefusal.MemberUnknown.On("memberId");
        if (!member.PresentOn(c.On))
            return (HasDied(member, c.On) ? HouseholdRefusal.MemberDied : HouseholdRefusal.MemberNotPresent).On("memberId");
        return BrokenSuccession(household, [c.MemberId], c.NewHead, c.On) is { } broken
            ? broken
            : new MemberLeft(c.On, c.MemberId, c.Kind, c.Other, IsHead(member, c.On) && HasOthers(household, member, c.On) ? c.NewHead : null);
    }

    private static Decision<HouseholdEvent> ChangeHead(Household household, ChangeHead c)
    {
        if (!Enum.IsDefined(c.FormerHeadIs) || c.FormerHeadIs == Relation.Head) return HouseholdRefusal.ValueUnknown.On("formerHeadIs");
        if (household.Member(c.MemberId) is not { } member) return HouseholdRefusal.MemberUnknown.On("memberId");
        if (!member.PresentOn(c.On)) return HouseholdRefusal.MemberNotPresent.On("memberId");
        if (IsHead(member, c.On)) return Decision<HouseholdEvent>.Nothing;
        var former = household.Members.FirstOrDefault(other => other.PresentOn(c.On) && IsHead(other, c.On));
        return new HeadChanged(c.On, c.MemberId, former?.MemberId, former is null ? null : c.FormerHeadIs);
    }

    /// <summary>Where the head is among those who leave and somebody stays, one who stays must be named head.</summary>
    private static Refused? BrokenSuccession(Household household, IReadOnlyCollection<string> leaving, string? newHead, DateOnly on)
    {
        var headLeaves = household.Members.Any(member => leaving.Contains(member.MemberId) && IsHead(member, on));
        var remaining = household.Members.Where(member => member.PresentOn(on) && !leaving.Contains(member.MemberId)).ToList();
        if (!headLeaves || remaining.Count == 0) return null;
        return remaining.Exists(member => member.MemberId == newHead) ? null : HouseholdRefusal.HeadMissing.On("newHead");
    }

    private static bool IsHead(MemberHistory member, DateOnly on) => member.DetailsOn(on).Relation == Relation.Head;

    private static bool HasOthers(Household household, MemberHistory member, DateOnly on) =>
        household.Members.Any(other => other != member && other.PresentOn(on));

    private static bool HasDied(MemberHistory member, DateOnly on) => member.Presences.At(on)?.Value.Left == LeaveKind.Died;
}
