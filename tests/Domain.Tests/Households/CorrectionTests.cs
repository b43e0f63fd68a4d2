using Revitalization.Domain.Households;

namespace Revitalization.Domain.Tests.Households;

/// <summary>Entries of the family: 1 registration, 2–4 its members, 5 what the test adds.</summary>
public sealed class CorrectionTests
{
    [Fact]
    public void A_death_registered_by_mistake_is_withdrawn()
    {
        var mended = Given.Family(new RemoveMember(new(2022, 1, 1), "M3", LeaveKind.Died), new CorrectEntry(5, null, "同名误登"));

        mended.Member("M3")!.PresentOn(Given.Today).ShouldBeTrue();
        mended.Version.ShouldBe(6);
    }

    [Fact]
    public void What_happened_on_another_day_is_moved_to_it()
    {
        var mended = Given.Family(new RemoveMember(new(2022, 1, 1), "M3", LeaveKind.Died), new CorrectEntry(5, new(2022, 3, 1), "日期误填"));

        mended.Member("M3")!.PresentOn(new(2022, 2, 28)).ShouldBeTrue();
        mended.Member("M3")!.PresentOn(new(2022, 3, 1)).ShouldBeFalse();
        mended.ShouldDecideNothing(new CorrectEntry(5, new(2022, 3, 1), "日期误填"));
    }

    [Fact]
    public void Withdrawing_a_statement_brings_back_the_one_before_it_on_the_same_day()
    {
        var stated = new PutHousehold(Given.Start, Given.Village, new(HouseholdKind.LowIncome));

        Given.Family(stated).ProfileOn(Given.Today).Kind.ShouldBe(HouseholdKind.LowIncome);
        Given.Family(stated, new CorrectEntry(5, null, "误改")).ProfileOn(Given.Today).Kind.ShouldBe(HouseholdKind.Lifted);
    }

    [Fact]
    public void An_income_entry_can_be_withdrawn_but_has_no_day_to_move()
    {
        var reported = Given.Family(new PutIncome(Given.Quarter("2023-Q1"), Given.Income(wage: 1)));

        reported.ShouldRefuse(new CorrectEntry(5, Given.Today, "日期误填"), HouseholdRefusal.EntryNotDated);
        reported.Done(new CorrectEntry(5, null, "填错户")).IncomeOf(Given.Quarter("2023-Q1")).ShouldBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void A_correction_names_an_entry_that_is_there(long entry) =>
        Given.Family().ShouldRefuse(new CorrectEntry(entry, null, "误登"), HouseholdRefusal.EntryUnknown);

    [Fact]
    public void What_was_withdrawn_is_not_there_any_more() =>
        Given.Family(new RemoveMember(new(2022, 1, 1), "M3", LeaveKind.Died), new CorrectEntry(5, null, "误登"))
            .ShouldRefuse(new CorrectEntry(5, null, "误登"), HouseholdRefusal.EntryUnknown);

    [Fact]
    public void A_registration_is_moved_but_not_withdrawn()
    {
        Given.After(Given.Registration()).ShouldRefuse(new CorrectEntry(1, null, "误登"), HouseholdRefusal.EntryIsRegistration);
        Given.After(Given.Registration()).Done(new CorrectEntry(1, new(2020, 1, 1), "日期误填")).ExistsOn(new(2020, 1, 1)).ShouldBeTrue();
    }

    // Otherwise a member would stand in a household that was not there yet.
    [Fact]
    public void A_correction_that_contradicts_the_rest_is_refused()
    {
        Given.Family().ShouldRefuse(new CorrectEntry(1, new(2021, 6, 1), "日期误填"), HouseholdRefusal.CorrectionBreaksHistory);
        Given.Family(new RemoveMember(new(2022, 1, 1), "M3", LeaveKind.MarriedOut), new AddMember(new(2023, 1, 1), "M3", JoinKind.MovedIn, Given.Details(3, Relation.Child)))
            .ShouldRefuse(new CorrectEntry(5, null, "误登"), HouseholdRefusal.CorrectionBreaksHistory);
    }

    // What was said of the member since would silently go with it.
    [Fact]
    public void A_listing_is_not_withdrawn_while_more_is_said_of_the_member() =>
        Given.Family(new PutMember(Given.Today, "M3", Given.Details(3, Relation.Child) with { Willing = false }))
            .ShouldRefuse(new CorrectEntry(4, null, "误登"), HouseholdRefusal.CorrectionBreaksHistory);

    [Fact]
    public void One_side_alone_does_not_correct_a_split() =>
        Given.Family(new SplitHousehold(Given.Today, "H2", Given.Of("M3"), "M3"))
            .ShouldRefuse(new CorrectEntry(5, null, "误分"), HouseholdRefusal.EntryOnBothSides);

    [Fact]
    public void A_closing_by_mistake_is_withdrawn() =>
        Given.Family(new CloseHousehold(Given.Today, CloseKind.MovedAway, "外迁"), new CorrectEntry(5, null, "误销"))
            .ExistsOn(Given.Today).ShouldBeTrue();

    [Fact]
    public void What_was_listed_in_error_never_was()
    {
        var never = Given.Family(new CloseHousehold(Given.Today, CloseKind.ListedInError, "重复登记"));

        never.ExistsOn(Given.Start).ShouldBeFalse();
        never.ShouldDecideNothing(new CloseHousehold(Given.Today, CloseKind.ListedInError, "重复登记"));
    }
}
