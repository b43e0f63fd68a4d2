using Revitalization.Contracts.Refusals;
using Revitalization.Domain.Villages;

namespace Revitalization.Domain.Tests.Villages;

public sealed class VillageRulesTests
{
    private static readonly RegisterVillage s_registration = new("510823100910", "高峰村(示例)", VillageKinds.ProvincialKey, new(2020, 1, 1), []);
    private static readonly Village s_village = After(s_registration);

    [Fact]
    public void A_village_is_registered_and_stands() =>
        s_village.Standing().StandsOn(new(2020, 1, 1)).ShouldBeTrue();

    [Fact]
    public void The_same_again_changes_nothing()
    {
        ShouldDecideNothing(s_village, s_registration);
        ShouldDecideNothing(s_village, new ChangeVillageProfile(new(2022, 1, 1), s_registration.Name, s_registration.Kinds));
        ShouldDecideNothing(After(s_registration, new MergeVillage(new(2021, 1, 1), Given.Village)), new MergeVillage(new(2021, 1, 1), Given.Village));
    }

    [Fact]
    public void A_village_is_known_before_anything_is_said_of_it()
    {
        ShouldRefuse(Village.Empty, new ChangeVillageProfile(Given.Today, "村", VillageKinds.None), VillageRefusal.NotRegistered);
        ShouldRefuse(Village.Empty, new MergeVillage(Given.Today, Given.Village), VillageRefusal.NotRegistered);
    }

    [Fact]
    public void A_code_is_well_formed_and_of_a_known_township()
    {
        ShouldRefuse(Village.Empty, s_registration with { Code = "51082310091" }, VillageRefusal.CodeMalformed);
        ShouldRefuse(Village.Empty, s_registration with { Code = "510823999910" }, VillageRefusal.RegionOutside);
    }

    [Fact]
    public void A_village_has_a_name_of_sixty_letters_at_most()
    {
        ShouldRefuse(Village.Empty, s_registration with { Name = " " }, VillageRefusal.NameMissing);
        ShouldRefuse(Village.Empty, s_registration with { Name = new('村', 61) }, VillageRefusal.NameTooLong);
        After(s_registration with { Name = new('村', 60) }).IsRegistered.ShouldBeTrue();
    }

    [Fact]
    public void A_low_income_village_is_of_one_grade()
    {
        ShouldRefuse(Village.Empty, s_registration with { Kinds = VillageKinds.LowIncomeProvincial | VillageKinds.LowIncomeCounty }, VillageRefusal.KindsContradict);
        After(s_registration with { Kinds = VillageKinds.LowIncomeProvincial | VillageKinds.WeakIndustry | VillageKinds.ProvincialKey }).IsRegistered.ShouldBeTrue();
    }

    [Fact]
    public void Its_days_lie_between_the_republic_and_today()
    {
        ShouldRefuse(Village.Empty, s_registration with { From = Given.Today.AddDays(1) }, VillageRefusal.DayInFuture);
        ShouldRefuse(Village.Empty, s_registration with { From = new(1949, 9, 30) }, VillageRefusal.DayTooEarly);
        After(s_registration with { From = new(1949, 10, 1) }).IsRegistered.ShouldBeTrue();
        After(s_registration with { From = Given.Today }).IsRegistered.ShouldBeTrue();
    }

    [Fact]
    public void A_village_begins_once() =>
        ShouldRefuse(s_village, s_registration with { From = new(2020, 1, 2) }, VillageRefusal.AlreadyRegistered);

    [Fact]
    public void Nothing_is_said_of_a_village_for_a_day_before_it_began()
    {
        ShouldRefuse(s_village, new ChangeVillageProfile(new(2019, 12, 31), "新名", VillageKinds.None), VillageRefusal.BeforeFormation);
        ShouldRefuse(s_village, new MergeVillage(new(2020, 1, 1), Given.Village), VillageRefusal.BeforeFormation);
    }

