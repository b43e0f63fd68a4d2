using Revitalization.Portal.Cube.Conditions;
using Revitalization.Portal.Cube.Files;

namespace Revitalization.Portal.Cube.Scanning;

/// <summary>The rows that a condition lets pass, in the order of their key, from any row on.</summary>
internal sealed class CubeScan(CubeFile file, CubeCondition condition, Deadline deadline)
{
    private readonly PickBook _picks = new(file, condition);
    private int _part, _next = -1, _at, _start;
    private Picks? _now;
    private int _region = -1;

    public CubeCell Current { get; private set; }

    public bool MoveNext()
    {
        while (_now is not null || NextRegion())
        {
            while (_at < _now!.Places.Length)
            {
                var place = _now.Places[_at++];
                var cell = file.Pattern(file.RegionPatterns[_region])[place];
                Current = new CubeCell(_region, (int)(cell >> 16), (int)(cell & 0xFFFF), _start + place);
                if (!condition.TestsRows || condition.HoldsRow(Current, file.Values[Current.Row])) return true;
            }
            _now = null;
        }
        return false;
    }

    /// <summary>Begins behind the row of this key, whether or not there is one.</summary>
    public void StartAfter(string region, string period, string indicator)
    {
        var regions = file.Dictionaries.Regions;
        _next = regions.Before(region);
        if (regions.Find(region) < 0 || !NextRegion() || _region != regions.Find(region)) return;
        var (periods, indicators) = (file.Dictionaries.Periods, file.Dictionaries.Indicators);
        var pattern = file.Pattern(file.RegionPatterns[_region]);
        for (; _at < _now!.Places.Length; _at++)
        {
            var cell = pattern[_now.Places[_at]];
            var order = TextOrder.Compare(periods.Keys[cell >> 16], period);
            if (order > 0 || (order == 0 && TextOrder.Compare(indicators.Keys[cell & 0xFFFF], indicator) > 0)) return;
        }
    }

    public void Skip(long rows)
    {
        if (condition.TestsRows)
        {
            while (rows > 0 && MoveNext()) rows--;
            return;
        }
        while (rows > 0 && (_now is not null || NextRegion()))
        {
            var passed = (int)Math.Min(rows, _now!.Places.Length - _at);
            (_at, rows) = (_at + passed, rows - passed);
            if (_at == _now.Places.Length) _now = null;
        }
    }

    public long Count()
    {
        var count = 0L;
        if (condition.TestsRows)
        {
            while (MoveNext()) count++;
            return count;
        }
        for (; NextRegion(); _now = null) count += _now!.Places.Length;
        return count;
    }

    // Regions that pass and have rows; a region tested here is never tested again.
    private bool NextRegion()
    {
        deadline.Check();
        var parts = condition.Never ? [] : condition.Regions.Parts;
        for (; _part < parts.Count; _part++)
        {
            _next = Math.Max(_next, parts[_part].From);
            while (_next < parts[_part].To)
            {
                if (Enter(_next++)) return true;
            }
        }
        return false;
    }

    private bool Enter(int region)
    {
        var starts = file.RegionStarts;
        if (starts[region] == starts[region + 1] || !condition.HoldsRegion(region)) return false;
        (_region, _start, _at) = (region, starts[region], 0);
        _now = _picks.Of(file.RegionPatterns[region]);
        return true;
    }
}
