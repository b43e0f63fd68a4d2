using Revitalization.Domain.Aid;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Tests.Aid;

/// <summary>How long a county may leave a report unanswered is its own rule; the platform's holds where it has none.</summary>
public sealed class AnswerLimitTests
{
    private static readonly DateOnly s_asked = new(2022, 5, 12);

    private static PolicyPack Pack(params PolicyRule[] rules) => new("county-2022", "510821", "", [], [], rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal));

    private static PolicyPack Pack(int days, string from) => Pack(new DeadlineRule(
        AidLimits.AnswerRule, "", "days", [new(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), new(days, TimeUnit.CalendarDays, "aid-reported"), new("d", "c", "", "assumed"))]));

    [Fact]
    public void The_platform_gives_ten_working_days() =>
        AidLimits.AnswerDueOn(ShippedPacks.All.Single(pack => pack.Id == ShippedPacks.DefaultId), s_asked, WorkdayCalendar.Shipped).ShouldBe(new DateOnly(2022, 5, 26));

    [Fact]
    public void A_county_s_own_rule_takes_its_place() =>
        AidLimits.AnswerDueOn(Pack(5, "2022-01-01"), s_asked, WorkdayCalendar.Shipped).ShouldBe(new DateOnly(2022, 5, 17));

    // Both sides of the day a rule begins: a report asked before it is not held to it.
    [Theory]
    [InlineData("2022-05-12", true)]
    [InlineData("2022-05-13", false)]
    public void A_rule_counts_for_what_was_asked_from_its_first_day(string from, bool holds) =>
        AidLimits.AnswerDueOn(Pack(5, from), s_asked, WorkdayCalendar.Shipped).HasValue.ShouldBe(holds);
}
