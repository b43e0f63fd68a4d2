using Revitalization.Domain.Households;
using Revitalization.Domain.Privacy;

namespace Revitalization.Domain.Tests.Households;

public sealed class RefusalTests
{
    private static readonly DateOnly s_tomorrow = Given.Today.AddDays(1);

    [Fact]
    public void A_household_must_be_registered_before_anything_is_said_of_it() =>
        Household.Empty.ShouldRefuse(Given.Listing(), HouseholdRefusal.NotRegistered);

    [Theory]
    [InlineData("")]
    [InlineData("-M1")]
    [InlineData("M 1")]
    [InlineData("成员")]
    [InlineData("M1234567890123456789012345678901234567890")]
    public void A_member_id_is_letters_digits_and_a_few_marks(string id) =>
        Given.After(Given.Registration()).ShouldRefuse(Given.Listing() with { MemberId = id }, HouseholdRefusal.IdMalformed);

    [Fact]
    public void A_member_id_may_have_forty_letters() =>
        Given.After(Given.Registration()).Done(Given.Listing() with { MemberId = new('M', 40) }).Members.Length.ShouldBe(1);

    [Fact]
    public void Tomorrow_has_not_happened() =>
        Household.Empty.ShouldRefuse(Given.Registration() with { On = s_tomorrow }, HouseholdRefusal.DayInFuture);

    [Fact]
    public void Today_has_happened() =>
        Given.After(Given.Registration() with { On = Given.Today }).IsRegistered.ShouldBeTrue();

    [Fact]
    public void Nothing_is_registered_for_a_day_before_the_republic() =>
        Household.Empty.ShouldRefuse(Given.Registration() with { On = new(1949, 9, 30) }, HouseholdRefusal.DayTooEarly);

    [Fact]
    public void Nothing_is_said_of_a_household_for_a_day_before_its_registration() =>
        Given.After(Given.Registration()).ShouldRefuse(
            Given.Listing(on: Given.Start.AddDays(-1)), HouseholdRefusal.BeforeRegistration);

    [Fact]
    public void Nothing_is_said_of_a_household_from_the_day_it_closed()
    {
        var closed = Given.After(Given.Registration(), new CloseHousehold(new(2022, 5, 1), CloseKind.Extinct, "户内无人"));

        closed.ShouldRefuse(Given.Listing(on: new(2022, 5, 1)), HouseholdRefusal.HouseholdClosed);
        closed.ShouldRefuse(new PutIncome(Given.Quarter("2022-Q3"), Given.Income()), HouseholdRefusal.HouseholdClosed);
    }

    // A report that comes late is still true: the day counts, not the moment it is sent.
    [Fact]
    public void What_happened_before_a_household_closed_may_still_be_reported()
    {
        var closed = Given.After(Given.Registration(), new CloseHousehold(new(2022, 5, 1), CloseKind.Extinct, "户内无人"));

        closed.Done(new PutIncome(Given.Quarter("2022-Q2"), Given.Income(wage: 1))).IncomeOf(Given.Quarter("2022-Q2")).ShouldNotBeNull();
    }

    [Fact]
    public void An_id_that_is_taken_is_not_given_to_a_household_that_splits_off() =>
        Given.Family().ShouldRefuse(
            new FormHousehold(Given.Today, "H2", Given.Village, Given.Lifted, Given.Of(new MovedMember("M9", Given.Details(9)))),
            HouseholdRefusal.AlreadyRegistered);

    [Theory]
    [InlineData("51082310090", HouseholdRefusal.VillageCodeMalformed)]
    [InlineData("51082310090A", HouseholdRefusal.VillageCodeMalformed)]
    [InlineData("510823999901", HouseholdRefusal.RegionOutside)]
    [InlineData("510823100999", HouseholdRefusal.VillageUnknown)]
    [InlineData(Given.OtherVillage, HouseholdRefusal.VillageNotYetFormed)]
    public void A_household_lives_in_a_village_that_stands(string village, HouseholdRefusal refusal) =>
        Household.Empty.ShouldRefuse(Given.Registration() with { Village = village }, refusal);

    [Fact]
    public void A_dissolved_village_takes_no_household_from_its_last_day_on()
    {
        Household.Empty.ShouldRefuse(new PutHousehold(new(2021, 6, 1), Given.OldVillage, Given.Lifted), HouseholdRefusal.VillageDissolved);
        Given.After(new PutHousehold(new(2021, 5, 31), Given.OldVillage, Given.Lifted)).IsRegistered.ShouldBeTrue();
    }

    [Fact]
    public void A_sheet_with_another_village_does_not_move_a_household() =>
        Given.Family().ShouldRefuse(Given.Registration() with { Village = Given.FarVillage }, HouseholdRefusal.VillageDiffers);

