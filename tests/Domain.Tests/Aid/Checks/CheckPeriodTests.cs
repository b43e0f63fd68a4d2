using Revitalization.Domain.Aid;
using Revitalization.Domain.Aid.Checks;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Tests.Aid.Checks;

/// <summary>双月盘点、季度交账、半年验靶、年终考核: which there are, when they end, until when they are due, who stands where.</summary>
public sealed class CheckPeriodTests
{
    private static readonly PolicyPack s_platform = ShippedPacks.All.Single(pack => pack.Id == ShippedPacks.DefaultId);

    [Theory]
    [InlineData("2022-B1", "2022-02-28", "2022年1—2月双月盘点")]
    [InlineData("2024-B1", "2024-02-29", "2024年1—2月双月盘点")]
    [InlineData("2022-B6", "2022-12-31", "2022年11—12月双月盘点")]
    [InlineData("2022-Q3", "2022-09-30", "2022年第三季度交账")]
    [InlineData("2022-H1", "2022-06-30", "2022年半年验靶")]
    [InlineData("2022-Y", "2022-12-31", "2022年年终考核")]
    public void A_code_names_a_period_and_its_last_day(string code, string last, string name)
    {
        var period = CheckPeriod.Read(code).ShouldNotBeNull();
        (period.Code, period.LastDay, period.Name).ShouldBe((code, DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture), name));
    }

    [Theory]
    [InlineData("2022-B0")]
    [InlineData("2022-B7")]
    [InlineData("2022-Q5")]
    [InlineData("2022-H2")]
    [InlineData("2022-Y1")]
    [InlineData("2022-q1")]
    [InlineData("1999-Q1")]
    [InlineData("2022Q1")]
    [InlineData("")]
    public void Nothing_else_is_a_period(string code) => CheckPeriod.Read(code).ShouldBeNull();

    [Fact]
    public void A_year_has_twelve_checks_each_with_its_own_code()
    {
        var codes = CheckPeriod.Of(2022).Select(period => period.Code).ToList();
        codes.Count.ShouldBe(12);
        codes.Distinct(StringComparer.Ordinal).Count().ShouldBe(12);
    }

    // 2022-06-30 was a Thursday: ten working days end on 14 July, fifteen on 21 July.
    [Fact]
    public void The_platform_s_pack_gives_each_cycle_its_days()
    {
        CheckLimits.DueOn(s_platform, CheckPeriod.Read("2022-Q2")!.Value, WorkdayCalendar.Shipped).ShouldBe(new DateOnly(2022, 7, 14));
        CheckLimits.DueOn(s_platform, CheckPeriod.Read("2022-B3")!.Value, WorkdayCalendar.Shipped).ShouldBe(new DateOnly(2022, 7, 14));
        CheckLimits.DueOn(s_platform, CheckPeriod.Read("2022-H1")!.Value, WorkdayCalendar.Shipped).ShouldBe(new DateOnly(2022, 7, 21));
        CheckLimits.DueOn(s_platform, CheckPeriod.Read("2022-Y")!.Value, WorkdayCalendar.Shipped).ShouldNotBeNull();
    }

    // A county that does not hold a cycle is not late with it.
    [Fact]
    public void A_cycle_that_a_pack_does_not_name_is_not_due() =>
        CheckLimits.DueOn(new("county", "510821", "", [], [], new Dictionary<string, PolicyRule>(StringComparer.Ordinal)), CheckPeriod.Read("2022-Q2")!.Value, WorkdayCalendar.Shipped)
            .ShouldBeNull();

    [Fact]
    public void Rank_is_by_share_done_equals_share_it_and_no_plan_stands_last()
    {
        int?[] all = [10_000, 5_000, 5_000, 0, null];
        all.Select(done => CheckRank.Of(done, all)).ShouldBe([1, 2, 2, 4, 5]);
    }

    // 9,999 of 10,000 basis points is not done, and one field's surplus fills no other's gap.
    [Fact]
    public void A_share_is_rounded_down_and_a_surplus_elsewhere_fills_no_gap()
    {
        CheckRank.BasisPoints(3, 1).ShouldBe(6_666);
        CheckRank.BasisPoints(long.MaxValue, 1).ShouldBe(9_999);
        CheckRank.BasisPoints(0, 0).ShouldBeNull();
        var line = GivenCheck.Figures.Lines[0];
        var figures = GivenCheck.Figures with { Lines = [line with { PlannedFen = 100, ConfirmedFen = 50 }, line with { Field = AidField.Industry, PlannedFen = 100, ConfirmedFen = 900 }] };
        (figures.PlannedFen(), figures.GapFen(), figures.DoneBasisPoints()).ShouldBe((200, 50, 7_500));
    }
}
