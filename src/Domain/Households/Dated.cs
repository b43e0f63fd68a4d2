using System.Collections.Immutable;

namespace Revitalization.Domain.Households;

/// <summary>
/// A value that holds from a day (effective time), and the entry of the history that says so. On one day the later
/// entry holds; withdrawn, the earlier one holds again, so both are kept.
/// </summary>
public sealed record Dated<T>(DateOnly From, long Entry, T Value);

/// <summary>Lists of dated values in order of day, then entry.</summary>
public static class Timeline
{
    public static ImmutableArray<Dated<T>> Put<T>(this ImmutableArray<Dated<T>> line, DateOnly from, long entry, T value)
    {
        var at = line.Length;
        while (at > 0 && line[at - 1].From > from) at--;
        return line.Insert(at, new(from, entry, value));
    }

    /// <summary>The value that holds on the day.</summary>
    public static Dated<T>? At<T>(this ImmutableArray<Dated<T>> line, DateOnly day)
    {
        for (var at = line.Length - 1; at >= 0; at--)
        {
            if (line[at].From <= day) return line[at];
        }
        return null;
    }

    /// <summary>Without what an entry said, or with it on another day.</summary>
    public static ImmutableArray<Dated<T>> Correct<T>(this ImmutableArray<Dated<T>> line, long entry, DateOnly? on)
    {
        if (!line.Any(dated => dated.Entry == entry)) return line;
        var rest = line.RemoveAll(dated => dated.Entry == entry);
        if (on is not { } day) return rest;
        return [.. rest.Concat(line.Where(dated => dated.Entry == entry).Select(dated => dated with { From = day }))
            .OrderBy(dated => dated.From).ThenBy(dated => dated.Entry)];
    }
}