    [Fact]
    public void Only_a_monitored_household_has_a_risk_to_clear() =>
        Household.Empty.ShouldRefuse(
            Given.Registration() with { Profile = Given.Lifted with { RiskCleared = true } }, HouseholdRefusal.ClearedWithoutMonitoring);

    [Fact]
    public void Only_a_resettled_household_has_a_site() =>
        Household.Empty.ShouldRefuse(
            Given.Registration() with { Profile = Given.Lifted with { Site = "安置点" } }, HouseholdRefusal.SiteWithoutResettlement);

    [Fact]
    public void A_text_has_two_hundred_letters_at_most()
    {
        Household.Empty.ShouldRefuse(
            Given.Registration() with { Profile = Given.Lifted with { Resettled = true, Site = new('点', 201) } }, HouseholdRefusal.TextTooLong);
        Given.After(Given.Registration() with { Profile = Given.Lifted with { Resettled = true, Site = new('点', 200) } })
            .IsRegistered.ShouldBeTrue();
    }

    [Fact]
    public void A_choice_is_one_of_those_offered()
    {
        Household.Empty.ShouldRefuse(
            Given.Registration() with { Profile = new((HouseholdKind)9) }, HouseholdRefusal.ValueUnknown);
        Given.After(Given.Registration()).ShouldRefuse(
            Given.Listing() with { Details = Given.Details() with { Sex = default } }, HouseholdRefusal.ValueUnknown);
        Given.Family().ShouldRefuse(
            new AddMember(Given.Today, "M9", JoinKind.Split, Given.Details(9, Relation.Child)), HouseholdRefusal.ValueUnknown);
        Given.Family().ShouldRefuse(new RemoveMember(Given.Today, "M3", LeaveKind.Merged), HouseholdRefusal.ValueUnknown);
    }

    [Fact]
    public void A_member_is_somebody()
    {
        var registered = Given.After(Given.Registration());

        registered.ShouldRefuse(Given.Listing() with { Details = Given.Details() with { Person = Guid.Empty } }, HouseholdRefusal.PersonMissing);
        registered.ShouldRefuse(Given.Listing() with { Details = Given.Details() with { Name = SealedText.Cleared } }, HouseholdRefusal.PersonMissing);
    }

    [Theory]
    [InlineData(1899, false)]
    [InlineData(1900, true)]
    [InlineData(2023, true)]
    [InlineData(2024, false)]
    public void A_birth_year_lies_between_1900_and_this_year(int year, bool accepted)
    {
        var decision = Given.After(Given.Registration()).Decided(Given.Listing() with { Details = Given.Details() with { BirthYear = year } });

        decision.Refusal?.Code.ShouldBe("household.birth-year-implausible");
        (decision.Refusal is null).ShouldBe(accepted);
    }

    [Theory]
    [InlineData(2005, true)]
    [InlineData(2006, false)]
    public void Nobody_under_sixteen_is_employed(int birthYear, bool accepted)
    {
        var listing = Given.Listing() with { Details = Given.Details() with { BirthYear = birthYear, Employment = Employment.InCounty } };

        var decision = Given.After(Given.Registration()).Decided(listing);

        decision.Refusal?.Code.ShouldBe("household.minor-employed");
        (decision.Refusal is null).ShouldBe(accepted);
    }

    [Fact]
    public void One_person_is_not_two_members() =>
        Given.Family().ShouldRefuse(
            Given.Listing(4, Relation.Child) with { Details = Given.Details(3, Relation.Child) }, HouseholdRefusal.PersonTwice);

    [Fact]
    public void Who_is_present_does_not_join_again() =>
        Given.Family().ShouldRefuse(
            new AddMember(Given.Today, "M3", JoinKind.MovedIn, Given.Details(3, Relation.Child)), HouseholdRefusal.MemberAlreadyPresent);

    [Fact]
    public void Only_a_member_can_leave() =>
        Given.Family().ShouldRefuse(new RemoveMember(Given.Today, "M9", LeaveKind.Died), HouseholdRefusal.MemberUnknown);

    [Fact]
    public void Who_has_left_is_not_described_any_more() =>
        Given.Family(new RemoveMember(new(2022, 1, 1), "M3", LeaveKind.MarriedOut)).ShouldRefuse(
            Given.Listing(3, Relation.Child, Given.Today), HouseholdRefusal.MemberNotPresent);

    [Fact]
    public void Nobody_comes_back_from_the_dead()
    {
        var bereaved = Given.Family(new RemoveMember(new(2022, 1, 1), "M3", LeaveKind.Died));

        bereaved.ShouldRefuse(Given.Listing(3, Relation.Child, Given.Today), HouseholdRefusal.MemberDied);
        bereaved.ShouldRefuse(new AddMember(Given.Today, "M3", JoinKind.MovedIn, Given.Details(3, Relation.Child)), HouseholdRefusal.MemberDied);
    }

