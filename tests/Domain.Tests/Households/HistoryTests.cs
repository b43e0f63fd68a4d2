using Revitalization.Domain.Households;
using Revitalization.Domain.Privacy;

namespace Revitalization.Domain.Tests.Households;

public sealed class HistoryTests
{
    // Effective time and recorded time are two questions: what was so, and what did we know.
    [Fact]
    public void A_household_is_read_as_of_a_day_and_as_known_on_a_day()
    {
        var known = new DateTimeOffset(2023, 3, 1, 0, 0, 0, TimeSpan.FromHours(8));
        (HouseholdEvent, DateTimeOffset)[] history =
        [
            (new HouseholdRegistered(Given.Start, Given.Village, Given.Lifted), known.AddYears(-2)),
            (new HouseholdProfileChanged(new(2022, 1, 1), new(Monitoring: new(MonitoredKind.Marginal, false))), known.AddDays(1)),
        ];

        Household.Fold(history.Select(h => h.Item1)).ProfileOn(new(2022, 6, 1)).Monitored.ShouldBe(MonitoredKind.Marginal);
        Household.Fold(history.Select(h => h.Item1)).ProfileOn(new(2021, 12, 31)).Monitored.ShouldBe(MonitoredKind.None);
        Household.KnownAt(history, known).ProfileOn(new(2022, 6, 1)).Monitored.ShouldBe(MonitoredKind.None);
        Household.KnownAt(history, known.AddDays(1)).ProfileOn(new(2022, 6, 1)).Monitored.ShouldBe(MonitoredKind.Marginal);
    }

    [Fact]
    public void A_fact_reported_late_holds_until_the_next_one_of_its_kind()
    {
        var household = Given.After(
            Given.Registration(),
            new PutHousehold(new(2023, 1, 1), Given.Village, new(HouseholdKind.Ordinary, Resettled: true)),
            new PutHousehold(new(2022, 1, 1), Given.Village, new(HouseholdKind.LowIncome)));

        household.ProfileOn(new(2021, 12, 31)).Kind.ShouldBe(HouseholdKind.Lifted);
        household.ProfileOn(new(2022, 12, 31)).ShouldBe(new(HouseholdKind.LowIncome));
        household.ProfileOn(new(2023, 1, 1)).ShouldBe(new(HouseholdKind.Ordinary, Resettled: true));
    }

    [Fact]
    public void The_same_sheet_again_changes_nothing()
    {
        var family = Given.Family(new PutIncome(Given.Quarter("2023-Q1"), Given.Income(wage: 5)));

        family.ShouldDecideNothing(Given.Registration());
        family.ShouldDecideNothing(Given.Registration() with { On = Given.Today });
        family.ShouldDecideNothing(Given.Listing(2, Relation.Spouse));
        family.ShouldDecideNothing(Given.Listing(2, Relation.Spouse, Given.Today));
        family.ShouldDecideNothing(new PutIncome(Given.Quarter("2023-Q1"), Given.Income(wage: 5)));
    }

    [Fact]
    public void A_change_states_only_what_changed()
    {
        var listing = Given.Listing(2, Relation.Spouse, Given.Today);
        var changed = listing with { Details = listing.Details with { Employment = Employment.OutOfProvince, Phone = Given.Sealed("phone") } };

        var happened = Given.Family().Decided(changed).Events.ShouldHaveSingleItem().ShouldBeOfType<MemberChanged>();

        happened.Patch.ShouldBe(new MemberPatch(Employment: Employment.OutOfProvince, Phone: Given.Sealed("phone")));
    }

    // A sheet without a column of phones must not take the phones away.
    [Fact]
    public void What_a_sheet_does_not_say_stays_and_what_it_clears_goes()
    {
        var details = Given.Details(2, Relation.Spouse) with { Phone = Given.Sealed("phone") };
        var family = Given.Family(new PutMember(Given.Start, "M2", details));

        family.ShouldDecideNothing(new PutMember(Given.Start, "M2", details with { Phone = null }));
        family.Done(new PutMember(Given.Today, "M2", details with { Phone = SealedText.Cleared }))
            .Member("M2")!.DetailsOn(Given.Today).Phone.ShouldBeNull();
    }

    [Fact]
    public void A_household_keeps_its_id_when_it_moves_to_another_county()
    {
        var moved = Given.Family(new ChangeVillage(new(2022, 7, 1), Given.FarVillage, VillageChange.Moved));

        moved.VillageOn(new(2022, 6, 30)).ShouldBe(Given.Village);
        moved.VillageOn(new(2022, 7, 1)).ShouldBe(Given.FarVillage);
        moved.ShouldDecideNothing(new ChangeVillage(Given.Today, Given.FarVillage, VillageChange.Moved));
    }

    [Fact]
    public void A_correction_of_the_village_says_why() =>
        Given.Family().ShouldRefuse(new ChangeVillage(Given.Start, Given.FarVillage, VillageChange.Corrected), HouseholdRefusal.ReasonMissing);

    [Fact]
    public void Who_married_out_may_come_back()
    {
        var back = Given.Family(
            new RemoveMember(new(2022, 1, 1), "M3", LeaveKind.MarriedOut),
            new AddMember(new(2023, 1, 1), "M3", JoinKind.MovedIn, Given.Details(3, Relation.Child)));

        back.Member("M3")!.PresentOn(new(2022, 6, 1)).ShouldBeFalse();
        back.Member("M3")!.PresentOn(new(2023, 1, 1)).ShouldBeTrue();
    }

    // A leaving told after a return must fit before it, or the two would contradict each other.
    [Fact]
    public void A_late_fact_cannot_contradict_a_later_one() =>
        Given.Family(new RemoveMember(new(2022, 1, 1), "M3", LeaveKind.MarriedOut))
            .ShouldRefuse(new RemoveMember(new(2021, 6, 1), "M3", LeaveKind.Died), HouseholdRefusal.MemberDied);

    [Fact]
    public void The_head_changes_and_the_former_head_is_somebody_to_the_new_one()
    {
        var changed = Given.Family(new ChangeHead(Given.Today, "M2", Relation.Spouse));

        changed.Member("M1")!.DetailsOn(Given.Today).Relation.ShouldBe(Relation.Spouse);
        changed.Member("M1")!.DetailsOn(Given.Start).Relation.ShouldBe(Relation.Head);
        changed.ShouldDecideNothing(new ChangeHead(Given.Today, "M2", Relation.Spouse));
        changed.ShouldRefuse(new ChangeHead(Given.Today, "M9", Relation.Spouse), HouseholdRefusal.MemberUnknown);
    }

    [Fact]
    public void A_household_whose_history_is_full_takes_nothing_more()
    {
        var full = Given.Family() with { Version = HouseholdLimits.EntriesMax };
        var roomy = Given.Family() with { Version = HouseholdLimits.EntriesMax - 1 };

        full.ShouldRefuse(new PutIncome(Given.Quarter("2023-Q1"), Given.Income()), HouseholdRefusal.HistoryFull);
        roomy.Decided(new PutIncome(Given.Quarter("2023-Q1"), Given.Income())).Events.Count.ShouldBe(1);
    }
}
