using System.Globalization;
using System.Text.Json.Serialization;

namespace Revitalization.Domain.Calendar;

public enum PeriodKind
{
    Year = 0,
    Quarter = 1,
    Month = 2,
}

/// <summary>A statistical period (统计期): <c>2023</c>, <c>2023-Q3</c> or <c>2023-09</c>, in China's calendar.</summary>
[GenerateSerializer, Immutable, Alias("period")]
[JsonConverter(typeof(PeriodJson))]
public readonly record struct Period : IComparable<Period>
{
    public const int YearMin = 1949;
    public const int YearMax = 2200;

    private Period(int year, PeriodKind kind, int number) => (Year, Kind, Number) = (year, kind, number);

    [Id(0)] public int Year { get; init; }
    [Id(1)] public PeriodKind Kind { get; init; }

    /// <summary>1–4 for a quarter, 1–12 for a month, 0 for a year.</summary>
    [Id(2)] public int Number { get; init; }

    public static Period OfYear(int year) => Checked(year, PeriodKind.Year, 0, 0, 0);

    public static Period OfQuarter(int year, int quarter) => Checked(year, PeriodKind.Quarter, quarter, 1, 4);

    public static Period OfMonth(int year, int month) => Checked(year, PeriodKind.Month, month, 1, 12);

    public static Period QuarterOf(DateOnly day) => OfQuarter(day.Year, (day.Month + 2) / 3);

    public DateOnly FirstDay => new(Year, FirstMonth, 1);

    public DateOnly LastDay => FirstDay.AddMonths(Months).AddDays(-1);

    /// <summary>The period of the same kind that follows.</summary>
    public Period Next => Moved(1);

    public Period Previous => Moved(-1);

    public Period YearOf => OfYear(Year);

    /// <summary>True where every day of the other lies in this one.</summary>
    public bool Contains(Period other) => other.FirstDay >= FirstDay && other.LastDay <= LastDay;

    public bool Contains(DateOnly day) => day >= FirstDay && day <= LastDay;

    public static Period Parse(string text) =>
        TryParse(text, out var period) ? period : throw new FormatException($"'{text}' is no period.");

    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        if (text is null || text.Length is not (4 or 7) || !TryDigits(text.AsSpan(0, 4), out var year)) return false;
        if (year is < YearMin or > YearMax) return false;
        if (text.Length == 4) return Found(new(year, PeriodKind.Year, 0), out period);
        if (text[4] != '-') return false;
        if (text[5] == 'Q') return text[6] is >= '1' and <= '4' && Found(new(year, PeriodKind.Quarter, text[6] - '0'), out period);
        return TryDigits(text.AsSpan(5, 2), out var month) && month is >= 1 and <= 12
            && Found(new(year, PeriodKind.Month, month), out period);
    }

    /// <summary>By first day; a longer period stands before the shorter ones it begins with.</summary>
    public int CompareTo(Period other)
    {
        var byDay = (Year * 12 + FirstMonth).CompareTo(other.Year * 12 + other.FirstMonth);
        return byDay != 0 ? byDay : Kind.CompareTo(other.Kind);
    }

    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;
    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;
    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;
    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    public override string ToString() => Kind switch
    {
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Number}"),
        PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}"),
        _ => Year.ToString("0000", CultureInfo.InvariantCulture),
    };

    private int Months => Kind switch { PeriodKind.Quarter => 3, PeriodKind.Month => 1, _ => 12 };

    private int FirstMonth => Kind switch { PeriodKind.Quarter => Number * 3 - 2, PeriodKind.Month => Number, _ => 1 };

    private Period Moved(int steps)
    {
        var day = FirstDay.AddMonths(Months * steps);
        return Kind switch
        {
            PeriodKind.Quarter => QuarterOf(day),
            PeriodKind.Month => OfMonth(day.Year, day.Month),
            _ => OfYear(day.Year),
        };
    }

    private static bool Found(Period found, out Period period)
    {
        period = found;
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static Period Checked(int year, PeriodKind kind, int number, int min, int max)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, YearMin);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, YearMax);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, min);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, max);
        return new(year, kind, number);
    }
}
