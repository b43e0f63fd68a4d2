using System.Globalization;
using System.Numerics;

namespace Revitalization.Domain.Claims;

/// <summary>A number without loss (精确数): a fraction of whole numbers, so that a quotient is rounded once, where it is compared, and never before.</summary>
public readonly record struct ExactNumber
{
    public const int DecimalsMax = 6;
    private const int DigitsMax = 15;

    private readonly BigInteger _over;

    public ExactNumber(BigInteger number, BigInteger by)
    {
        ArgumentOutOfRangeException.ThrowIfZero(by, nameof(by));
        var common = BigInteger.GreatestCommonDivisor(number, by) * by.Sign;
        (Number, _over) = (number / common, by / common);
    }

    private BigInteger Number { get; }

    private BigInteger Over => _over.IsZero ? BigInteger.One : _over; // A default is zero.

    public bool IsZero => Number.IsZero;

    public static implicit operator ExactNumber(long number) => new(number, BigInteger.One);

    public static ExactNumber operator +(ExactNumber a, ExactNumber b) => new((a.Number * b.Over) + (b.Number * a.Over), a.Over * b.Over);

    public static ExactNumber operator -(ExactNumber a, ExactNumber b) => new((a.Number * b.Over) - (b.Number * a.Over), a.Over * b.Over);

    public static ExactNumber operator *(ExactNumber a, ExactNumber b) => new(a.Number * b.Number, a.Over * b.Over);

    public static ExactNumber operator /(ExactNumber a, ExactNumber b) => new(a.Number * b.Over, a.Over * b.Number);

    public static bool operator <(ExactNumber a, ExactNumber b) => a.Number * b.Over < b.Number * a.Over;

    public static bool operator >(ExactNumber a, ExactNumber b) => b < a;

    /// <summary>A number as documents print it, without grouping; null where it is none or longer than we take.</summary>
    /// <param name="decimals">How many decimals were written.</param>
    public static ExactNumber? Read(string text, out int decimals)
    {
        decimals = 0;
        var digits = text.StartsWith('-') ? text[1..] : text;
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var (whole, part) = point < 0 ? (digits, "") : (digits[..point], digits[(point + 1)..]);
        decimals = part.Length;
        if (whole.Length is 0 or > DigitsMax || part.Length > DecimalsMax || (point >= 0 && part.Length == 0)) return null;
        if (!whole.All(char.IsAsciiDigit) || !part.All(char.IsAsciiDigit)) return null;
        var number = BigInteger.Parse(whole + part, CultureInfo.InvariantCulture);
        return new(digits.Length < text.Length ? -number : number, BigInteger.Pow(10, part.Length));
    }

    /// <summary>Rounded half up, away from zero (四舍五入).</summary>
    public ExactNumber Rounded(int decimals)
    {
        var scale = BigInteger.Pow(10, decimals);
        var doubled = BigInteger.Abs(Number) * scale * 2;
        var rounded = (doubled + Over) / (2 * Over);
        return new(rounded * Number.Sign, scale);
    }

    /// <summary>Rounded, with grouping: <c>7,616.58</c>.</summary>
    public string Written(int decimals, bool grouped = true)
    {
        var scaled = Rounded(decimals) * new ExactNumber(BigInteger.Pow(10, decimals), BigInteger.One);
        var digits = BigInteger.Abs(scaled.Number).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var whole = BigInteger.Parse(digits[..^decimals], CultureInfo.InvariantCulture).ToString(grouped ? "N0" : "D", CultureInfo.InvariantCulture);
        var text = decimals == 0 ? whole : $"{whole}.{digits[^decimals..]}";
        return scaled.Number.Sign < 0 ? $"-{text}" : text;
    }

    /// <summary>With as many decimals as it has, at most six.</summary>
    public string Written()
    {
        var decimals = 0;
        while (decimals < DecimalsMax && Rounded(decimals) != this) decimals++;
        return Written(decimals);
    }

    public override string ToString() => Written();
}