    [Fact]
    public void A_household_has_one_head() =>
        Given.Family().ShouldRefuse(Given.Listing(4, Relation.Head), HouseholdRefusal.HeadTwice);

    [Fact]
    public void A_head_who_leaves_others_behind_is_followed_by_one_of_them()
    {
        Given.Family().ShouldRefuse(new RemoveMember(Given.Today, "M1", LeaveKind.Died), HouseholdRefusal.HeadMissing);
        Given.Family().ShouldRefuse(new RemoveMember(Given.Today, "M1", LeaveKind.Died, "M9"), HouseholdRefusal.HeadMissing);
        Given.Family().ShouldRefuse(Given.Listing(1, Relation.Parent), HouseholdRefusal.HeadMissing);

        var widowed = Given.Family(new RemoveMember(Given.Today, "M1", LeaveKind.Died, "M2"));
        widowed.Member("M2")!.DetailsOn(Given.Today).Relation.ShouldBe(Relation.Head);
    }

    // A successor named where nobody is left once made a member of somebody who was never there.
    [Theory]
    [InlineData(null)]
    [InlineData("M9")]
    public void The_last_member_leaves_no_headship_behind(string? newHead)
    {
        var extinct = Given.After(Given.Registration(), Given.Listing(), new RemoveMember(Given.Today, "M1", LeaveKind.Died, newHead));

        extinct.AsOf(Given.Today)!.Members.ShouldBeEmpty();
        extinct.Members.Length.ShouldBe(1);
    }

    [Fact]
    public void A_child_is_born_in_its_birth_year() =>
        Given.Family().ShouldRefuse(
            new AddMember(new(2022, 3, 1), "M4", JoinKind.Born, Given.Details(4, Relation.Child) with { BirthYear = 2021 }),
            HouseholdRefusal.BirthYearDiffers);

    [Fact]
    public void What_changes_a_record_says_why()
    {
        var reported = Given.Family(new PutIncome(Given.Quarter("2023-Q1"), Given.Income(wage: 100)));

        reported.ShouldRefuse(new PutIncome(Given.Quarter("2023-Q1"), Given.Income(wage: 200)), HouseholdRefusal.ReasonMissing);
        reported.ShouldRefuse(Given.Listing(2, Relation.Spouse) with { Details = Given.Details(9, Relation.Spouse) }, HouseholdRefusal.ReasonMissing);
        reported.ShouldRefuse(new CorrectEntry(2, null, " "), HouseholdRefusal.ReasonMissing);
        reported.Done(new PutIncome(Given.Quarter("2023-Q1"), Given.Income(wage: 200), "漏报务工")).IncomeOf(Given.Quarter("2023-Q1"))!.WageFen.ShouldBe(200);
    }

    [Theory]
    [InlineData("2023", HouseholdRefusal.QuarterExpected)]
    [InlineData("2023-07", HouseholdRefusal.QuarterExpected)]
    [InlineData("2023-Q4", HouseholdRefusal.QuarterInFuture)]
    [InlineData("2020-Q4", HouseholdRefusal.BeforeRegistration)]
    public void An_income_is_of_a_quarter_that_has_begun_and_that_the_household_saw(string period, HouseholdRefusal refusal) =>
        Given.Family().ShouldRefuse(new PutIncome(Given.Quarter(period), Given.Income(wage: 1)), refusal);

    [Theory]
    [InlineData(-1, HouseholdRefusal.AmountNegative)]
    [InlineData(HouseholdLimits.AmountFenMax + 1, HouseholdRefusal.AmountTooLarge)]
    [InlineData(long.MaxValue, HouseholdRefusal.AmountTooLarge)]
    public void An_amount_is_neither_negative_nor_absurd(long fen, HouseholdRefusal refusal)
    {
        Given.Family().ShouldRefuse(new PutIncome(Given.Quarter("2023-Q1"), Given.Income(wage: fen)), refusal);
        Given.Family().ShouldRefuse(new PutIncome(Given.Quarter("2023-Q1"), Given.Income(operating: fen)), refusal);
        Given.Family().ShouldRefuse(new PutIncome(Given.Quarter("2023-Q1"), Given.Income(costs: fen)), refusal);
        Given.Family().ShouldRefuse(new PutIncome(Given.Quarter("2023-Q1"), Given.Income(property: fen)), refusal);
        Given.Family().ShouldRefuse(new PutIncome(Given.Quarter("2023-Q1"), Given.Income(transfer: fen)), refusal);
    }

    [Fact]
    public void The_largest_amount_and_nothing_at_all_are_amounts()
    {
        Given.Family().Done(new PutIncome(Given.Quarter("2023-Q1"), Given.Income(wage: HouseholdLimits.AmountFenMax))).Incomes.Length.ShouldBe(1);
        Given.Family().Done(new PutIncome(Given.Quarter("2023-Q1"), Given.Income())).Incomes.Length.ShouldBe(1);
    }
}
