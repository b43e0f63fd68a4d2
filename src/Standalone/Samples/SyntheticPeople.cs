using System.Globalization;

namespace Revitalization.Standalone.Samples;

/// <summary>
/// Names and id numbers that nobody can take for real ones: every surname is 示例 ("example"), and the digits for city stand at
/// 97 to 99, which no province uses. The check digit is right, so that the numbers pass where real ones must.
/// </summary>
public static class SyntheticPeople
{
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Digits = "零一二三四五六七八九";

    /// <param name="number">The person's number in the village, from 0.</param>
    public static string Name(int village, int number) =>
        $"示例{Stems[(village + number) % Stems.Length]}{string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => Digits[digit - '0']))}";

    /// <summary>An id number that no other number of the village has: the day of birth carries what three digits of sequence cannot.</summary>
    public static string NationalId(string provinceDigits, int village, int number, int birthYear, int birthMonth, bool male)
    {
        var day = (number / 500) + 1;
        var sequence = (number % 500 * 2) + (male ? 1 : 0);
        var digits = FormattableString.Invariant($"{provinceDigits}{97 + (village / 100)}{village % 100:00}{birthYear:0000}{birthMonth:00}{day:00}{sequence:000}");
        return digits + Domain.Privacy.NationalId.CheckDigit(digits);
    }
}
