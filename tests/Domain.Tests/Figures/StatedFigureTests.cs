using Revitalization.Domain.Calendar;
using Revitalization.Domain.Households;
using Revitalization.Domain.Money;

namespace Revitalization.Domain.Tests.Figures;

/// <summary>Figures the documents state and this domain can compute: where they disagree, the test says so too.</summary>
public sealed class StatedFigureTests
{
    [Fact]
    public void Work_relief_in_taipingchang_paid_7616_yuan_58_each() =>
        YuanText.Yuan(Fen.Divided(2_940_000_00, 386)).ShouldBe("7,616.58");

    // Stated as 60.54 %, computed 60.39 %: both are to be shown, and flagged.
    [Fact]
    public void Enyangs_payment_progress_does_not_agree_with_what_is_stated()
    {
        var basisPoints = Fen.Divided(13_500L * 10_000, 22_355);

        basisPoints.ShouldBe(6_039);
        basisPoints.ShouldNotBe(6_054);
    }

    [Fact]
    public void Wangcangs_eighteen_thousand_are_forty_per_cent_more_than_12857() =>
        Fen.Divided(18_000L * 100, 140).ShouldBe(12_857);

    [Theory]
    [InlineData(270_000_000, 1_392, 193_966)]
    [InlineData(30_750_000, 378, 81_349)]
    public void Pingchangs_means_in_whole_yuan(long yuan, long by, long mean) => Fen.Divided(yuan, by).ShouldBe(mean);

    [Fact]
    public void Wages_of_taipingchang_pass_fifteen_per_cent_of_the_investment_by_97500_yuan()
    {
        (2_940_000_00L - Fen.Divided(18_950_000_00L * 15, 100)).ShouldBe(97_500_00);
        Fen.Divided(2_940_000L * 100_000, 18_950_000).ShouldBe(15_515);
    }

    [Fact]
    public void Destitute_support_is_a_little_over_one_point_three_times_the_minimum_living() =>
        Fen.Divided(6_984L * 10_000, 5_370).ShouldBe(13_006);

    // Made on a public holiday: accepted, with a warning. Published six working days later; Shiquan's took four.
    [Fact]
    public void The_plan_of_fuhuan_was_made_on_a_holiday_and_published_within_twenty_working_days()
    {
        var calendar = WorkdayCalendar.Shipped;

        calendar.KindOf(new(2022, 2, 3)).ShouldBe(DayKind.Holiday);
        calendar.Add(new(2022, 2, 3), 6).Value.ShouldBe(new(2022, 2, 14));
        calendar.Between(new(2022, 2, 3), new(2022, 2, 14)).Value.ShouldBe(6);
        calendar.Between(new(2023, 8, 11), new(2023, 8, 17)).Value.ShouldBe(4);
    }

    [Fact]
    public void A_familys_income_per_head_takes_costs_off_and_rounds_to_the_fen()
    {
        NetIncome.PerHeadFen(new(2_400_000, 900_000, 350_000, 5_000, 120_000), 3).ShouldBe(1_025_000);
        NetIncome.PerHeadFen(new(100, 0, 0, 0, 0), 3).ShouldBe(33);
        NetIncome.PerHeadFen(new(200, 0, 0, 0, 0), 3).ShouldBe(67);
        NetIncome.PerHeadFen(new(0, 0, 50, 0, 0), 4).ShouldBe(-13);
        NetIncome.PerHeadFen(IncomeAmounts.Zero, 0).ShouldBeNull();
    }
}
