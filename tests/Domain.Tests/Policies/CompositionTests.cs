using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Tests.Policies;

public sealed class CompositionTests
{
    private const string Jiange = "510823";
    private const string Elsewhere = "510116"; // No pack ships for it.
    private const string Dispatch = "monitoring.step.dispatch";
    private static readonly DateTimeOffset Now = new(2024, 6, 1, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Packs_ship_with_the_product_as_they_stand_in_their_folders()
    {
        ShippedPacks.All.Select(pack => pack.Id).ShouldBe(Packs.Names);
        foreach (var pack in ShippedPacks.All) pack.Rules.Keys.ShouldBe(Packs.Get(pack.Id).Rules.Keys, ignoreOrder: true);
    }

    // A county that decided nothing still has limits; all of them say that nobody has decided them.
    [Fact]
    public void A_county_without_a_pack_goes_by_the_default_whose_values_are_all_assumed()
    {
        var pack = Of(Elsewhere, new(2024, 1, 1));

        pack.Id.ShouldBe(ShippedPacks.DefaultId);
        pack.Colours.ShouldBeEmpty();
        pack.Rules.Values.SelectMany(rule => rule.History).ShouldAllBe(value => value.Source.Assumed != null);
    }

    [Fact]
    public void Before_any_adoption_a_county_goes_by_the_pack_that_ships_as_its_own()
    {
        Of(Jiange, new(2022, 7, 26)).Id.ShouldBe("jiange-2022");
        Of(Jiange, new(2022, 7, 25)).Id.ShouldBe(ShippedPacks.DefaultId);
    }

    [Fact]
    public void The_pack_adopted_later_holds_where_both_state_a_rule_and_the_other_where_it_is_silent()
    {
        var pack = Compose([Pack("a", 2, Floor(1)), Pack("b", 9)], [Adopted("a", "2022-01-01"), Adopted("b", "2023-01-01")], new(2024, 1, 1));

        Days(pack, new(2024, 1, 1)).ShouldBe(9);
        pack.Find<DeadlineRule>(Dispatch)!.On(new(2024, 1, 1))!.Source.Pack.ShouldBe("b");
        pack.Find<FloorRule>("floor")!.On(new(2024, 1, 1))!.Source.Pack.ShouldBe("a");
        pack.Id.ShouldBe("a+b");
    }

    [Fact]
    public void Of_two_adopted_for_one_day_the_later_recorded_holds() =>
        Days(Compose([Pack("a", 2), Pack("b", 9)], [Adopted("b", "2022-01-01"), Adopted("a", "2022-01-01")], new(2024, 1, 1)), new(2024, 1, 1)).ShouldBe(2);

    // A limit that ran before the adoption is not moved by it.
    [Fact]
    public void What_began_under_the_older_pack_keeps_its_limit()
    {
        var pack = Compose([Pack("a", 2), Pack("b", 9)], [Adopted("a", "2022-01-01"), Adopted("b", "2023-01-01")], new(2024, 1, 1));

        Days(pack, new(2022, 12, 31)).ShouldBe(2);
        Days(pack, new(2023, 1, 1)).ShouldBe(9);
    }

    [Fact]
    public void After_the_last_day_the_pack_before_it_holds_again_on_that_day_not_yet()
    {
        PolicyPack[] packs = [Pack("a", 2), Pack("b", 9)];
        Adoption[] adopted = [Adopted("a", "2022-01-01"), Adopted("b", "2023-01-01", "2023-06-30")];

        Days(Compose(packs, adopted, new(2023, 6, 30)), new(2023, 6, 30)).ShouldBe(9);
        Days(Compose(packs, adopted, new(2023, 7, 1)), new(2023, 7, 1)).ShouldBe(2);
    }

    [Fact]
    public void A_rule_nobody_states_any_more_is_gone()
    {
        PolicyPack[] packs = [Pack("a", 2, Floor(1)), Pack("b", 9)];
        Adoption[] adopted = [Adopted("a", "2022-01-01", "2022-12-31"), Adopted("b", "2022-01-01")];

        Compose(packs, adopted, new(2022, 12, 31)).Find<FloorRule>("floor").ShouldNotBeNull();
        Compose(packs, adopted, new(2023, 1, 1)).Find<FloorRule>("floor").ShouldBeNull();
    }

    // Labels of one county's ladder mean nothing among another county's colours.
    [Fact]
    public void Colours_and_their_ladders_come_from_one_pack_the_last_that_has_any()
    {
        var jiange = Packs.Get("jiange-2022");
        var pack = Compose([jiange, Pack("b", 9)], [Adopted("jiange-2022", "2022-07-26"), Adopted("b", "2023-01-01")], new(2024, 1, 1));

        pack.Colours.ShouldBe(jiange.Colours);
        pack.Find<LadderRule>(MonitoringRuleIds.ElapsedColour)!.Values.ShouldAllBe(value => value.Source.Pack == "jiange-2022");
        Days(pack, new(2024, 1, 1)).ShouldBe(9);
    }

    [Fact]
    public void Every_explanation_of_a_composed_pack_names_the_pack_its_value_stands_in()
    {
        var pack = Compose([Packs.Get("jiange-2022"), Pack("b", 9)], [Adopted("jiange-2022", "2022-07-26"), Adopted("b", "2023-01-01")], new(2024, 1, 1));

        PolicyArithmetic.Step(pack, pack.Find<LadderRule>(MonitoringRuleIds.ElapsedColour)!, new(2024, 1, 1), new("监测时长", 7, "个月"))!
            .Because.Pack.ShouldBe("jiange-2022");
    }

    // One name is one rule: packs could not be laid over one another otherwise.
    [Fact]
    public void A_rule_is_of_one_kind_and_unit_in_every_shipped_pack()
    {
        foreach (var rule in ShippedPacks.All.SelectMany(pack => pack.Rules.Values).GroupBy(rule => rule.Id))
            rule.Select(each => (each.GetType(), each.Unit)).Distinct().Count().ShouldBe(1, rule.Key);
    }

    [Fact]
    public void A_document_of_one_id_is_one_document_in_every_shipped_pack()
    {
        foreach (var document in ShippedPacks.All.SelectMany(pack => pack.Documents).GroupBy(document => document.Id))
            document.Distinct().Count().ShouldBe(1, document.Key);
    }

    private static PolicyPack Of(string county, DateOnly day) => PolicyComposition.Of(county, [], ShippedPacks.All, day);

    private static PolicyPack Compose(PolicyPack[] packs, Adoption[] adopted, DateOnly day) => PolicyComposition.Of(Elsewhere, adopted, packs, day);

    private static Adoption Adopted(string pack, string from, string? until = null) => new(pack, Day(from), until is null ? null : Day(until), "county", Now);

    private static int? Days(PolicyPack pack, DateOnly day) => pack.Find<DeadlineRule>(Dispatch)?.On(day)?.Value.Count;

    private static PolicyPack Pack(string id, int days, params PolicyRule[] more)
    {
        var rule = new DeadlineRule(Dispatch, "派发", "working days", [new(new(2021, 1, 1), new(days, TimeUnit.WorkingDays, "clue-received"), Source)]);
        return new(id, "000001", id, [], [], more.Append(rule).ToDictionary(each => each.Id));
    }

    private static FloorRule Floor(long least) => new("floor", "下限", "measures", [new(new(2021, 1, 1), new Floor(least), Source)]);

    private static Citation Source => new("d", "c", "p", null);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
