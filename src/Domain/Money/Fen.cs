namespace Revitalization.Domain.Money;

/// <summary>Arithmetic on whole fen (分, ¥0.01). Overflow throws: it is our mistake, since every amount is bounded where it enters.</summary>
public static class Fen
{
    /// <summary>Quotient to the whole fen, halves away from zero (四舍五入).</summary>
    public static long Divided(long fen, long by)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(by);
        var (quotient, rest) = Math.DivRem(fen, by);
        var distance = Math.Abs(rest); // Smaller than the divisor, so it fits; twice it might not.
        return distance >= by - distance ? quotient + Math.Sign(fen) : quotient;
    }

    public static long Sum(IEnumerable<long> amounts) => amounts.Aggregate(0L, (sum, fen) => checked(sum + fen));
}
