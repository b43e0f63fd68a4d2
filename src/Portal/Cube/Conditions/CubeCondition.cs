using Revitalization.Portal.OData.Expressions;

namespace Revitalization.Portal.Cube.Conditions;

/// <summary>
/// A filter taken apart by what its parts look at, so that each is asked as seldom as may be: codes of regions become ranges, other
/// parts about regions are asked once a region, those about periods and indicators once a dictionary entry or pattern's cell, and only
/// the rest row by row.
/// </summary>
internal sealed class CubeCondition
{
    private readonly List<Func<CubeCell, Cell>> _regionTests = [], _cellTests = [], _rowTests = [];
    private bool[]? _periods, _indicators;

    private CubeCondition(RegionRanges regions) => Regions = regions;

    /// <summary>A condition without columns is false: there are no rows.</summary>
    public bool Never { get; private set; }

    public RegionRanges Regions { get; private set; }

    public ValueWindow Window { get; private set; } = ValueWindow.All;

    public bool TestsCells => _periods is not null || _indicators is not null || _cellTests.Count > 0;

    public bool TestsRows => !Window.IsAll || _rowTests.Count > 0;

    /// <summary>Null where a part was never taught to the cube.</summary>
    public static CubeCondition? Of(CubeColumns columns, IEnumerable<Expression> conditions)
    {
        var condition = new CubeCondition(RegionRanges.All(columns.File));
        return conditions.SelectMany(Parts).All(part => condition.Take(columns, part)) ? condition : null;
    }

    public bool HoldsRegion(int region) => All(_regionTests, new CubeCell(region, 0, 0, 0));

    public bool HoldsCell(int period, int indicator) =>
        _periods?[period] != false && _indicators?[indicator] != false && All(_cellTests, new CubeCell(0, period, indicator, 0));

    public bool HoldsRow(CubeCell cell, long value) => Window.Holds(value) && All(_rowTests, cell);

    private static IEnumerable<Expression> Parts(Expression condition) =>
        condition is BinaryExpression { Operator: Operator.And } both ? Parts(both.Left).Concat(Parts(both.Right)) : [condition];

    private bool Take(CubeColumns columns, Expression part)
    {
        var touched = CubeColumns.TouchedBy(part);
        if (touched == Touched.Region && RegionRanges.Of(columns.File.Dictionaries.Regions, part) is { } ranges)
        {
            Regions = Regions.And(ranges);
            return true;
        }
        if (touched == Touched.Row && ValueWindow.Of(part) is { } window)
        {
            Window = Window.And(window);
            return true;
        }
        if (columns.Compile(part) is not { } test) return false;
        Take(touched, columns, test);
        return true;
    }

    private void Take(Touched touched, CubeColumns columns, Func<CubeCell, Cell> test)
    {
        switch (touched)
        {
            case Touched.None: Never |= !test(default).IsTrue; break;
            case Touched.Region: _regionTests.Add(test); break;
            case Touched.Period: _periods = And(_periods, columns.File.Dictionaries.Periods.Count, at => test(new CubeCell(0, at, 0, 0))); break;
            case Touched.Indicator: _indicators = And(_indicators, columns.File.Dictionaries.Indicators.Count, at => test(new CubeCell(0, 0, at, 0))); break;
            case Touched.Period | Touched.Indicator: _cellTests.Add(test); break;
            default: _rowTests.Add(test); break;
        }
    }

    private static bool[] And(bool[]? known, int members, Func<int, Cell> test) =>
        [.. Enumerable.Range(0, members).Select(member => known?[member] != false && test(member).IsTrue)];

    private static bool All(List<Func<CubeCell, Cell>> tests, CubeCell cell)
    {
        foreach (var test in tests)
        {
            if (!test(cell).IsTrue) return false;
        }
        return true;
    }
}
