namespace Revitalization.Domain.Calendar;

/// <summary>China's calendar: one time zone, +08:00 the year round, whatever the machine is set to.</summary>
public static class ChinaCalendar
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The day in China at this moment.</summary>
    public static DateOnly ChinaToday(this TimeProvider clock) => DayOf(clock.GetUtcNow());

    /// <summary>This moment, written in China's time.</summary>
    public static DateTimeOffset ChinaNow(this TimeProvider clock) => clock.GetUtcNow().ToOffset(Offset);

    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);

    /// <summary>Midnight in China with which the day begins.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);
}
