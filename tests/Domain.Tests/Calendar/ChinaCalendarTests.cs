using System.Globalization;
using Revitalization.Domain.Calendar;

namespace Revitalization.Domain.Tests.Calendar;

public sealed class ChinaCalendarTests
{
    // At 16:00 in Greenwich a new day begins in China, wherever the server stands.
    [Theory]
    [InlineData("2023-09-30T15:59:59Z", "2023-09-30")]
    [InlineData("2023-09-30T16:00:00Z", "2023-10-01")]
    public void The_day_changes_at_midnight_in_china(string moment, string day)
    {
        var clock = new StoppedClock(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));

        clock.ChinaToday().ShouldBe(Given.Day(day));
        clock.ChinaNow().Offset.ShouldBe(TimeSpan.FromHours(8));
        ChinaCalendar.StartOf(new(2023, 10, 1)).ToUniversalTime().ShouldBe(DateTimeOffset.Parse("2023-09-30T16:00:00Z", CultureInfo.InvariantCulture));
    }

    private sealed class StoppedClock(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;
    }
}
