using System.Collections.Immutable;
using System.Diagnostics;

namespace Revitalization.Domain.Households;

public sealed partial record Household
{
    /// <summary>The household after one more fact. Total over every event; an event it was never taught is our own mistake.</summary>
    public static Household Evolve(Household household, HouseholdEvent happened)
    {
        var entry = household.Version + 1;
        var after = happened switch
        {
            HouseholdRegistered e => household.Register(e, entry),
            HouseholdProfileChanged e => household with { Profiles = household.Profiles.Put(e.On, entry, e.Patch) },
            HouseholdVillageChanged e => household.ChangeVillage(e, entry),
            MemberJoined e => household.With(e.MemberId, member => member.Join(e.On, entry, e.Kind, e.Other, e.Details)),
            MemberChanged e => household.With(e.MemberId, member => member.Change(e.On, entry, e.Patch)),
            MemberLeft e => household.With(e.MemberId, member => member.Leave(e.On, entry, e.Kind, e.Other)).Headed(e.NewHead, e.On, entry),
            HeadChanged e => household.ChangeHead(e, entry),
            IncomeRecorded e => household with { Incomes = household.Incomes.Add(new(e.Quarter, entry, e.Amounts)) },
            HouseholdSplit e => household.Release(e.Members, e.On, entry, LeaveKind.Split, e.NewHousehold).Headed(e.RemainingHead, e.On, entry),
            HouseholdMerged e => household.Release(e.Members, e.On, entry, LeaveKind.Merged, e.Into) with { Closed = new(e.On, entry, new(CloseKind.Merged)) },
            MembersAbsorbed e => household.Absorb(e, entry),
            HouseholdClosed e => household with { Closed = new(e.On, entry, new(e.Kind)) },
            EntryCorrected e => household.Correct(e),
            _ => throw new UnreachableException($"A household was never taught {happened.GetType().Name}."),
        };
        return after with { Version = entry };
    }

    public static Household Fold(IEnumerable<HouseholdEvent> happened) => happened.Aggregate(Empty, Evolve);

    /// <summary>As known on a moment: only what was recorded up to it is folded.</summary>
    public static Household KnownAt(IEnumerable<(HouseholdEvent Event, DateTimeOffset RecordedAt)> history, DateTimeOffset moment) =>
        Fold(history.Where(recorded => recorded.RecordedAt <= moment).Select(recorded => recorded.Event));

    private Household Register(HouseholdRegistered e, long entry) => this with
    {
        Registered = new(e.On, entry, new(e.FromHousehold)),
        Villages = Villages.Put(e.On, entry, new(e.Village, VillageChange.Corrected)),
        Profiles = Profiles.Put(e.On, entry, ProfilePatches.Of(e.Profile)),
    };

    /// <summary>The number of a group means nothing in the village a household moves to.</summary>
    private Household ChangeVillage(HouseholdVillageChanged e, long entry) => this with
    {
        Villages = Villages.Put(e.On, entry, new(e.To, e.Why)),
        Profiles = e.Why == VillageChange.Moved ? Profiles.Put(e.On, entry, new(Group: "")) : Profiles,
    };

    private Household With(string memberId, Func<MemberHistory, MemberHistory> change)
    {
        for (var at = 0; at < Members.Length; at++)
        {
            if (string.Equals(Members[at].MemberId, memberId, StringComparison.Ordinal))
                return this with { Members = Members.SetItem(at, change(Members[at])) };
        }
        return this with { Members = Members.Add(change(MemberHistory.Of(memberId))) };
    }

    private Household Headed(string? head, DateOnly on, long entry) => head is null
        ? this
        : With(head, member => member.Change(on, entry, new(Relation: Relation.Head)));

    private Household ChangeHead(HeadChanged e, long entry)
    {
        var former = e.FormerHead is null
            ? this
            : With(e.FormerHead, member => member.Change(e.On, entry, new(Relation: e.FormerHeadIs ?? Relation.Other)));
        return former.Headed(e.MemberId, e.On, entry);
    }

    private Household Release(ImmutableArray<MovedMember> members, DateOnly on, long entry, LeaveKind kind, string other) =>
        members.Aggregate(this, (household, moved) => household.With(moved.MemberId, member => member.Leave(on, entry, kind, other)));

    private Household Absorb(MembersAbsorbed e, long entry) =>
        e.Members.Aggregate(this, (household, moved) =>
            household.With(moved.MemberId, member => member.Join(e.On, entry, JoinKind.Merged, e.FromHousehold, moved.Details)));

    private Household Correct(EntryCorrected e) => this with
    {
        Registered = Corrected(Registered, e),
        Villages = Villages.Correct(e.Entry, e.On),
        Profiles = Profiles.Correct(e.Entry, e.On),
        Members = [.. Members.Select(member => member.Correct(e.Entry, e.On)).Where(member => !member.IsEmpty)],
        Incomes = e.On is null ? Incomes.RemoveAll(income => income.Entry == e.Entry) : Incomes,
        Closed = Corrected(Closed, e),
    };

    private static Dated<T>? Corrected<T>(Dated<T>? dated, EntryCorrected e) => dated?.Entry != e.Entry
        ? dated
        : e.On is { } day ? dated with { From = day } : null;
}
