using Revitalization.Domain.Calendar;

namespace Revitalization.Domain.Tests.Calendar;

public sealed class WorkdayCalendarTests
{
    private static readonly WorkdayCalendar s_calendar = WorkdayCalendar.Shipped;

    [Fact]
    public void The_shipped_days_are_those_of_the_source()
    {
        var source = Repository.Shared("data/workdays.csv");
        Assert.SkipUnless(File.Exists(source), "The source stands beside the repository and is absent here.");
        var days = File.ReadLines(source).Skip(1).Select(line => line.Split(','))
            .Select(part => new SpecialDay(Given.Day(part[0]), part[1] == "holiday" ? DayKind.Holiday : DayKind.MakeUpWorkday, part[2]));

        days.ShouldAllBe(day => s_calendar.KindOf(day.Day) == day.Kind && s_calendar.OccasionOf(day.Day) == day.Occasion);
        var shipped = Enumerable.Range(0, 9 * 366).Select(day => new DateOnly(2018, 1, 1).AddDays(day)).Count(day => s_calendar.OccasionOf(day) is not null);
        shipped.ShouldBe(days.Count());
    }

    [Theory]
    [InlineData("2022-02-03", DayKind.Holiday)]
    [InlineData("2022-01-29", DayKind.MakeUpWorkday)]
    [InlineData("2022-02-12", DayKind.Weekend)]
    [InlineData("2022-02-14", DayKind.Workday)]
    public void A_day_is_what_the_yearly_notice_makes_it(string day, DayKind kind) => s_calendar.KindOf(Given.Day(day)).ShouldBe(kind);

    // Spring Festival 2022: 31 January to 6 February; 29 and 30 January were worked.
    [Fact]
    public void Working_days_are_counted_over_a_festival()
    {
        s_calendar.Add(Given.Day("2022-01-28"), 1).Value.ShouldBe(Given.Day("2022-01-29"));
        s_calendar.Add(Given.Day("2022-01-28"), 3).Value.ShouldBe(Given.Day("2022-02-07"));
        s_calendar.Add(Given.Day("2022-02-07"), -3).Value.ShouldBe(Given.Day("2022-01-28"));
        s_calendar.Add(Given.Day("2022-02-03"), 0).Value.ShouldBe(Given.Day("2022-02-03"));
        s_calendar.Between(Given.Day("2022-01-28"), Given.Day("2022-02-07")).Value.ShouldBe(3);
        s_calendar.Between(Given.Day("2022-02-07"), Given.Day("2022-01-28")).Value.ShouldBe(0);
    }

    [Fact]
    public void Adding_and_counting_agree()
    {
        for (var workdays = 1; workdays < 300; workdays++)
            s_calendar.Between(new(2021, 3, 5), s_calendar.Add(new(2021, 3, 5), workdays).Value).Value.ShouldBe(workdays);
    }

    [Fact]
    public void Beyond_the_published_years_an_answer_is_provisional()
    {
        s_calendar.Add(new(2026, 12, 31), 1).IsProvisional.ShouldBeTrue();
        s_calendar.Add(new(2026, 12, 30), 1).IsProvisional.ShouldBeFalse();
        s_calendar.Between(new(2017, 12, 31), new(2018, 1, 5)).IsProvisional.ShouldBeTrue();
        s_calendar.Knows(2018).ShouldBeTrue();
        s_calendar.Knows(2027).ShouldBeFalse();
    }

    [Fact]
    public void A_count_is_bounded()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => s_calendar.Add(new(2022, 1, 1), 10_001));
        Should.Throw<ArgumentOutOfRangeException>(() => s_calendar.Add(new(2022, 1, 1), int.MinValue));
        Should.Throw<ArgumentOutOfRangeException>(() => s_calendar.Between(new(1900, 1, 1), new(2022, 1, 1)));
    }
}
