namespace Revitalization.Domain.Disclosure;

/// <summary>The rules by which one figure is hidden and stays hidden (披露控制规则), from the pack of the county it is about.</summary>
/// <param name="Threshold">Counts of people and households below this and above zero are hidden (门槛).</param>
/// <param name="Possible">So many whole values of a hidden count must stay possible for whoever solves everything published (保护区间).</param>
/// <param name="AmountPercent">The interval of a hidden amount, in percent of it.</param>
/// <param name="Top">Dominance (优势规则): an amount is hidden where so few households …</param>
/// <param name="TopPercent">… make up more than this share of it.</param>
public sealed record DisclosureLimits(int Threshold, int Possible, int AmountPercent, int Top, int TopPercent)
{
    /// <summary>Of a threshold alone: as many values stay possible as the threshold itself leaves open, and amounts go by the usual tenth.</summary>
    public static DisclosureLimits Of(int threshold) => new(threshold, Math.Max(2, threshold - 1), 10, 1, 80);

    /// <summary>What satisfies both.</summary>
    public DisclosureLimits Stricter(DisclosureLimits other) => new(
        Math.Max(Threshold, other.Threshold), Math.Max(Possible, other.Possible), Math.Max(AmountPercent, other.AmountPercent), Math.Max(Top, other.Top), Math.Min(TopPercent, other.TopPercent));

    public bool IsSmall(long count) => count > 0 && count < Threshold;

    /// <summary>How far apart the least and the most that a reader may find must lie.</summary>
    public long Width(long value, bool isCount) => isCount ? Possible - 1 : Math.Max(1, (long)((decimal)Math.Abs(value) * AmountPercent / 100));
}
