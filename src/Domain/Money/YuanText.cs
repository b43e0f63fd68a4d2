using System.Globalization;
using System.Text;

namespace Revitalization.Domain.Money;

/// <summary>Amounts in yuan as text (元) ↔ whole fen. Exact: no floating point on the way.</summary>
public static class YuanText
{
    private const int GroupLength = 3;
    private const int FractionMax = 2;

    /// <summary>Reads <c>1234.5</c>, <c>1,234.50</c> or <c>-3</c>; null and the refusal where the text is no such amount.</summary>
    public static MoneyRefusal? TryParse(string? text, out long fen, bool negativeAllowed = false)
    {
        fen = 0;
        if (string.IsNullOrWhiteSpace(text)) return MoneyRefusal.Missing;
        var digits = text.AsSpan().Trim(' ');
        var negative = digits[0] == '-';
        if (negative) digits = digits[1..];
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        var fraction = point < 0 ? [] : digits[(point + 1)..];
        if (!IsWhole(whole) || (point >= 0 && !IsDigits(fraction))) return MoneyRefusal.Malformed;
        if (fraction.Length > FractionMax) return MoneyRefusal.TooPrecise;
        if (!TryFen(whole, fraction, negative, out fen)) return MoneyRefusal.TooLarge;
        return fen < 0 && !negativeAllowed ? Refused(out fen) : null;
    }

    /// <summary><c>1,234.50</c></summary>
    public static string Yuan(long fen) => Scaled(fen, 1, 2);

    /// <summary>In 10,000 yuan (万元), two decimals, halves away from zero.</summary>
    public static string TenThousandYuan(long fen) => Scaled(fen, 10_000, 2);

    /// <summary>In 100 million yuan (亿元), two decimals, halves away from zero.</summary>
    public static string HundredMillionYuan(long fen) => Scaled(fen, 100_000_000, 2);

    /// <summary>The largest unit in which the amount is at least one: <c>2.70亿元</c>, <c>19.40万元</c>, <c>7,616.58元</c>.</summary>
    public static string Readable(long fen) => fen switch
    {
        >= 100_000_000_00 or <= -100_000_000_00 => HundredMillionYuan(fen) + "亿元",
        >= 10_000_00 or <= -10_000_00 => TenThousandYuan(fen) + "万元",
        _ => Yuan(fen) + "元",
    };

    private static string Scaled(long fen, long yuanPerUnit, int decimals)
    {
        var inUnit = decimal.Round(fen / 100m / yuanPerUnit, decimals, MidpointRounding.AwayFromZero);
        return inUnit.ToString($"N{decimals}", CultureInfo.InvariantCulture);
    }

    private static MoneyRefusal Refused(out long fen)
    {
        fen = 0;
        return MoneyRefusal.Negative;
    }

    private static bool TryFen(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, bool negative, out long fen)
    {
        var digits = new StringBuilder(negative ? "-" : "", 32);
        foreach (var letter in whole)
        {
            if (letter != ',') digits.Append(letter);
        }
        digits.Append(fraction).Append('0', FractionMax - fraction.Length);
        return long.TryParse(digits.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out fen);
    }

    /// <summary>Digits, or groups of three by commas after a first of one to three.</summary>
    private static bool IsWhole(ReadOnlySpan<char> whole)
    {
        var comma = whole.IndexOf(',');
        if (comma < 0) return IsDigits(whole);
        if (comma is 0 or > GroupLength || !IsDigits(whole[..comma])) return false;
        for (var rest = whole[comma..]; rest.Length > 0; rest = rest[(GroupLength + 1)..])
        {
            if (rest.Length <= GroupLength || rest[0] != ',' || !IsDigits(rest[1..(GroupLength + 1)])) return false;
        }
        return true;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');
}
