using System.Collections.Immutable;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Privacy;

namespace Revitalization.Domain.Households;

/// <summary>A fact about one household. Stored as versioned JSON by <see cref="Events.EventCatalog"/>; never rewritten.</summary>
public abstract record HouseholdEvent;

/// <param name="FromHousehold">The household it split from, if any.</param>
public sealed record HouseholdRegistered(
    DateOnly On, string Village, HouseholdProfile Profile, string? FromHousehold = null) : HouseholdEvent;

/// <summary>Only what changed is stated.</summary>
public sealed record HouseholdProfileChanged(DateOnly On, ProfilePatch Patch) : HouseholdEvent;

public sealed record HouseholdVillageChanged(
    DateOnly On, string From, string To, VillageChange Why, string? Reason = null) : HouseholdEvent;

public sealed record MemberJoined(
    DateOnly On, string MemberId, JoinKind Kind, MemberDetails Details, string? Other = null) : HouseholdEvent;

/// <summary>Only what changed is stated.</summary>
public sealed record MemberChanged(DateOnly On, string MemberId, MemberPatch Patch, string? Reason = null) : HouseholdEvent;

/// <param name="NewHead">Who heads the household from then on, where the head left.</param>
public sealed record MemberLeft(
    DateOnly On, string MemberId, LeaveKind Kind, string? Other = null, string? NewHead = null) : HouseholdEvent;

public sealed record HeadChanged(DateOnly On, string MemberId, string? FormerHead, Relation? FormerHeadIs) : HouseholdEvent;

public sealed record IncomeRecorded(Period Quarter, IncomeAmounts Amounts, string? Reason = null) : HouseholdEvent;

/// <summary>Carries the members as they were, so that the other side can be fed from this event alone.</summary>
public sealed record HouseholdSplit(
    DateOnly On, string NewHousehold, string Village, HouseholdProfile Profile, ImmutableArray<MovedMember> Members,
    string? RemainingHead = null) : HouseholdEvent;

/// <inheritdoc cref="HouseholdSplit"/>
public sealed record HouseholdMerged(DateOnly On, string Into, ImmutableArray<MovedMember> Members) : HouseholdEvent;

/// <summary>The other side of a merge.</summary>
public sealed record MembersAbsorbed(DateOnly On, string FromHousehold, ImmutableArray<MovedMember> Members) : HouseholdEvent;

public sealed record EntryCorrected(long Entry, DateOnly? On, string Reason) : HouseholdEvent;

public sealed record HouseholdClosed(DateOnly On, CloseKind Kind, string Reason) : HouseholdEvent;

/// <summary>Attributes of a household that hold from a day; null is unchanged. What belongs together changes together.</summary>
/// <param name="Group">村民小组; empty where it is no longer known.</param>
public sealed record ProfilePatch(
    HouseholdKind? Kind = null, Monitoring? Monitoring = null, Resettlement? Resettlement = null, string? Group = null)
{
    public static readonly ProfilePatch Empty = new();
}

public sealed record Monitoring(MonitoredKind Kind, bool RiskCleared);

public sealed record Resettlement(bool Resettled, string? Site);

/// <summary>Attributes of a member that hold from a day; null is unchanged, <see cref="SealedText.Cleared"/> taken away.</summary>
public sealed record MemberPatch(
    Guid? Person = null, SealedText? Name = null, SealedText? NationalId = null, Sex? Sex = null, int? BirthYear = null,
    Relation? Relation = null, LabourAbility? Labour = null, bool? Willing = null, Employment? Employment = null,
    Schooling? Schooling = null, SealedText? Phone = null, SealedText? BirthDate = null, SealedText? BankAccount = null,
    SealedText? Health = null)
{
    public static readonly MemberPatch Empty = new();
}
