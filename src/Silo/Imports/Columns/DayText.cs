using System.Globalization;
using System.Text.RegularExpressions;
using Revitalization.Contracts.Imports;

namespace Revitalization.Silo.Imports.Columns;

/// <summary>Days and periods as sheets write them, in the register's form.</summary>
internal static partial class DayText
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    public static CellValue Date(string text)
    {
        if (!DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year < 1900)
            return ImportRowRefusal.NotADate;
        return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public static CellValue Period(string text)
    {
        if (Year().Match(text) is { Success: true } year) return year.Groups[1].Value;
        if (Quarter().Match(text) is { Success: true } quarter) return $"{quarter.Groups[1].Value}-Q{Place(quarter.Groups[2].Value)}";
        if (Month().Match(text) is { Success: true } month) return $"{month.Groups[1].Value}-{month.Groups[2].Value.PadLeft(2, '0')}";
        return ImportRowRefusal.NotAPeriod;
    }

    private static int Place(string quarter) => "一二三四".IndexOf(quarter, StringComparison.Ordinal) is var at and >= 0 ? at + 1 : quarter[0] - '0';

    [GeneratedRegex("^((?:19|20)[0-9]{2})年?$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Year();

    [GeneratedRegex("^((?:19|20)[0-9]{2})(?:-?Q|年第?)([1-4一二三四])(?:季度)?$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quarter();

    [GeneratedRegex("^((?:19|20)[0-9]{2})[-年/](0?[1-9]|1[0-2])月?$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Month();
}