    [Fact]
    public void A_dissolved_village_is_not_described_or_dissolved_again()
    {
        var dissolved = After(s_registration, new MergeVillage(new(2021, 1, 1), Given.Village));

        ShouldRefuse(dissolved, new ChangeVillageProfile(new(2021, 1, 1), "新名", VillageKinds.None), VillageRefusal.Dissolved);
        ShouldRefuse(dissolved, new MergeVillage(new(2022, 1, 1), Given.Village), VillageRefusal.Dissolved);
        Decided(dissolved, new ChangeVillageProfile(new(2020, 12, 31), "新名", VillageKinds.None)).Events.Count.ShouldBe(1);
    }

    [Fact]
    public void Successors_are_others_that_stand_on_the_day()
    {
        ShouldRefuse(s_village, new SplitVillage(new(2022, 6, 1), []), VillageRefusal.SuccessorMissing);
        ShouldRefuse(s_village, new SplitVillage(new(2022, 6, 1), [Given.Village]), VillageRefusal.SuccessorsTooFew);
        ShouldRefuse(s_village, new SplitVillage(new(2022, 6, 1), [Given.Village, Given.Village]), VillageRefusal.SuccessorTwice);
        ShouldRefuse(s_village, new MergeVillage(new(2022, 6, 1), s_registration.Code), VillageRefusal.SuccessorTwice);
        ShouldRefuse(s_village, new MergeVillage(new(2022, 6, 1), "510823100999"), VillageRefusal.SuccessorUnknown);
        ShouldRefuse(s_village, new MergeVillage(new(2021, 12, 31), Given.OtherVillage), VillageRefusal.SuccessorUnknown);
        Decided(s_village, new SplitVillage(new(2022, 6, 1), [Given.Village, Given.OtherVillage])).Events.Count.ShouldBe(1);
    }

    [Fact]
    public void Where_a_village_came_from_is_known() =>
        ShouldRefuse(Village.Empty, s_registration with { Predecessors = ["510823100998"] }, VillageRefusal.PredecessorUnknown);

    [Fact]
    public void A_reform_has_fifty_villages_at_most()
    {
        ShouldRefuse(Village.Empty, s_registration with { Predecessors = [.. Enumerable.Repeat(Given.Village, 51)] }, VillageRefusal.TooMany);
        ShouldRefuse(s_village, new SplitVillage(new(2022, 6, 1), [.. Enumerable.Repeat(Given.Village, 51)]), VillageRefusal.TooMany);
        Decided(Village.Empty, s_registration with { Predecessors = [.. Enumerable.Repeat(Given.Village, 50)] }).Refusal.ShouldBeNull();
    }

    [Fact]
    public void A_village_does_not_end_before_it_was_last_described()
    {
        var renamed = After(s_registration, new ChangeVillageProfile(new(2022, 1, 1), "新名", VillageKinds.None));

        ShouldRefuse(renamed, new MergeVillage(new(2022, 1, 1), Given.Village), VillageRefusal.LaterFacts);
        renamed.NamedOn(new(2021, 12, 31))!.Name.ShouldBe(s_registration.Name);
        renamed.NamedOn(new(2022, 1, 1))!.Name.ShouldBe("新名");
    }

    private static Domain.Commands.Decision<VillageEvent> Decided(Village village, VillageCommand command) =>
        VillageRules.Decide(village, command, Given.Context);

    private static Village After(params VillageCommand[] commands) => commands.Aggregate(Village.Empty, (village, command) =>
    {
        var decision = Decided(village, command);
        decision.Refusal.ShouldBeNull($"{command} is part of the story and must be accepted.");
        return decision.Events.Aggregate(village, Village.Evolve);
    });

    private static void ShouldRefuse(Village village, VillageCommand command, VillageRefusal refusal) =>
        Decided(village, command).Refusal.ShouldBe(new(RefusalCatalog.CodeOf(refusal), Decided(village, command).Refusal?.Field), command.ToString());

    private static void ShouldDecideNothing(Village village, VillageCommand command)
    {
        Decided(village, command).Refusal.ShouldBeNull();
        Decided(village, command).Events.ShouldBeEmpty();
    }
}
