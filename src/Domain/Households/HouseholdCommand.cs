using System.Collections.Immutable;
using Revitalization.Domain.Calendar;

namespace Revitalization.Domain.Households;

/// <summary>
/// A command to one household (户); its stream is <c>household/{id}</c>. <c>On</c> is the calendar day in China from which
/// the fact holds (effective time); recorded time stands in the log. What says nothing new decides nothing.
/// </summary>
[GenerateSerializer, Immutable, Alias("household-command")]
public abstract record HouseholdCommand;

/// <summary>Registers the household, or states what it is from a day on. The village changes by <see cref="ChangeVillage"/> only.</summary>
[GenerateSerializer, Immutable, Alias("put-household")]
public sealed record PutHousehold(
    [property: Id(0)] DateOnly On, [property: Id(1)] string Village, [property: Id(2)] HouseholdProfile Profile) : HouseholdCommand;

/// <summary>Whether the household is monitored (监测对象), as its monitoring file decided; sent by the reactor only.</summary>
[GenerateSerializer, Immutable, Alias("state-monitoring")]
public sealed record StateMonitoring(
    [property: Id(0)] DateOnly On, [property: Id(1)] MonitoredKind Monitored, [property: Id(2)] bool RiskCleared) : HouseholdCommand;

/// <summary>Lists a member, or states what it is from a day on.</summary>
/// <param name="Reason">Needed where the member turns out to be another person (national id corrected).</param>
[GenerateSerializer, Immutable, Alias("put-member")]
public sealed record PutMember(
    [property: Id(0)] DateOnly On, [property: Id(1)] string MemberId, [property: Id(2)] MemberDetails Details,
    [property: Id(3)] string? Reason = null) : HouseholdCommand;

/// <summary>A quarter's income.</summary>
/// <param name="Reason">Needed when it changes what was recorded.</param>
[GenerateSerializer, Immutable, Alias("put-income")]
public sealed record PutIncome(
    [property: Id(0)] Period Quarter, [property: Id(1)] IncomeAmounts Amounts, [property: Id(2)] string? Reason = null) : HouseholdCommand;

/// <summary>A birth, a marriage into the household, or a move into it.</summary>
/// <param name="Other">Where from: another household's id or a region code; never a name.</param>
[GenerateSerializer, Immutable, Alias("add-member")]
public sealed record AddMember(
    [property: Id(0)] DateOnly On, [property: Id(1)] string MemberId, [property: Id(2)] JoinKind Kind,
    [property: Id(3)] MemberDetails Details, [property: Id(4)] string? Other = null) : HouseholdCommand;

/// <summary>A death, a marriage out of the household, or a move out of it.</summary>
/// <param name="NewHead">Who heads the household after; needed where the head leaves others behind.</param>
/// <param name="Other">Where to: another household's id or a region code; never a name.</param>
[GenerateSerializer, Immutable, Alias("remove-member")]
public sealed record RemoveMember(
    [property: Id(0)] DateOnly On, [property: Id(1)] string MemberId, [property: Id(2)] LeaveKind Kind,
    [property: Id(3)] string? NewHead = null, [property: Id(4)] string? Other = null) : HouseholdCommand;

/// <summary>Another member heads the household from a day on (变更户主).</summary>
/// <param name="FormerHeadIs">What the former head is to the new one.</param>
[GenerateSerializer, Immutable, Alias("change-head")]
public sealed record ChangeHead(
    [property: Id(0)] DateOnly On, [property: Id(1)] string MemberId, [property: Id(2)] Relation FormerHeadIs) : HouseholdCommand;

/// <summary>The household is in another village from a day on: it moved, its village was reformed, or the record was wrong.</summary>
/// <param name="Reason">Needed for <see cref="VillageChange.Corrected"/>.</param>
[GenerateSerializer, Immutable, Alias("change-village")]
public sealed record ChangeVillage(
    [property: Id(0)] DateOnly On, [property: Id(1)] string Village, [property: Id(2)] VillageChange Why,
    [property: Id(3)] string? Reason = null) : HouseholdCommand;

/// <summary>Members leave to form a household of their own (分户). A reactor sends <see cref="FormHousehold"/> to it.</summary>
/// <param name="NewHead">One of <paramref name="MemberIds"/>.</param>
/// <param name="RemainingHead">Needed where this household's head leaves others behind.</param>
[GenerateSerializer, Immutable, Alias("split-household")]
public sealed record SplitHousehold(
    [property: Id(0)] DateOnly On, [property: Id(1)] string NewHousehold, [property: Id(2)] ImmutableArray<string> MemberIds,
    [property: Id(3)] string NewHead, [property: Id(4)] string? RemainingHead = null) : HouseholdCommand;

/// <summary>The other side of a split; sent by the reactor only.</summary>
[GenerateSerializer, Immutable, Alias("form-household")]
public sealed record FormHousehold(
    [property: Id(0)] DateOnly On, [property: Id(1)] string FromHousehold, [property: Id(2)] string Village,
    [property: Id(3)] HouseholdProfile Profile, [property: Id(4)] ImmutableArray<MovedMember> Members) : HouseholdCommand;

/// <summary>All members go into another household and this one closes (并户). A reactor sends <see cref="AbsorbMembers"/> to it.</summary>
[GenerateSerializer, Immutable, Alias("merge-household")]
public sealed record MergeHousehold([property: Id(0)] DateOnly On, [property: Id(1)] string Into) : HouseholdCommand;

/// <summary>The other side of a merge; sent by the reactor only.</summary>
[GenerateSerializer, Immutable, Alias("absorb-members")]
public sealed record AbsorbMembers(
    [property: Id(0)] DateOnly On, [property: Id(1)] string FromHousehold, [property: Id(2)] ImmutableArray<MovedMember> Members) : HouseholdCommand;

/// <summary>Withdraws one entry of the history, or moves it to the day it truly happened (更正). Values are corrected by stating them anew.</summary>
/// <param name="Entry">The entry's number in the household's history: the stream version of its event.</param>
/// <param name="On">The true day; null withdraws the entry.</param>
[GenerateSerializer, Immutable, Alias("correct-entry")]
public sealed record CorrectEntry(
    [property: Id(0)] long Entry, [property: Id(1)] DateOnly? On, [property: Id(2)] string Reason) : HouseholdCommand;

/// <summary>The household ends (销户).</summary>
[GenerateSerializer, Immutable, Alias("close-household")]
public sealed record CloseHousehold(
    [property: Id(0)] DateOnly On, [property: Id(1)] CloseKind Kind, [property: Id(2)] string Reason) : HouseholdCommand;

/// <summary>A member on its way between two households.</summary>
[GenerateSerializer, Immutable, Alias("moved-member")]
public sealed record MovedMember([property: Id(0)] string MemberId, [property: Id(1)] MemberDetails Details);
