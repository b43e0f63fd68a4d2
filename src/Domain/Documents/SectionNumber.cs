using System.Globalization;

namespace Revitalization.Domain.Documents;

/// <summary>The number at the beginning of a heading, by the order of official documents: 一、 （一） 1. (1).</summary>
/// <param name="Length">How much of the line it takes.</param>
internal readonly record struct SectionNumber(int Level, int Value, string Written, int Length)
{
    private const int NumeralMax = 3, DigitsMax = 2;

    public static SectionNumber? Of(string text)
    {
        if (text.Length < 2) return null;
        if (text[0] == '(') return Bracketed(text);
        if (char.IsAsciiDigit(text[0])) return Arabic(text);
        var comma = text.AsSpan(0, Math.Min(text.Length, NumeralMax + 1)).IndexOf('、');
        return comma > 0 && ChineseNumeral.Read(text.AsSpan(0, comma)) is { } value ? new(1, value, text[..(comma + 1)], comma + 1) : null;
    }

    private static SectionNumber? Bracketed(string text)
    {
        var close = text.AsSpan(0, Math.Min(text.Length, NumeralMax + 2)).IndexOf(')');
        if (close < 2) return null;
        var inside = text.AsSpan(1, close - 1);
        if (ChineseNumeral.Read(inside) is { } value) return new(2, value, text[..(close + 1)], close + 1);
        return inside.Length <= DigitsMax && int.TryParse(inside, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) && digits > 0
            ? new(4, digits, text[..(close + 1)], close + 1)
            : null;
    }

    // "1.3倍" is a number and no heading.
    private static SectionNumber? Arabic(string text)
    {
        var end = 0;
        while (end < Math.Min(text.Length, DigitsMax) && char.IsAsciiDigit(text[end])) end++;
        if (end >= text.Length - 1 || text[end] is not ('.' or '、') || char.IsAsciiDigit(text[end + 1])) return null;
        var value = int.Parse(text.AsSpan(0, end), CultureInfo.InvariantCulture);
        return value > 0 ? new(3, value, text[..(end + 1)], end + 1) : null;
    }
}
