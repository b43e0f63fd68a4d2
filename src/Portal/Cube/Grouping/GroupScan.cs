using Revitalization.Portal.Cube.Conditions;
using Revitalization.Portal.Cube.Files;
using Revitalization.Portal.Cube.Scanning;
using Revitalization.Portal.Cube.Tables;
using Revitalization.Portal.OData.Apply;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Cube.Grouping;

/// <summary>
/// A groupby as one walk over the regions: a group's number is its region's part times the parts of period, indicator and status, so that
/// a row costs an addition at a known place.
/// </summary>
internal sealed class GroupScan
{
    /// <summary>More groups than these are SQL's, which has a disk to put them on.</summary>
    public const int MostGroups = 200_000;

    private readonly CubeFile _file;
    private readonly CubeCondition _condition;
    private readonly Stage.Group _group;
    private readonly DimensionParts _regions, _periods, _indicators, _statuses;
    private readonly List<GroupKey> _keyPlaces = [];
    private readonly Accumulators _sums;
    private readonly PatternSums? _together;
    private readonly int[] _periodParts, _indicatorParts;
    private readonly bool _readsStatus;

    private GroupScan(CubeColumns columns, CubeCondition condition, Stage.Group group)
    {
        (_file, _condition, _group) = (columns.File, condition, group);
        var keys = group.Keys.Select(key => (Dimension: CubeColumns.TouchedBy(key.Key), Read: columns.Read(key.Key)!)).ToList();
        foreach (var (dimension, _) in keys) _keyPlaces.Add(new(GroupKey.PlaceOf(dimension), _keyPlaces.Count(one => one.Dimension == GroupKey.PlaceOf(dimension))));
        DimensionParts Parts(Touched dimension) => new([.. keys.Where(key => key.Dimension == dimension).Select(key => key.Read)]);
        (_regions, _periods, _indicators, _statuses) = (Parts(Touched.Region), Parts(Touched.Period), Parts(Touched.Indicator), Parts(Touched.Status));
        var dictionaries = _file.Dictionaries;
        _periodParts = _periods.OfAll(dictionaries.Periods.Count, at => new CubeCell(0, at, 0, 0));
        _indicatorParts = _indicators.OfAll(dictionaries.Indicators.Count, at => new CubeCell(0, 0, at, 0));
        _readsStatus = keys.Any(key => key.Dimension == Touched.Status);
        if (_readsStatus) _statuses.Keys.AddRange(dictionaries.Statuses.Keys.Select(status => (Cell[])[Cell.Of(status)]));
        var extremes = group.Aggregates.Any(aggregate => aggregate.Method is "min" or "max");
        _sums = new Accumulators(extremes);
        _together = extremes ? null : new PatternSums(_file, _sums);
    }

    private int Inner => Math.Max(1, _periods.Keys.Count) * Math.Max(1, _indicators.Keys.Count) * _statuses.Keys.Count;

    /// <summary>Null where the cube was not taught a key or an aggregate, or where there are too many groups.</summary>
    public static CellTable? Run(CubeColumns columns, CubeCondition condition, Stage.Group group, Deadline deadline)
    {
        var taught = group.Keys.All(key => key.Key is ColumnExpression or NavigationExpression && IsKey(CubeColumns.TouchedBy(key.Key)) && columns.Read(key.Key) is not null)
            && group.Keys.Count(key => CubeColumns.TouchedBy(key.Key) == Touched.Status) <= 1
            && group.Aggregates.All(aggregate => IsTaught(columns.File, aggregate));
        if (!taught) return null;
        var scan = new GroupScan(columns, condition, group);
        return scan.Walk(deadline) ? scan.Table() : null;
    }

    private static bool IsKey(Touched touched) => touched is Touched.Region or Touched.Period or Touched.Indicator or Touched.Status;

    private static bool IsTaught(CubeFile file, Aggregate aggregate) => aggregate.Operand is null || (
        aggregate.Operand is ColumnExpression { Range: Paths.It, Path: "Value", Type: DataType.Decimal }
        && aggregate.Method switch
        {
            "sum" or "average" => file.Header.SumsFit,
            "min" or "max" => true,
            _ => false,
        });

    private bool Walk(Deadline deadline)
    {
        if (Inner > MostGroups) return false;
        if (_group.Keys.Count == 0) _sums.Grow(1);
        if (_condition.Never) return true;
        var picks = new PickBook(_file, _condition, (period, indicator) =>
            ((_periodParts[period] * Math.Max(1, _indicators.Keys.Count)) + _indicatorParts[indicator]) * _statuses.Keys.Count);
        foreach (var (from, to) in _condition.Regions.Parts)
        {
            for (var region = from; region < to; region++)
            {
                deadline.Check();
                if (!Add(region, picks)) return false;
            }
        }
        _together?.End();
        return true;
    }

    private bool Add(int region, PickBook picks)
    {
        var starts = _file.RegionStarts;
        var (start, length) = (starts[region], starts[region + 1] - starts[region]);
        if (length == 0 || !_condition.HoldsRegion(region)) return true;
        var picked = picks.Of(_file.RegionPatterns[region]);
        if (picked.Places.Length == 0) return true;
        var first = (long)_regions.Of(new CubeCell(region, 0, 0, 0)) * Inner;
        if (first + Inner > MostGroups) return false;
        _sums.Grow((int)first + Inner);
        if (_readsStatus || _condition.TestsRows) AddRowByRow(region, picked, (int)first);
        else if (_together is null) _sums.Add(_file.Values.Slice(start, length), picked.Places, picked.Groups, (int)first);
        else _together.Add(picked, (int)first, start, length);
        return true;
    }

    private void AddRowByRow(int region, Picks picked, int first)
    {
        var start = _file.RegionStarts[region];
        var pattern = _file.Pattern(_file.RegionPatterns[region]);
        var values = _file.Values;
        var statuses = _file.Statuses;
        for (var at = 0; at < picked.Places.Length; at++)
        {
            var place = picked.Places[at];
            var cell = new CubeCell(region, (int)(pattern[place] >> 16), (int)(pattern[place] & 0xFFFF), start + place);
            if (_condition.TestsRows && !_condition.HoldsRow(cell, values[cell.Row])) continue;
            _sums.Add(values[cell.Row], first + picked.Groups[at] + (_readsStatus ? statuses[cell.Row] : 0));
        }
    }

    private CellTable Table() => new GroupTable(_group, _sums, [_regions, _periods, _indicators, _statuses], _keyPlaces).Read();
}
