using System.Globalization;

namespace Revitalization.Hosting.Look;

/// <summary>How numbers, money and days are written on pages. Amounts are whole fen (分) and never pass through floating point.</summary>
public static class Figures
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>12,345.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>At most two decimals, without trailing zeros: 12,345.5.</summary>
    public static string Plain(decimal value) => Round(value).ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>As Chinese readers read large numbers: 9,999; 1.25 万; 3.2 亿.</summary>
    public static string Large(decimal value) => Math.Abs(value) switch
    {
        >= 1_0000_0000m => $"{Plain(value / 1_0000_0000m)} 亿",
        >= 1_0000m => $"{Plain(value / 1_0000m)} 万",
        _ => Plain(value),
    };

    /// <summary>Yuan to the fen: 12,345.60.</summary>
    public static string Yuan(long fen) => (fen / 100m).ToString("N2", CultureInfo.InvariantCulture);

    /// <summary>Yuan as read at a glance: 7,616.58 元, 1,740 万元, 3.67 亿元. The exact sum belongs beside it.</summary>
    public static string Money(long fen) => Math.Abs(fen) >= 10_000_00 ? $"{Large(fen / 100m)}元" : $"{Plain(fen / 100m)} 元";

    /// <summary>Basis points as a share: 6039 is 60.39%.</summary>
    public static string BasisPoints(int basisPoints) => Percent(basisPoints / 10_000m);

    /// <summary>Yuan as an input shows it, without separators: 12345.6.</summary>
    public static string YuanInput(long fen) => (fen / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    public static string Percent(decimal share) => $"{Round(share * 100m).ToString("0.##", CultureInfo.InvariantCulture)}%";

    /// <summary>2023-09-30: for tables and inputs.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>2023年9月30日: for sentences.</summary>
    public static string DayInWords(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>2023-09-30 08:15, China's time.</summary>
    public static string Moment(DateTimeOffset at) => at.ToOffset(China).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>2023年, 2023年第三季度, 2023年9月.</summary>
    public static string PeriodInWords(string period) => period switch
    {
        [.. var year, '-', 'Q', var quarter] => $"{year}年第{"一二三四"[quarter - '1']}季度",
        [.. var year, '-', var tens, var ones] => $"{year}年{(tens == '0' ? "" : tens)}{ones}月",
        _ => $"{period}年",
    };

    /// <summary>The calendar day it is in China.</summary>
    public static DateOnly ChinaToday(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(China).DateTime);

    private static decimal Round(decimal value) => decimal.Round(value, 2, MidpointRounding.AwayFromZero);
}
