using System.Globalization;
using Revitalization.Domain.Claims;

namespace Revitalization.Domain.Documents;

/// <summary>Households and people of one group as prose states them together: 监测户4户(突发严重困难户)13人.</summary>
/// <param name="Households">Null where only people are counted.</param>
internal sealed record StatedCount(int Start, int End, string Label, long? Households, long? People)
{
    public string Words => string.Create(CultureInfo.InvariantCulture, $"{(Households is { } h ? $"{h}户" : "")}{(People is { } p ? $"{p}人" : "")}");

    /// <summary>Fewer than the threshold, and not none.</summary>
    public bool IsSmall(int threshold) => (Households ?? People) is { } count && count > 0 && count < threshold;

    public bool CanHold(StatedCount part) =>
        !(part.Households > Households) && !(part.People > People) && (part.Households is null || Households is not null) && (part.People is null || People is not null)
        && (part.Households is not null || part.People is not null);

    /// <summary>What is left of this when the part is taken off it; only of what both state.</summary>
    public StatedCount Less(StatedCount part) => new(
        Math.Min(Start, part.Start), Math.Max(End, part.End), Label, Households - part.Households, People - part.People);

    public static List<StatedCount> From(string text, IReadOnlyList<StatedNumber> numbers)
    {
        var counts = new List<StatedCount>();
        for (var at = 0; at < numbers.Count; at++)
        {
            var number = numbers[at];
            if (!number.IsWhole || number.Unit is not (StatedUnit.Households or StatedUnit.People)) continue;
            if (number.Unit == StatedUnit.People)
            {
                counts.Add(new(number.LabelStart, number.End, number.Label, null, Whole(number.Value)));
                continue;
            }
            var people = at + 1 < numbers.Count && numbers[at + 1] is { Unit: StatedUnit.People, IsWhole: true } next && AreOne(text, number.End, next.Start) ? next : null;
            counts.Add(new(number.LabelStart, people?.End ?? number.End, number.Label, Whole(number.Value), people is null ? null : Whole(people.Value)));
            if (people is not null) at++;
        }
        return counts;
    }

    // "4户(突发严重困难户)13人", "113户,336人", "37户 126人".
    private static bool AreOne(string text, int from, int to)
    {
        var between = text[from..to].Trim();
        if (between.StartsWith('(') && between.IndexOf(')') is var close and > 0) between = between[(close + 1)..].Trim();
        return between is "" or "," or "、" or "共";
    }

    private static long Whole(ExactNumber value) => long.Parse(value.Written(0, grouped: false), CultureInfo.InvariantCulture);
}
