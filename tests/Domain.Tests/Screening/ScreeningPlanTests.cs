using Revitalization.Domain.Calendar;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Policies;
using Revitalization.Domain.Screening;
using Revitalization.Domain.Tests.Policies;

namespace Revitalization.Domain.Tests.Screening;

/// <summary>Shiquan's four-way income screening of 2023 up to the third quarter, household by household.</summary>
public sealed class ScreeningPlanTests
{
    private static readonly Period Third = Period.OfQuarter(2023, 3);

    // A household that earns as before and above the line is left in peace.
    [Fact]
    public void A_household_that_earns_as_before_and_enough_is_not_flagged() =>
        Reasons(Earning(thisYear: 25_500_00, lastYear: 25_500_00, rest: 8_500_00)).ShouldBe(ScreeningReasons.None);

    // "同比下降": a fen less per head is a fall, the same is none.
    [Theory]
    [InlineData(30_000_00, false)]
    [InlineData(29_999_99, true)]
    public void Any_fall_per_head_is_a_fall_and_the_same_is_none(long thisYear, bool flagged) =>
        Reasons(Earning(thisYear, lastYear: 30_000_00, rest: 90_000_00, members: 1)).HasFlag(ScreeningReasons.IncomeFall).ShouldBe(flagged);

    // A birth makes nobody poorer than a year ago by arithmetic alone, a death nobody richer: each year by its own people.
    [Theory]
    [InlineData(4, 3, 36_000_00, 26_000_00, false)]
    [InlineData(3, 4, 26_000_00, 36_000_00, true)]
    [InlineData(3, 3, 26_000_00, 26_000_00, false)]
    public void Each_years_income_is_divided_by_who_was_there_that_year(int now, int before, long thisYear, long lastYear, bool falls)
    {
        var figures = Earning(thisYear, lastYear, rest: 90_000_00, members: now) with { LastMembers = before };

        Reasons(figures).HasFlag(ScreeningReasons.IncomeFall).ShouldBe(falls);
    }

    [Fact]
    public void The_explanation_names_both_divisors_and_the_rule_that_asks_for_them()
    {
        var figures = Earning(26_000_00, 40_000_00, rest: 90_000_00, members: 3) with { LastMembers = 4 };
        var because = ScreeningExplanations.Of(Plan(), new("H1", "510823100901", ScreeningReasons.IncomeFall, figures)).ShouldHaveSingleItem();

        because.Inputs.ShouldContain(input => input.Name == "在户成员" && input.Value == 3 && input.From == "户籍登记,2023-09-30");
        because.Inputs.ShouldContain(input => input.Name == "上年同期末在户成员" && input.Value == 4 && input.From == "户籍登记,2022-09-30");
        because.Steps.ShouldBe([
            "(26,000.00 元 ÷ 3 人) − (40,000.00 元 ÷ 4 人) = -1,333.33 元/人,低于零即为下降", "人口口径:人均纯收入按各自期末的在户人口计算"]);
    }

    [Fact]
    public void Where_nobody_is_known_of_the_year_before_this_years_people_stand_in_and_it_is_said()
    {
        var figures = Earning(26_000_00, 40_000_00, rest: 90_000_00, members: 4) with { LastMembers = 0 };

        ScreeningPlan.ChangeFen(figures).ShouldBe(-3_500_00);
        ScreeningExplanations.Of(Plan(), new("H1", "510823100901", ScreeningReasons.IncomeFall, figures)).ShouldHaveSingleItem()
            .Steps[^1].ShouldBe("人口口径:人均纯收入按各自期末的在户人口计算;上年同期末在户人口没有登记,以本期末代替");
    }

    // Exactly 8,500 yuan is not below 8,500 yuan.
    [Theory]
    [InlineData(8_500_00, false)]
    [InlineData(8_499_99, true)]
    public void Expected_income_below_the_line_is_flagged_and_the_line_itself_is_not(long year, bool flagged) =>
        Reasons(Earning(thisYear: year, lastYear: 0, rest: 0, members: 1)).HasFlag(ScreeningReasons.ExpectedLow).ShouldBe(flagged);

    [Fact]
    public void The_year_is_projected_with_the_last_years_fourth_quarter_where_it_is_reported() =>
        Plan().Project(Earning(9_000_00, 0, rest: 2_000_00)).ShouldBe(new Projection(11_000_00, ProjectionMethod.WithLastYearsRest));

    // Three quarters of 10,000.01 yuan make 13,333.35 a year: the half fen is rounded once, at the end.
    [Fact]
    public void Without_it_three_quarters_stand_for_the_year() =>
        Plan().Project(Earning(10_000_01, 0, rest: null)).ShouldBe(new Projection(13_333_35, ProjectionMethod.ByShareOfYear));

    [Fact]
    public void A_county_may_forbid_the_last_years_quarter()
    {
        var rule = new SwitchRule(ScreeningRuleIds.LastFourthQuarter, "推算", "yes or no", [new(new(2021, 1, 1), new Switch(false), new Citation("d", "c", "p", null))]);
        var shiquan = Packs.Get("shiquan-2023");
        var pack = shiquan with { Rules = shiquan.Rules.Where(each => each.Key != rule.Id).Select(each => each.Value).Append(rule).ToDictionary(each => each.Id) };

        new ScreeningPlan(pack, ScreeningKind.Income, Third, Third.LastDay).Project(Earning(9_000_00, 0, rest: 2_000_00))
            .ShouldBe(new Projection(12_000_00, ProjectionMethod.ByShareOfYear));
    }

