using Revitalization.Domain.Households;

namespace Revitalization.Domain.Tests.Households;

public sealed class SplitTests
{
    private static SplitHousehold Split(params string[] members) => new(Given.Today, "H2", [.. members], members.Length > 0 ? members[0] : "M3");

    [Fact]
    public void A_split_takes_somebody() =>
        Given.Family().ShouldRefuse(Split(), HouseholdRefusal.MembersMissing);

    [Fact]
    public void A_split_leaves_somebody() =>
        Given.Family().ShouldRefuse(Split("M1", "M2", "M3"), HouseholdRefusal.NobodyRemains);

    [Fact]
    public void A_split_takes_members_who_are_there()
    {
        Given.Family().ShouldRefuse(Split("M9"), HouseholdRefusal.MemberUnknown);
        Given.Family(new RemoveMember(new(2022, 1, 1), "M3", LeaveKind.MovedOut)).ShouldRefuse(Split("M3"), HouseholdRefusal.MemberNotPresent);
        Given.Family().ShouldRefuse(Split("M3", "M3"), HouseholdRefusal.PersonTwice);
    }

    [Fact]
    public void Both_households_have_a_head_after_a_split()
    {
        Given.Family().ShouldRefuse(Split("M3") with { NewHead = "M2" }, HouseholdRefusal.HeadMissing);
        Given.Family().ShouldRefuse(Split("M1"), HouseholdRefusal.HeadMissing);

        var left = Given.Family(Split("M1") with { RemainingHead = "M2" });
        left.Member("M2")!.DetailsOn(Given.Today).Relation.ShouldBe(Relation.Head);
    }

    // The event alone feeds the other side: the reactor needs nothing that may have changed since.
    [Fact]
    public void The_history_of_both_sides_shows_a_split()
    {
        var family = Given.Family();
        var split = family.Decided(Split("M3")).Events.ShouldHaveSingleItem().ShouldBeOfType<HouseholdSplit>();
        var formed = Given.After(new FormHousehold(split.On, "H1", split.Village, split.Profile, split.Members));

        var member = formed.AsOf(Given.Today)!.Members.ShouldHaveSingleItem();
        member.Details.Relation.ShouldBe(Relation.Head);
        member.Details.Person.ShouldBe(Given.Person(3));
        formed.Registered!.Value.FromHousehold.ShouldBe("H1");
        Household.Evolve(family, split).AsOf(Given.Today)!.Members.Length.ShouldBe(2);
    }

    [Fact]
    public void A_reactor_that_sends_again_changes_nothing()
    {
        var form = new FormHousehold(Given.Today, "H1", Given.Village, Given.Lifted, Given.Of(new MovedMember("M3", Given.Details(3))));
        var absorb = new AbsorbMembers(Given.Today, "H9", Given.Of(new MovedMember("M3", Given.Details(9))));

        Given.After(form).ShouldDecideNothing(form);
        Given.Family(absorb).ShouldDecideNothing(absorb);
        Given.Family(Split("M3")).ShouldDecideNothing(Split("M3"));
    }

    [Fact]
    public void A_formed_household_has_people() =>
        Household.Empty.ShouldRefuse(
            new FormHousehold(Given.Today, "H1", Given.Village, Given.Lifted, []), HouseholdRefusal.MembersMissing);

    [Fact]
    public void A_merged_household_closes_and_its_people_go_on_elsewhere()
    {
        var merge = new MergeHousehold(Given.Today, "H1");
        var merged = Given.After(Given.Registration(), Given.Listing(9)).Decided(merge).Events.ShouldHaveSingleItem().ShouldBeOfType<HouseholdMerged>();
        var target = Given.Family(new AbsorbMembers(Given.Today, "H9", merged.Members));

        var view = target.AsOf(Given.Today)!;
        view.Members.Length.ShouldBe(4);
        view.Members.Count(member => member.Details.Relation == Relation.Head).ShouldBe(1);
        Given.After(Given.Registration(), Given.Listing(9), merge).AsOf(Given.Today)!.Exists.ShouldBeFalse();
    }

    [Fact]
    public void An_absorbed_member_whose_id_is_taken_gets_its_origin_in_front() =>
        Given.Family(new AbsorbMembers(Given.Today, "H9", Given.Of(new MovedMember("M1", Given.Details(9)))))
            .Member("H9_M1").ShouldNotBeNull();

    [Fact]
    public void An_empty_household_is_closed_not_merged() =>
        Given.After(Given.Registration()).ShouldRefuse(new MergeHousehold(Given.Today, "H1"), HouseholdRefusal.MembersMissing);

    [Fact]
    public void A_household_with_people_is_not_extinct()
    {
        Given.Family().ShouldRefuse(new CloseHousehold(Given.Today, CloseKind.Extinct, "户内无人"), HouseholdRefusal.MembersRemain);
        Given.Family().Done(new CloseHousehold(Given.Today, CloseKind.MovedAway, "迁往省外")).AsOf(Given.Today)!.Exists.ShouldBeFalse();
    }

    [Fact]
    public void A_household_does_not_close_before_what_is_known_of_it()
    {
        var later = Given.Family(new AddMember(new(2023, 5, 1), "M4", JoinKind.MarriedIn, Given.Details(4, Relation.ChildInLaw)));

        later.ShouldRefuse(new CloseHousehold(new(2023, 4, 30), CloseKind.MovedAway, "迁往省外"), HouseholdRefusal.LaterFacts);
        later.Done(new CloseHousehold(new(2023, 5, 1), CloseKind.MovedAway, "迁往省外")).Closed.ShouldNotBeNull();
    }

    [Fact]
    public void A_household_does_not_split_or_merge_with_itself()
    {
        var self = new FormHousehold(Given.Today, "H1", Given.Village, Given.Lifted, Given.Of(new MovedMember("M3", Given.Details(3))));
        HouseholdRules.BrokenPartner("H1", new SplitHousehold(Given.Today, "H1", Given.Of("M3"), "M3"))!.Code.ShouldBe("household.same-household");
        HouseholdRules.BrokenPartner("H1", new MergeHousehold(Given.Today, "H1"))!.Code.ShouldBe("household.same-household");
        HouseholdRules.BrokenPartner("H2", self).ShouldBeNull();
    }
}
