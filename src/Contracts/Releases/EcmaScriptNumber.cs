using System.Globalization;

namespace Revitalization.Contracts.Releases;

/// <summary>A binary64 as ECMAScript's Number::toString writes it (RFC 8785 §3.2.2.3): shortest digits that read back the same.</summary>
internal static class EcmaScriptNumber
{
    public static string Format(double number)
    {
        if (number == 0) return "0"; // Minus zero too.
        var (digits, exponent) = Digits(Math.Abs(number));
        return (number < 0 ? "-" : "") + Layout(digits, exponent);
    }

    // The value is 0.digits × 10^exponent.
    private static (string Digits, int Exponent) Digits(double number)
    {
        var text = number.ToString("E16", CultureInfo.InvariantCulture);
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        var mantissa = new string([.. shortest.TakeWhile(c => c is not 'E').Where(char.IsAsciiDigit)]).Trim('0');
        var scientific = int.Parse(text[(text.IndexOf('E', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
        return (mantissa, Exponent(shortest, scientific) + 1);
    }

    // Rounding to 17 digits may carry into the next power of ten; the shortest form's own exponent decides where it has one.
    private static int Exponent(string shortest, int fallback)
    {
        var e = shortest.IndexOf('E', StringComparison.Ordinal);
        if (e >= 0) return int.Parse(shortest[(e + 1)..], CultureInfo.InvariantCulture);
        var point = shortest.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? shortest : shortest[..point];
        return whole.TrimStart('0').Length > 0 ? whole.Length - 1 : fallback;
    }

    private static string Layout(string digits, int exponent)
    {
        var count = digits.Length;
        if (count <= exponent && exponent <= 21) return digits + new string('0', exponent - count);
        if (exponent is > 0 and <= 21) return $"{digits[..exponent]}.{digits[exponent..]}";
        if (exponent is > -6 and <= 0) return $"0.{new string('0', -exponent)}{digits}";
        var power = exponent - 1;
        var sign = power < 0 ? "-" : "+";
        var tail = count == 1 ? "" : "." + digits[1..];
        return string.Create(CultureInfo.InvariantCulture, $"{digits[0]}{tail}e{sign}{Math.Abs(power)}");
    }
}
