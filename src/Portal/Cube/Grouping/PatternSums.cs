using System.Numerics;
using System.Runtime.InteropServices;
using Revitalization.Portal.Cube.Files;
using Revitalization.Portal.Cube.Scanning;

namespace Revitalization.Portal.Cube.Grouping;

/// <summary>
/// Regions with the same figures, all of one group's part, added up place by place with the processor's wide registers; only their totals are then
/// spread to the groups. A county's 50,000 rows cost as much as reading them.
/// </summary>
internal sealed class PatternSums(CubeFile file, Accumulators into)
{
    private const int Worthwhile = 4; // Of so many cells one at least is wanted; else picking them out is cheaper.

    private long[] _sums = [], _missing = [];
    private Picks? _picks;
    private int _first, _start, _cells, _regions;

    /// <param name="picks">The pattern's own: the same object for every region of it.</param>
    /// <param name="first">The number of the region's first group.</param>
    /// <param name="start">Its first row.</param>
    public void Add(Picks picks, int first, int start, int cells)
    {
        if (_regions > 0 && (!ReferenceEquals(picks, _picks) || first != _first)) End();
        if ((long)picks.Places.Length * Worthwhile < cells)
        {
            into.Add(file.Values.Slice(start, cells), picks.Places, picks.Groups, first);
            return;
        }
        if (_regions == 1) Begin();
        if (_regions++ == 0) (_picks, _first, _start, _cells) = (picks, first, start, cells);
        else Add(file.Values.Slice(start, cells));
    }

    /// <summary>Spreads what was gathered; of one region alone there is nothing to gather.</summary>
    public void End()
    {
        if (_regions == 1) into.Add(file.Values.Slice(_start, _cells), _picks!.Places, _picks.Groups, _first);
        else if (_regions > 1) into.Add(_regions, _sums, _missing, _picks!.Places, _picks.Groups, _first);
        _regions = 0;
    }

    private void Begin()
    {
        if (_sums.Length < _cells) (_sums, _missing) = (new long[_cells], new long[_cells]);
        Array.Clear(_sums);
        Array.Clear(_missing);
        Add(file.Values.Slice(_start, _cells));
    }

    private void Add(ReadOnlySpan<long> values)
    {
        var wide = MemoryMarshal.Cast<long, Vector<long>>(values);
        var sums = MemoryMarshal.Cast<long, Vector<long>>(_sums.AsSpan(0, values.Length));
        var missing = MemoryMarshal.Cast<long, Vector<long>>(_missing.AsSpan(0, values.Length));
        var suppressed = new Vector<long>(CubeFile.Missing);
        for (var at = 0; at < wide.Length; at++)
        {
            var lacks = Vector.Equals(wide[at], suppressed); // All bits, which is −1, where it is.
            sums[at] += Vector.AndNot(wide[at], lacks);
            if (lacks != Vector<long>.Zero) missing[at] -= lacks;
        }
        for (var at = wide.Length * Vector<long>.Count; at < values.Length; at++)
        {
            if (values[at] == CubeFile.Missing) _missing[at]++;
            else _sums[at] = unchecked(_sums[at] + values[at]);
        }
    }
}
