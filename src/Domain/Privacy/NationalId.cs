using System.Globalization;
using Revitalization.Domain.Households;

namespace Revitalization.Domain.Privacy;

/// <summary>
/// A citizen's identity number (公民身份号码, GB 11643): six digits of region, eight of birth date, three of sequence
/// (odd for men), one check digit. Lives in memory only, at the Silo's edge; never printed whole by accident.
/// </summary>
public sealed record NationalId
{
    private const int Length = 18;
    private static readonly int[] s_weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>First digits of the provinces, 11 to 65; 71, 81 and 82 for residents of Taiwan, Hong Kong and Macao; 83 for Taiwan's residence permit.</summary>
    private static readonly HashSet<int> s_provinces =
        [11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83];

    private NationalId(string text, DateOnly birthDate) => (Text, BirthDate) = (text, birthDate);

    /// <summary>Normalised: half width, capital X. For sealing and for the blind index only.</summary>
    public string Text { get; }

    public DateOnly BirthDate { get; }

    public Sex Sex => (Text[16] - '0') % 2 == 1 ? Sex.Male : Sex.Female;

    public string Masked => Mask(Text);

    /// <summary>Reads a number as people write it (spaces around, full width, small x); the refusal where it is none.</summary>
    public static NationalIdRefusal? TryParse(string? text, DateOnly today, out NationalId? id)
    {
        id = null;
        if (string.IsNullOrWhiteSpace(text)) return NationalIdRefusal.Missing;
        var digits = Normalised(text);
        if (digits.Length == 15 && digits.All(char.IsAsciiDigit)) return NationalIdRefusal.OldFifteenDigits;
        if (!IsWellFormed(digits)) return NationalIdRefusal.Malformed;
        if (!IsPlausibleRegion(digits)) return NationalIdRefusal.RegionImplausible;
        if (!TryBirthDate(digits, out var birthDate)) return NationalIdRefusal.BirthDateInvalid;
        if (birthDate > today) return NationalIdRefusal.BirthDateInFuture;
        if (CheckDigit(digits) != digits[17]) return NationalIdRefusal.CheckDigitWrong;
        id = new(digits, birthDate);
        return null;
    }

    /// <summary>The check digit that belongs to the first seventeen (ISO 7064 MOD 11-2).</summary>
    public static char CheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var at = 0; at < s_weights.Length; at++) sum += (digits[at] - '0') * s_weights[at];
        return "10X98765432"[sum % 11];
    }

    /// <summary>Six digits in front, four at the end: <c>510823********123X</c> hides the whole birth date.</summary>
    public static string Mask(string text) =>
        text.Length == Length ? $"{text[..6]}********{text[14..]}" : new string('*', Math.Min(text.Length, Length));

    public override string ToString() => Masked;

    private static string Normalised(string text) => string.Create(text.Trim().Length, text.Trim(), static (target, source) =>
    {
        for (var at = 0; at < source.Length; at++)
        {
            var letter = source[at] is >= '！' and <= '～' ? (char)(source[at] - '！' + '!') : source[at];
            target[at] = letter == 'x' ? 'X' : letter;
        }
    });

    private static bool IsWellFormed(string digits) =>
        digits.Length == Length && digits.AsSpan(0, 17).IndexOfAnyExceptInRange('0', '9') < 0
        && (char.IsAsciiDigit(digits[17]) || digits[17] == 'X');

    /// <summary>The county need not exist today (numbers outlive counties), but a province and a non-zero rest must.</summary>
    private static bool IsPlausibleRegion(string digits) =>
        s_provinces.Contains(int.Parse(digits.AsSpan(0, 2), CultureInfo.InvariantCulture)) && digits[2..6] != "0000";

    private static bool TryBirthDate(string digits, out DateOnly birthDate) =>
        DateOnly.TryParseExact(digits.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out birthDate)
        && birthDate.Year >= HouseholdLimits.BirthYearMin - 50;
}
