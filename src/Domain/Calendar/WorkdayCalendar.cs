using System.Collections.Frozen;
using System.Globalization;
using Revitalization.Domain.Regions;

namespace Revitalization.Domain.Calendar;

public enum DayKind
{
    Workday = 0,       // 工作日
    Weekend = 1,       // 休息日
    Holiday = 2,       // 法定节假日
    MakeUpWorkday = 3, // 调休上班
}

/// <summary>A special day, as the State Council's yearly notice states it.</summary>
public readonly record struct SpecialDay(DateOnly Day, DayKind Kind, string Occasion);

/// <summary>A day found by counting working days.</summary>
/// <param name="IsProvisional">A year was crossed whose holidays are not yet published: only weekends were left out.</param>
public readonly record struct WorkdayResult<T>(T Value, bool IsProvisional);

/// <summary>工作日历: weekends, public holidays and make-up working days of the years for which they are published.</summary>
public sealed class WorkdayCalendar
{
    private const int SpanMax = 10_000;

    private static readonly Lazy<WorkdayCalendar> s_shipped = new(() => new(Read(EmbeddedLines.Of("workdays.txt"))));

    private readonly FrozenDictionary<DateOnly, SpecialDay> _special;
    private readonly FrozenSet<int> _years;

    public WorkdayCalendar(IEnumerable<SpecialDay> special)
    {
        _special = special.ToFrozenDictionary(day => day.Day);
        _years = _special.Keys.Select(day => day.Year).ToFrozenSet();
    }

    public static WorkdayCalendar Shipped => s_shipped.Value;

    /// <summary>False for years whose notice is not in the data: their answers are provisional.</summary>
    public bool Knows(int year) => _years.Contains(year);

    public DayKind KindOf(DateOnly day) => _special.TryGetValue(day, out var special)
        ? special.Kind
        : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend : DayKind.Workday;

    public string? OccasionOf(DateOnly day) => _special.TryGetValue(day, out var special) ? special.Occasion : null;

    public bool IsWorkday(DateOnly day) => KindOf(day) is DayKind.Workday or DayKind.MakeUpWorkday;

    /// <summary>The working day that is so many after the day; the day itself is not counted. Negative counts back.</summary>
    public WorkdayResult<DateOnly> Add(DateOnly day, int workdays)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs((long)workdays), SpanMax, nameof(workdays));
        var step = Math.Sign(workdays);
        var provisional = !Knows(day.Year);
        for (var left = Math.Abs(workdays); left > 0;)
        {
            day = day.AddDays(step);
            provisional |= !Knows(day.Year);
            if (IsWorkday(day)) left--;
        }
        return new(day, provisional);
    }

    /// <summary>Working days after the first day up to and with the last; 0 where the last is not after the first.</summary>
    public WorkdayResult<int> Between(DateOnly first, DateOnly last)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(last.DayNumber - (long)first.DayNumber, SpanMax * 2L, nameof(last));
        var count = 0;
        var provisional = !Knows(first.Year) || !Knows(last.Year);
        for (var day = first; day < last;)
        {
            day = day.AddDays(1);
            provisional |= !Knows(day.Year);
            if (IsWorkday(day)) count++;
        }
        return new(count, provisional);
    }

    /// <summary>Lines of first day, number of days, kind and occasion.</summary>
    internal static IEnumerable<SpecialDay> Read(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var part = line.Split(' ', 4);
            var first = DateOnly.ParseExact(part[0], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var kind = part[2] == "holiday" ? DayKind.Holiday : DayKind.MakeUpWorkday;
            for (var day = 0; day < int.Parse(part[1], CultureInfo.InvariantCulture); day++)
                yield return new(first.AddDays(day), kind, part[3]);
        }
    }
}
