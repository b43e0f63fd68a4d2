using System.Globalization;
using System.Text.RegularExpressions;

namespace Revitalization.Domain.Documents;

/// <summary>Dates as documents write them: 2022-02-03, 2022/2/3, 2022.2.3, 2022年2月3日, 二〇二二年二月三日.</summary>
internal static class DocumentDates
{
    private const string Numerals = "〇一二三四五六七八九";

    // Without backtracking: linear whatever the text holds.
    private static readonly Regex s_written = new(
        "(?<year>[12][0-9]{3})(?:[-/.]|年)(?<month>[0-9]{1,2})(?:[-/.]|月)(?<day>[0-9]{1,2})日?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private static readonly Regex s_inWords = new(
        "(?<year>[一二][〇○零0一二三四五六七八九]{3})年(?<month>[一二三四五六七八九十]{1,2})月(?<day>[一二三四五六七八九十]{1,3})日", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    /// <returns>The first date in the text; the day is null where what is written is no day of the calendar.</returns>
    public static (DateOnly? Day, int Start, int Length)? Find(string text)
    {
        var written = s_written.Match(text);
        if (written.Success) return (Day(Digits(written, "year"), Digits(written, "month"), Digits(written, "day")), written.Index, written.Length);
        var words = s_inWords.Match(text);
        if (!words.Success) return null;
        var year = words.Groups["year"].Value.Aggregate(0, (sum, letter) => (sum * 10) + Math.Max(0, Numerals.IndexOf(letter, StringComparison.Ordinal)));
        return (Day(year, ChineseNumeral.Read(words.Groups["month"].ValueSpan) ?? 0, ChineseNumeral.Read(words.Groups["day"].ValueSpan) ?? 0), words.Index, words.Length);
    }

    private static int Digits(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1949 and <= 2999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;
}

/// <summary>一 to 九十九.</summary>
internal static class ChineseNumeral
{
    private const string Digits = "一二三四五六七八九";

    public static int? Read(ReadOnlySpan<char> text)
    {
        var ten = text.IndexOf('十');
        if (ten < 0) return text.Length == 1 && Digit(text[0]) is var one and > 0 ? one : null;
        if (ten > 1 || text.Length > ten + 2) return null;
        var tens = ten == 0 ? 1 : Digit(text[0]);
        var ones = text.Length == ten + 1 ? 0 : Digit(text[^1]);
        return tens > 0 && (ones > 0 || text.Length == ten + 1) ? (tens * 10) + ones : null;
    }

    private static int Digit(char letter) => Digits.IndexOf(letter, StringComparison.Ordinal) + 1;
}
