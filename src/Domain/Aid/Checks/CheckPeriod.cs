using System.Diagnostics;
using System.Globalization;

namespace Revitalization.Domain.Aid.Checks;

/// <summary>The checks of a year (DOMAIN 6.4).</summary>
public enum CheckCycle
{
    Bimonthly = 1, // 双月盘点
    Quarterly = 2, // 季度交账
    HalfYear = 3,  // 半年验靶
    YearEnd = 4,   // 年终考核
}

/// <summary>What a check is about: <c>2022-B1</c>…<c>B6</c>, <c>2022-Q1</c>…<c>Q4</c>, <c>2022-H1</c> or <c>2022-Y</c>. Figures are the year's to date.</summary>
/// <param name="Number">1 for the half-year and the year.</param>
public readonly record struct CheckPeriod(int Year, CheckCycle Cycle, int Number)
{
    private const int FirstYear = 2000, LastYear = 2100, YearDigits = 4;

    private static readonly string[] s_quarters = ["一", "二", "三", "四"];

    public string Code => Cycle == CheckCycle.YearEnd
        ? string.Create(CultureInfo.InvariantCulture, $"{Year}-Y")
        : string.Create(CultureInfo.InvariantCulture, $"{Year}-{Letter(Cycle)}{Number}");

    public string Name => Cycle switch
    {
        CheckCycle.Bimonthly => string.Create(CultureInfo.InvariantCulture, $"{Year}年{LastMonth - 1}—{LastMonth}月双月盘点"),
        CheckCycle.Quarterly => string.Create(CultureInfo.InvariantCulture, $"{Year}年第{s_quarters[Number - 1]}季度交账"),
        CheckCycle.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{Year}年半年验靶"),
        CheckCycle.YearEnd => string.Create(CultureInfo.InvariantCulture, $"{Year}年年终考核"),
        _ => throw new UnreachableException($"No name for {Cycle}."),
    };

    public DateOnly LastDay => new DateOnly(Year, LastMonth, 1).AddMonths(1).AddDays(-1);

    private int LastMonth => Number * Months(Cycle);

    public static CheckPeriod? Read(string code)
    {
        if (code.Length is < YearDigits + 2 or > YearDigits + 3 || code[YearDigits] != '-') return null;
        if (!int.TryParse(code.AsSpan(0, YearDigits), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < FirstYear or > LastYear) return null;
        foreach (var period in Of(year))
            if (period.Code == code) return period;
        return null;
    }

    /// <summary>The year's periods, each cycle in its order.</summary>
    public static IEnumerable<CheckPeriod> Of(int year) =>
        from cycle in Enum.GetValues<CheckCycle>()
        from number in Enumerable.Range(1, cycle is CheckCycle.HalfYear ? 1 : 12 / Months(cycle))
        select new CheckPeriod(year, cycle, number);

    private static int Months(CheckCycle cycle) => cycle switch
    {
        CheckCycle.Bimonthly => 2,
        CheckCycle.Quarterly => 3,
        CheckCycle.HalfYear => 6,
        CheckCycle.YearEnd => 12,
        _ => throw new UnreachableException($"No months for {cycle}."),
    };

    private static char Letter(CheckCycle cycle) => cycle switch
    {
        CheckCycle.Bimonthly => 'B',
        CheckCycle.Quarterly => 'Q',
        CheckCycle.HalfYear => 'H',
        _ => throw new UnreachableException($"No letter for {cycle}."),
    };
}
