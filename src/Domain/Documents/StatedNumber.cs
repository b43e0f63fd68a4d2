using System.Globalization;
using System.Numerics;
using Revitalization.Domain.Claims;
using Revitalization.Domain.Text;

namespace Revitalization.Domain.Documents;

internal enum StatedUnit
{
    None, Households, People, Yuan, Percent, Mu, Count,
}

/// <summary>A number with its unit as prose writes it: 288户, 28.6万人, 2.7亿余元, 60.54%.</summary>
/// <param name="Label">The Chinese words right before it, back to the last mark or number.</param>
/// <param name="Value">In single units: 28.6万人 is 286000.</param>
/// <param name="IsExact">Not 余, 多, 左右, 以上; and not a norm such as 不低于, 每, 至少.</param>
internal sealed record StatedNumber(int Start, int End, string Label, ExactNumber Value, int Decimals, StatedUnit Unit, bool IsExact)
{
    public int LabelStart => Start - Label.Length;

    public bool IsWhole => IsExact && Value.Rounded(0) == Value;

    /// <summary>Without loss, as claims take it.</summary>
    public string Written => Value.Written(Math.Min(Decimals, ExactNumber.DecimalsMax), grouped: false);
}

/// <summary>Reads a stretch of text for its numbers, from left to right.</summary>
internal static class StatedNumbers
{
    private const int DigitsMax = 13, LabelMax = 24;
    private static readonly string[] s_norms = ["不低于", "不少于", "不超过", "至少", "最高", "最多", "每", "高于", "低于", "超过", "达到", "确保", "力争", "约", "近"];
    private static readonly string[] s_bounds = ["以上", "以下", "以内", "左右", "上下"];
    private static readonly (string Word, StatedUnit Unit)[] s_units =
    [
        ("户", StatedUnit.Households), ("人", StatedUnit.People), ("名", StatedUnit.People), ("元", StatedUnit.Yuan),
        ("%", StatedUnit.Percent), ("亩", StatedUnit.Mu), ("个", StatedUnit.Count),
    ];

    public static List<StatedNumber> In(string text, int from, int to)
    {
        var found = new List<StatedNumber>();
        for (var at = from; at < to;)
        {
            if (!char.IsAsciiDigit(text[at]))
            {
                at++;
                continue;
            }
            var end = NumberEnd(text, at, to);
            if (Read(text, at, end, from, to) is { } number) found.Add(number);
            at = end;
        }
        return found;
    }

    private static StatedNumber? Read(string text, int start, int end, int from, int to)
    {
        if (ExactNumber.Read(text[start..end], out var decimals) is not { } value || end - start > DigitsMax) return null;
        if (start > from && (text[start - 1] is '.' or '-' or '/' || char.IsAsciiLetter(text[start - 1]))) return null;
        var (at, exact, scale) = (Spaces(text, end, to), true, 0);
        while (at < to && text[at] is '万' or '亿' or '余' or '多')
        {
            scale += text[at] == '万' ? 4 : text[at] == '亿' ? 8 : 0;
            exact &= text[at] is '万' or '亿';
            at++;
        }
        if (scale > 12) return null;
        var unit = s_units.FirstOrDefault(unit => string.CompareOrdinal(text, at, unit.Word, 0, 1) == 0 && at < to);
        if (unit.Word is not null) at++;
        var label = Label(text, start, from);
        exact &= !s_norms.Any(norm => label.Contains(norm, StringComparison.Ordinal)) && !s_bounds.Any(bound => string.CompareOrdinal(text, at, bound, 0, 2) == 0);
        return new(start, at, label, value * new ExactNumber(BigInteger.Pow(10, scale), BigInteger.One), Math.Max(0, decimals - scale), unit.Unit, exact);
    }

    private static int NumberEnd(string text, int at, int to)
    {
        while (at < to && (char.IsAsciiDigit(text[at]) || (text[at] is '.' && at + 1 < to && char.IsAsciiDigit(text[at + 1])))) at++;
        return at;
    }

    // Converters leave spaces, and question marks for spaces, between a number and its unit.
    private static int Spaces(string text, int at, int to)
    {
        while (at < to && text[at] is ' ' or '?') at++;
        return Math.Min(at, to);
    }

    private static string Label(string text, int start, int from)
    {
        var at = start;
        while (at > from && start - at < LabelMax && (Letters.IsHan(text[at - 1]) || text[at - 1] is ' ' or '?')) at--;
        return text[at..start];
    }
}
