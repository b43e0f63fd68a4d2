using Revitalization.Domain.Households;

namespace Revitalization.Domain.Tests.Households;

/// <summary>A household's group in its village (村民小组).</summary>
public sealed class GroupTests
{
    private static readonly DateOnly s_spring = new(2023, 3, 1);

    private static PutHousehold Stated(string? group, DateOnly? on = null) =>
        new(on ?? s_spring, Given.Village, Given.Lifted with { Group = group });

    [Fact]
    public void A_group_holds_from_the_day_it_is_stated()
    {
        var household = Given.After(Given.Registration(), Stated("3"));

        household.ProfileOn(s_spring.AddDays(-1)).Group.ShouldBeNull();
        household.ProfileOn(s_spring).Group.ShouldBe("3");
    }

    // A sheet without the column says nothing of the group; an emptied field of the form takes it away.
    [Fact]
    public void Saying_nothing_keeps_the_group_and_the_empty_text_takes_it_away()
    {
        var household = Given.After(Given.Registration(), Stated("3"));

        household.ShouldDecideNothing(Stated(null, Given.Today));
        household.ShouldDecideNothing(Stated("3", Given.Today));
        household.Done(Stated("", Given.Today)).ProfileOn(Given.Today).Group.ShouldBeNull();
        Given.After(Given.Registration()).ShouldDecideNothing(Stated(""));
        Given.After(Stated("", Given.Start)).ProfileOn(Given.Start).ShouldBe(Given.Lifted);
    }

    [Fact]
    public void A_move_to_another_village_leaves_the_group_behind_and_its_correction_brings_it_back()
    {
        var moved = Given.After(Given.Registration(), Stated("3"), new ChangeVillage(Given.Today, Given.OtherVillage, VillageChange.Moved));

        moved.ProfileOn(Given.Today).Group.ShouldBeNull();
        moved.ProfileOn(Given.Today.AddDays(-1)).Group.ShouldBe("3");
        moved.Done(new CorrectEntry(moved.Version, null, "误登")).ProfileOn(Given.Today).Group.ShouldBe("3");
    }

    [Fact]
    public void A_group_is_short() =>
        Given.After(Given.Registration()).ShouldRefuse(Stated(new string('组', HouseholdLimits.TextLengthMax + 1)), HouseholdRefusal.TextTooLong);
}
