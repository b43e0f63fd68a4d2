using System.Globalization;
using System.Text.RegularExpressions;
using Revitalization.Contracts.Imports;

namespace Revitalization.Silo.Imports.Columns;

/// <summary>
/// Amounts as sheets write them, to fen. A number is never repaired silently: full-width digits and grouping commas are
/// read only where the source's mapping declares them, and nothing is rounded.
/// </summary>
internal static partial class AmountText
{
    public static CellValue Read(string text, string numbers, string unit) =>
        Read(text, numbers, unit == HeadingBook.TenThousandYuan ? 1_000_000m : 100m);

    /// <summary>Quantities: at most three decimals.</summary>
    public static CellValue Thousandths(string text, string numbers) => Read(text, numbers, 1_000m);

    private static CellValue Read(string text, string numbers, decimal perUnit)
    {
        if (Undeclared(text, numbers) is { } refusal) return refusal;
        var plain = numbers == NumberForms.FullWidth ? HalfWidth(text) : text;
        if (numbers == NumberForms.Grouped && Grouped().IsMatch(plain)) plain = plain.Replace(",", "", StringComparison.Ordinal);
        if (!Plain().IsMatch(plain)) return ImportRowRefusal.NotANumber;
        if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            return ImportRowRefusal.NumberOutOfRange;
        return Whole(value, perUnit);
    }

    public static bool IsScientific(string text) => Scientific().IsMatch(text);

    private static ImportRowRefusal? Undeclared(string text, string numbers)
    {
        if (IsScientific(text)) return ImportRowRefusal.NumberImprecise;
        if (numbers != NumberForms.FullWidth && text.Any(IsFullWidth)) return ImportRowRefusal.NumberFullWidth;
        if (numbers != NumberForms.Grouped && Grouped().IsMatch(text)) return ImportRowRefusal.NumberGrouped;
        return null;
    }

    private static CellValue Whole(decimal value, decimal perUnit)
    {
        if (Math.Abs(value) > 1_000_000_000_000m) return ImportRowRefusal.NumberOutOfRange;
        var whole = value * perUnit;
        return whole == decimal.Truncate(whole) && Math.Abs(whole) <= 1_000_000_000_000_00m
            ? ((long)whole).ToString(CultureInfo.InvariantCulture)
            : ImportRowRefusal.NumberOutOfRange;
    }

    private static bool IsFullWidth(char c) => c is >= '０' and <= '９' or '．' or '，' or '－' or '＋';

    private static string HalfWidth(string text) => string.Concat(text.Select(c => IsFullWidth(c) ? (char)(c - 0xfee0) : c));

    [GeneratedRegex(@"^-?[0-9]{1,20}(\.[0-9]{1,20})?$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]{1,10})?$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^-?[0-9]{1,30}(\.[0-9]{0,30})?[eE][+-]?[0-9]{1,5}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scientific();
}
