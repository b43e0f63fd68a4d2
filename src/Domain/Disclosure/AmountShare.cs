namespace Revitalization.Domain.Disclosure;

/// <summary>One amount as it is added up, household by household: whether the largest few make up too much of it.</summary>
public sealed class AmountShare(DisclosureLimits limits)
{
    private readonly long[] _largest = new long[limits.Top];
    private long _sum;

    /// <summary>More than the share: exactly the share is let through.</summary>
    public bool IsDominated => _sum > 0 && (Int128)_largest.Sum() * 100 > (Int128)_sum * limits.TopPercent;

    /// <summary>A loss weighs as much as a gain: either way it is one household's.</summary>
    public void Add(long amount)
    {
        var size = Math.Abs(amount);
        _sum += size;
        if (size <= _largest[^1]) return;
        _largest[^1] = size;
        Array.Sort(_largest, static (left, right) => right.CompareTo(left));
    }
}
