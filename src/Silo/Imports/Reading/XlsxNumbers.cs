using System.Globalization;
using Revitalization.Contracts.Imports;

namespace Revitalization.Silo.Imports.Reading;

/// <summary>
/// A number as a spreadsheet stores it. The file writes a double's 17 digits, so 1.1 stands as 1.1000000000000001: where the
/// shortest form of that double has at most 15 digits, that form is what was typed. Anything longer has lost precision
/// (an 18-digit id typed as a number, a sum of fractions) and is refused, never guessed.
/// </summary>
internal static class XlsxNumbers
{
    private const int ExactDigits = 15;

    public static SheetCell Read(string stored)
    {
        if (Digits(stored) <= ExactDigits && !stored.Contains('E', StringComparison.OrdinalIgnoreCase)) return new SheetCell(stored);
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            return new SheetCell(stored, ImportRowRefusal.NotANumber);
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        if (shortest.Contains('E', StringComparison.Ordinal) && Math.Abs(value) >= 1e15) return new SheetCell(stored, ImportRowRefusal.NumberImprecise);
        if (shortest.Contains('E', StringComparison.Ordinal) && TryUnfold(shortest) is { } plain) shortest = plain;
        return Digits(shortest) <= ExactDigits ? new SheetCell(shortest) : new SheetCell(stored, ImportRowRefusal.NumberImprecise);
    }

    /// <summary>Small fractions such as 1E-05 written out.</summary>
    private static string? TryUnfold(string shortest) =>
        decimal.TryParse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? exact.ToString(CultureInfo.InvariantCulture)
            : null;

    /// <summary>Significant digits: leading zeros do not count.</summary>
    private static int Digits(string number)
    {
        var digits = 0;
        foreach (var c in number)
        {
            if (c is 'E' or 'e') break;
            if (char.IsAsciiDigit(c) && (digits > 0 || c != '0')) digits++;
        }
        return digits;
    }
}
