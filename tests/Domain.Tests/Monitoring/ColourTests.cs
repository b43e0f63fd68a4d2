using Revitalization.Domain.Monitoring;

namespace Revitalization.Domain.Tests.Monitoring;

public sealed class ColourTests
{
    // Jiange: over half a year is yellow, over a year red; the anniversary itself still has the milder colour.
    [Theory]
    [InlineData(0, 0, "blue")]
    [InlineData(6, 0, "blue")]
    [InlineData(6, 1, "yellow")]
    [InlineData(12, 0, "yellow")]
    [InlineData(12, 1, "red")]
    public void The_elapsed_colour_deepens_the_day_after_the_anniversary(int months, int days, string colour) =>
        MonitoringColour.On(Given.Admitted(), Given.Jiange, Given.AdmittedOn.AddMonths(months).AddDays(days))!.Elapsed.Result.ShouldBe(colour);

    [Theory]
    [InlineData(6, "blue")]
    [InlineData(7, "yellow")]
    [InlineData(13, "red")]
    public void A_household_may_be_assessed_yellow_or_red_on_its_first_day(int months, string colour)
    {
        var today = MonitoringColour.On(Given.Admitted(months), Given.Jiange, Given.AdmittedOn)!;

        today.Elapsed.Result.ShouldBe("blue");
        today.Assessed.Result.ShouldBe(colour);
        today.Shown.Id.ShouldBe(colour);
    }

    [Fact]
    public void The_graver_of_the_two_is_shown_with_its_rank_and_severity()
    {
        var colour = MonitoringColour.On(Given.Admitted(months: 9), Given.Jiange, Given.AdmittedOn.AddMonths(14))!;

        colour.Assessed.Result.ShouldBe("yellow");
        colour.Shown.Id.ShouldBe("red");
        colour.Shown.Severity.ShouldBe(3);
        colour.RequiredRank.ShouldBe(CadreRank.CountyLeader);
    }

    // A colour that paled while nobody did anything would hide the households that were forgotten.
    [Fact]
    public void The_colour_never_improves_by_time_alone()
    {
        foreach (var months in new[] { 1, 5, 6, 7, 12, 13, 30 })
        {
            var file = Given.Admitted(months);
            var worst = 0;
            for (var day = Given.AdmittedOn; day < Given.AdmittedOn.AddYears(2); day = day.AddDays(1))
            {
                var severity = MonitoringColour.On(file, Given.Jiange, day)!.Shown.Severity;
                severity.ShouldBeGreaterThanOrEqualTo(worst);
                worst = severity;
            }
        }
    }

    [Fact]
    public void A_household_that_is_not_monitored_has_no_colour() =>
        MonitoringColour.On(Given.Cleared(), Given.Jiange, Given.Today).ShouldBeNull();

    [Fact]
    public void A_colour_says_by_which_clause_it_holds() =>
        MonitoringColour.On(Given.Admitted(), Given.Jiange, Given.AdmittedOn)!.Elapsed.Because.Source.Phrase.ShouldContain("黄色预警");

    [Theory]
    [InlineData("2023-01-31", "2023-02-28", 1)]
    [InlineData("2023-08-31", "2024-02-28", 5)]
    [InlineData("2023-08-31", "2024-02-29", 6)]
    [InlineData("2024-02-29", "2025-02-28", 12)]
    public void Full_months_follow_the_calendar(string from, string to, int months) =>
        Months.Full(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(months);
}
