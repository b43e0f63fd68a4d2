using System.Globalization;

namespace Revitalization.SystemTests.Browser;

/// <summary>Numbers that pass the check and belong to nobody the sample knows.</summary>
internal static class MadeUp
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>GB 11643: seventeen digits and their check character. Odd serial numbers are men.</summary>
    public static string NationalId(DateOnly born, int serial, string region = "510823")
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"{region}{born:yyyyMMdd}{serial:000}");
        var sum = digits.Select((digit, at) => (digit - '0') * Weights[at]).Sum();
        return digits + "10X98765432"[sum % 11];
    }
}
