using Revitalization.Portal.Cube.Files;

namespace Revitalization.Portal.Cube.Grouping;

/// <summary>Counts, sums and extremes of Value by group number. No sum overflows: the file's header says so before one is begun.</summary>
internal sealed class Accumulators(bool extremes)
{
    public long[] Rows { get; private set; } = [];
    public long[] Missing { get; private set; } = [];
    public long[] Sums { get; private set; } = [];
    public long[] Least { get; private set; } = [];
    public long[] Most { get; private set; } = [];

    public void Grow(int groups)
    {
        var known = Rows.Length;
        if (groups <= known) return;
        var size = Math.Max(groups, known * 2);
        (Rows, Missing, Sums) = (Larger(Rows, size), Larger(Missing, size), Larger(Sums, size));
        if (!extremes) return;
        (Least, Most) = (Larger(Least, size), Larger(Most, size));
        Least.AsSpan(known).Fill(long.MaxValue);
        Most.AsSpan(known).Fill(long.MinValue);
    }

    /// <summary>Adds a region's picked rows, each to its own group behind <paramref name="first"/>.</summary>
    public void Add(ReadOnlySpan<long> values, int[] places, int[] groups, int first)
    {
        var rows = Rows.AsSpan(first);
        var missing = Missing.AsSpan(first);
        var sums = Sums.AsSpan(first);
        unchecked
        {
            for (var at = 0; at < places.Length; at++)
            {
                var (value, group) = (values[places[at]], groups[at]);
                rows[group]++;
                if (value == CubeFile.Missing) missing[group]++;
                else sums[group] += value;
            }
        }
        if (extremes) Compare(values, places, groups, first);
    }

    /// <summary>Adds what several regions have together at each place. Not for extremes.</summary>
    public void Add(int regions, long[] summed, long[] lacking, int[] places, int[] groups, int first)
    {
        for (var at = 0; at < places.Length; at++)
        {
            var (place, group) = (places[at], first + groups[at]);
            Rows[group] += regions;
            Missing[group] += lacking[place];
            Sums[group] = unchecked(Sums[group] + summed[place]);
        }
    }

    public void Add(long value, int group)
    {
        Rows[group]++;
        if (value == CubeFile.Missing) Missing[group]++;
        else Sums[group] = unchecked(Sums[group] + value);
        if (!extremes || value == CubeFile.Missing) return;
        Least[group] = Math.Min(Least[group], value);
        Most[group] = Math.Max(Most[group], value);
    }

    private void Compare(ReadOnlySpan<long> values, int[] places, int[] groups, int first)
    {
        for (var at = 0; at < places.Length; at++)
        {
            var (value, group) = (values[places[at]], first + groups[at]);
            if (value == CubeFile.Missing) continue;
            Least[group] = Math.Min(Least[group], value);
            Most[group] = Math.Max(Most[group], value);
        }
    }

    private static long[] Larger(long[] known, int size)
    {
        Array.Resize(ref known, size);
        return known;
    }
}
