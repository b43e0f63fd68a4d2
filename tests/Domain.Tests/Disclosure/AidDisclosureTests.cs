using Revitalization.Contracts.Releases;
using Revitalization.Domain.Disclosure;

namespace Revitalization.Domain.Tests.Disclosure;

public sealed class AidDisclosureTests
{
    private static readonly AidDisclosure Control = new(threshold: 5);

    private static readonly PublicProject Project = new(
        "p1", "太平场村示范村建设", "511921119901", null, 2022, "Village", "Accepted", true, 18_950_000_00, 18_950_000_00, 18_950_000_00, 18_000_000_00, 2_940_000_00, 0,
        LabourCounts.None, new(new(2022, 1, 20), null, null, null, null, null, null));

    [Fact]
    public void A_project_named_after_a_person_s_number_loses_its_name_and_keeps_its_money()
    {
        var row = Control.Project(Project with { Name = "危房改造 13800001234" }, [])!;

        (row.Name, row.BudgetFen).ShouldBe((AidDisclosure.Withheld, 18_950_000_00));
    }

    [Fact]
    public void A_project_whose_id_is_a_person_s_number_is_left_out() =>
        Control.Project(Project with { Id = "11010519491231002X" }, []).ShouldBeNull();

    [Fact]
    public void People_on_work_relief_are_those_of_the_month_with_most_of_them() =>
        Control.Project(Project, [new(200, 260, 40, 60), new(288, 386, 62, 84)])!.Labour.ShouldBe(new LabourCounts(288, 386, 62, 84));

    // Four people who share 9,600 yuan know what each of them earned, and soon so does everybody.
    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void A_month_with_few_people_withholds_the_project_s_pay(int people, bool published) =>
        Control.Project(Project, [new(288, 386, 62, 84), new(people, people, 0, 0)])!.LabourPayFen.HasValue.ShouldBe(published);

    [Theory]
    [InlineData(10, 10, 4, null)]
    [InlineData(10, 10, 6, null)] // Four are left: the rest is as small.
    [InlineData(10, 10, 5, 5)]
    [InlineData(10, 10, 0, 0)]
    [InlineData(10, 10, 10, 10)]
    [InlineData(3, 4, 0, null)]
    public void Lifted_people_are_counted_only_where_neither_they_nor_the_others_are_few(int households, int people, int lifted, int? published) =>
        Control.Project(Project, [new(households, people, 0, lifted)])!.Labour.LiftedPeople.ShouldBe(published);

    [Fact]
    public void A_household_s_asset_stands_in_its_township_and_names_nobody()
    {
        var row = AidDisclosure.Asset(new("a1", "p1", "圈舍", "Household", "511921119901", 20_000_00, "张三"))!;

        (row.RegionCode, row.Keeper).ShouldBe(("511921119", AidDisclosure.HouseholdKeeper));
    }

    [Fact]
    public void A_keeper_or_a_paired_party_that_looks_like_a_name_is_withheld()
    {
        AidDisclosure.Asset(new("a1", "p1", "冷链库", "Operating", "510821102", 1, "李四海"))!.Keeper.ShouldBe(AidDisclosure.Withheld);
        var pairing = AidDisclosure.Pairing(new("x.1", "x", "Enterprise", "王五", "旺苍县商务局", null, new(2022, 1, 1), null))!;
        (pairing.DonorParty, pairing.RecipientParty).ShouldBe((AidDisclosure.Withheld, "旺苍县商务局"));
    }

    [Fact]
    public void A_unit_that_somebody_typed_a_phone_into_is_withheld() => AidDisclosure.Report(new(
        Guid.Empty, "x", 2022, "Talent", "PeopleDays", 1, "人天 13800001234", 0, 0, new(2022, 1, 1), null, "Reported", null, 0, 0, 0, "510821", null)).Unit
        .ShouldBe(AidDisclosure.Withheld);
}
