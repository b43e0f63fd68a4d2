using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Tests.Policies;

public sealed class PolicyArithmeticTests
{
    private static readonly DateOnly Day = new(2023, 12, 31);

    [Theory]
    [InlineData(49_999_00, 4_999_90)]
    [InlineData(50_000_00, 5_000_00)]
    [InlineData(50_000_01, 5_000_00)]
    [InlineData(5, 1)]
    [InlineData(4, 0)]
    public void An_award_is_a_share_of_the_income_half_a_fen_up_and_never_above_the_cap(long incomeFen, long awardFen) =>
        PolicyArithmetic.Award(Pack, new CappedPercentageRule("award", "产业奖补", "fen", Held(new CappedPercentage(1_000, 5_000_00))), Day, Income(incomeFen))!
            .Result.ShouldBe(awardFen);

    // Who reads an award must see that the cap, not the arithmetic, set it.
    [Fact]
    public void An_award_says_when_the_cap_bit()
    {
        var rule = new CappedPercentageRule("award", "产业奖补", "fen", Held(new CappedPercentage(1_000, 5_000_00)));

        PolicyArithmetic.Award(Pack, rule, Day, Income(60_000_00))!.Because.Steps.Count.ShouldBe(2);
        PolicyArithmetic.Award(Pack, rule, Day, Income(50_000_00))!.Because.Steps.Count.ShouldBe(1);
    }

    [Fact]
    public void An_award_by_the_unit_that_overflows_throws_rather_than_wraps() =>
        Should.Throw<OverflowException>(() => PolicyArithmetic.Award(
            Pack, new PerUnitRule("eggs", "蚕种", "fen", Held(new PerUnit(35_00, "张"))), Day, new ExplainedInput("张数", long.MaxValue, "张")));

    // 15 % of 18,950,000 yuan is 2,842,500; 太平场村 paid 2,940,000.
    [Theory]
    [InlineData(2_940_000_00, true)]
    [InlineData(2_842_500_00, true)]
    [InlineData(2_842_499_99, false)]
    public void A_share_is_compared_without_rounding(long paidFen, bool reached) =>
        PolicyArithmetic.Reaches(Pack, new RatioRule("labour", "劳务报酬占比", "basis points", Held(new Share("劳务报酬", "总投资", 1_500))), Day,
            new ExplainedInput("劳务报酬", paidFen, "分"), new ExplainedInput("总投资", 18_950_000_00, "分"))!.Result.ShouldBe(reached);

    [Fact]
    public void A_share_of_nothing_has_no_answer() =>
        PolicyArithmetic.Reaches(Pack, new RatioRule("labour", "劳务报酬占比", "basis points", Held(new Share("劳务报酬", "总投资", 1_500))), Day,
            new ExplainedInput("劳务报酬", 1, "分"), new ExplainedInput("总投资", 0, "分")).ShouldBeNull();

    [Fact]
    public void A_result_carries_its_rule_its_clause_and_what_went_in()
    {
        var because = PolicyArithmetic.Test(Packs.Get("shiquan-2023"), Packs.Get("shiquan-2023").Find<ThresholdRule>("screening.income.expected")!,
            Day, new ExplainedInput("年度预计人均纯收入", 8_499_99, "分"))!.Because;

        because.Rule.ShouldBe("screening.income.expected");
        because.Source.Phrase.ShouldContain("8500元");
        because.Inputs.ShouldHaveSingleItem().Value.ShouldBe(8_499_99);
        because.Steps.ShouldNotBeEmpty();
    }

    private static ExplainedInput Income(long fen) => new("种植养殖收入", fen, "分");

    private static PolicyPack Pack => new("test", "610922", "测试", [], [], new Dictionary<string, PolicyRule>());

    private static List<PolicyValue<TValue>> Held<TValue>(TValue value) =>
        [new(new(2023, 1, 1), value, new Citation("d", "c", "p", null))];
}
