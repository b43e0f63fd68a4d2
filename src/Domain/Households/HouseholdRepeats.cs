using System.Diagnostics;

namespace Revitalization.Domain.Households;

/// <summary>Acts that were already done as they are asked for: sending again, or another sheet with the same facts, changes nothing.</summary>
public static partial class HouseholdRules
{
    private static bool IsRepeated(Household household, HouseholdCommand command) => command switch
    {
        CloseHousehold c => household.Closed is { } closed && closed.Value.Kind == c.Kind
            && (closed.From == c.On || c.Kind == CloseKind.ListedInError),
        MergeHousehold c => household.Closed is { Value.Kind: CloseKind.Merged } closed && closed.From == c.On
            && household.Members.Any(member => Left(member, c.On, LeaveKind.Merged, c.Into)),
        SplitHousehold c => !c.MemberIds.IsDefaultOrEmpty && c.MemberIds.All(id =>
            household.Member(id) is { } member && Left(member, c.On, LeaveKind.Split, c.NewHousehold)),
        FormHousehold c => household.Registered is { } registered && registered.From == c.On
            && string.Equals(registered.Value.FromHousehold, c.FromHousehold, StringComparison.Ordinal),
        AbsorbMembers c => household.Members.Any(member => Joined(member, c.On, JoinKind.Merged, c.FromHousehold)),
        RemoveMember c => household.Member(c.MemberId) is { } member && Left(member, c.On, c.Kind, c.Other),
        AddMember c => household.Member(c.MemberId) is { } member && Joined(member, c.On, c.Kind, c.Other)
            && MemberPatches.Between(member.DetailsOn(c.On), c.Details) == MemberPatch.Empty,
        _ => false,
    };

    /// <summary>Whether the member came or went on the day that this command names, for whatever reason.</summary>
    public static bool Stands(Household household, HouseholdCommand command) => command switch
    {
        RemoveMember c => household.Member(c.MemberId) is { } member && member.Presences.Any(dated => dated.From == c.On && dated.Value.Left is not null),
        AddMember c => household.Member(c.MemberId) is { } member && member.Presences.Any(dated => dated.From == c.On && dated.Value.Joined is not null),
        _ => throw new UnreachableException($"{command.GetType().Name} is nobody's coming or going."),
    };

    private static bool Left(MemberHistory member, DateOnly on, LeaveKind kind, string? other) =>
        member.Presences.Any(dated => dated.From == on && dated.Value == Presence.Leave(kind, other));

    private static bool Joined(MemberHistory member, DateOnly on, JoinKind kind, string? other) =>
        member.Presences.Any(dated => dated.From == on && dated.Value == Presence.Join(kind, other));
}
