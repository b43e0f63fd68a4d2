using System.Globalization;

namespace Revitalization.Portal.Replica;

/// <summary>The text of a value scaled by 10⁴, exactly, without trailing zeros.</summary>
internal static class ScaledDecimal
{
    public static string Text(long scaled) =>
        new decimal(scaled).Scaled().ToString("0.####", CultureInfo.InvariantCulture);

    private static decimal Scaled(this decimal value) => value / SqlFunctions.Scale;
}
