namespace Revitalization.Portal.Cube.Files;

/// <summary>
/// Gathers which figures each region has. Regions one after the other mostly have the same ones, so a pattern is looked for among
/// the last few only: memory stays bounded however strange a release is.
/// </summary>
internal sealed class RegionPatterns(ColumnWriter<uint> cells)
{
    private const int Recent = 64;
    private readonly Queue<(int Number, uint[] Cells)> _recent = new();
    private readonly List<uint> _region = [];
    private uint[] _previous = [];

    /// <summary>Where each pattern's cells begin; one more than there are patterns.</summary>
    public List<int> Starts { get; } = [0];

    public int Count => Starts.Count - 1;
    public int Cells => Starts[^1];

    /// <summary>What the region before had at the place that comes next: mostly what comes.</summary>
    public (int Period, int Indicator) Guess => _region.Count < _previous.Length
        ? ((int)(_previous[_region.Count] >> 16), (int)(_previous[_region.Count] & 0xFFFF))
        : (-1, -1);

    public void Add(int period, int indicator) => _region.Add(((uint)period << 16) | (uint)indicator);

    /// <summary>Ends the region; its pattern's number.</summary>
    public int End()
    {
        var known = Known();
        if (known < 0) known = Keep();
        _region.Clear();
        return known;
    }

    private int Known()
    {
        foreach (var (number, cells1) in _recent)
        {
            if (!System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_region).SequenceEqual(cells1)) continue;
            _previous = cells1;
            return number;
        }
        return -1;
    }

    private int Keep()
    {
        _previous = [.. _region];
        if (_recent.Count == Recent) _recent.Dequeue();
        _recent.Enqueue((Count, _previous));
        cells.Add(_previous);
        Starts.Add(checked(Starts[^1] + _previous.Length));
        return Count - 1;
    }
}