    [Fact]
    public void Of_a_fourth_quarter_nothing_is_projected() =>
        Plan(Period.OfQuarter(2023, 4)).Project(Earning(9_000_00, 0, rest: 0)).ShouldBe(new Projection(9_000_00, ProjectionMethod.Actual));

    // What nobody reported is not nothing: the household is shown as undecided, never passed over.
    [Fact]
    public void A_household_whose_income_is_not_reported_in_full_is_flagged_as_undecided()
    {
        Reasons(new(3)).ShouldBe(ScreeningReasons.IncomeMissing);
        Reasons(Earning(30_000_00, null, 9_000_00)).ShouldBe(ScreeningReasons.IncomeMissing);
        Reasons(Earning(30_000_00, 20_000_00, 9_000_00, members: 0)).ShouldBe(ScreeningReasons.IncomeMissing);
    }

    [Fact]
    public void The_other_ways_are_resettled_monitored_and_without_employment()
    {
        var well = Earning(90_000_00, 80_000_00, 30_000_00);

        Reasons(well with { Resettled = true }).ShouldBe(ScreeningReasons.Resettled);
        Reasons(well with { Monitored = true }).ShouldBe(ScreeningReasons.Monitored);
        Reasons(well with { ZeroEmployment = true }).ShouldBe(ScreeningReasons.ZeroEmployment);
    }

    [Fact]
    public void Before_the_document_holds_its_county_has_no_income_screening() =>
        new ScreeningPlan(Packs.Get("shiquan-2023"), ScreeningKind.Income, Period.OfQuarter(2023, 2), new(2023, 8, 10)).SaysAnything.ShouldBeFalse();

    [Fact]
    public void A_pack_that_says_nothing_of_incomes_cannot_screen_them() =>
        new ScreeningPlan(Packs.Get("jiange-2022"), ScreeningKind.Income, Third, Third.LastDay).SaysAnything.ShouldBeFalse();

    [Fact]
    public void Basic_needs_are_flagged_as_last_seen_and_children_of_school_age_out_of_school()
    {
        var plan = new ScreeningPlan(Packs.Get("shiquan-2023"), ScreeningKind.Needs, Third, Third.LastDay);

        plan.Evaluate(new(3)).ShouldBe(ScreeningReasons.None);
        plan.Evaluate(new(3, Needs: BasicNeeds.WaterLacking)).ShouldBe(ScreeningReasons.NeedsUnmet);
        plan.Evaluate(new(3, OutOfSchool: 1)).ShouldBe(ScreeningReasons.OutOfSchool);
        plan.Evaluate(new(3, Resettled: true, ZeroEmployment: true)).ShouldBe(ScreeningReasons.None);
    }

    [Fact]
    public void Who_was_flagged_is_told_the_rule_the_clause_the_inputs_and_how_the_year_was_projected()
    {
        var because = Explain(Earning(thisYear: 15_000_00, lastYear: 16_000_00, rest: 4_000_00, members: 3) with { Resettled = true });

        because.Select(each => each.Rule).ShouldBe([ScreeningRuleIds.Fall, ScreeningRuleIds.Expected, ScreeningRuleIds.Resettled]);
        because.ShouldAllBe(each => each.Source.Document == "shiquan-2023-08-11" && each.Source.Phrase.Contains("8500元", StringComparison.Ordinal));
        because[0].Steps.ShouldBe(["(15,000.00 元 ÷ 3 人) − (16,000.00 元 ÷ 3 人) = -333.33 元/人,低于零即为下降"]);
        because[1].Steps.ShouldBe(
            ["推算办法:本年已登记 15,000.00 元 + 上年其余季度 4,000.00 元 = 19,000.00 元", "19,000.00 元 ÷ 3 人 = 6,333.33 元/人,低于 8,500 元/人/年"]);
        because[1].Inputs.Select(input => input.From).ShouldBe(["下列各项推算", "收入登记 2023-Q1 至 2023-Q3", "收入登记 2022-Q4", "户籍登记,筛查时"]);
    }

    [Fact]
    public void Who_is_undecided_is_told_which_quarters_are_missing() =>
        Explain(Earning(null, 16_000_00, 4_000_00)).ShouldHaveSingleItem().Steps.ShouldContain("2023-Q1 至 2023-Q3收入未登记齐全");

    // Whatever is flagged has an explanation that agrees: the two ways of asking a rule must never part.
    [Fact]
    public void Every_flagged_household_has_one_explanation_for_each_reason()
    {
        long?[] amounts = [null, -5_000_00, 0, 25_499_99, 25_500_00, 25_500_01, 90_000_00];
        foreach (var (thisYear, lastYear, rest, members) in from a in amounts from b in amounts from c in amounts from n in new[] { 0, 1, 3 } select (a, b, c, n))
        {
            var figures = Earning(thisYear, lastYear, rest, members);
            var reasons = Reasons(figures);
            ScreeningExplanations.Of(Plan(), new("H", "V", reasons, figures)).Count
                .ShouldBe(Enum.GetValues<ScreeningReasons>().Count(reason => reason != ScreeningReasons.None && reasons.HasFlag(reason)));
        }
    }

    private static ScreeningFigures Earning(long? thisYear, long? lastYear, long? rest, int members = 3) => new(members, thisYear, lastYear, rest);

    private static ScreeningPlan Plan(Period? period = null)
    {
        var asked = period ?? Third;
        return new(Packs.Get("shiquan-2023"), ScreeningKind.Income, asked, asked.LastDay);
    }

    private static ScreeningReasons Reasons(ScreeningFigures figures) => Plan().Evaluate(figures);

    private static IReadOnlyList<Explanation> Explain(ScreeningFigures figures) => ScreeningExplanations.Of(Plan(), new("H", "V", Reasons(figures), figures));
}
