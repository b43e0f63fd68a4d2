using Revitalization.Contracts.Releases;
using Revitalization.Portal.OData.Execution;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Requests;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Data.Statistics;

/// <summary>One figure in a grid: where it stands in each dimension.</summary>
/// <param name="Scaled">By 10⁴; null where there is no value.</param>
internal readonly record struct GridCell(int Region, int Period, int Indicator, long? Scaled, string Status);

/// <summary>Figures of one query with their three dimensions (地区 × 时期 × 指标), as statistical formats want them: members first, values after.</summary>
/// <param name="Release">0 without any figure.</param>
/// <param name="Cells">By region, period, indicator.</param>
internal sealed record FigureGrid(
    int Release, IReadOnlyList<RegionRow> Regions, IReadOnlyList<string> Periods, IReadOnlyList<IndicatorRow> Indicators, IReadOnlyList<GridCell> Cells)
{
    /// <summary>The grid is held in memory; more rows than this are refused before anything is sent.</summary>
    public const long MostRows = 500_000;

    /// <summary>Such a format has no place for other columns than a figure's own.</summary>
    public static void Require(CollectionRequest request)
    {
        if (request.Set != Disclosure.Observations || !request.Selection.IsWhole || !request.Query.Stage.Shape.IsPlainEntity)
            throw QueryFaultException.Bad("JSON-stat 和 SDMX-JSON 只用于 Observations，不能带 $select、$compute 或 $apply。");
    }

    public static FigureGrid Read(IRowCursor rows, IReplicaReader replica)
    {
        var (regions, periods, indicators) = (new Members(), new Members(), new Members());
        var cells = new List<GridCell>();
        var at = Places.Of(rows.Layout);
        var release = 0;
        while (rows.Read())
        {
            var row = rows.Row;
            release = (int)row.Int64(at.Release);
            cells.Add(new(
                regions.Number(row.Text(at.Region)), periods.Number(row.Text(at.Period)), indicators.Number(row.Text(at.Indicator)),
                row.IsNull(at.Value) ? null : row.Int64(at.Value), string.Intern(row.Text(at.Status))));
        }
        var (byRegion, byPeriod, byIndicator) = (regions.Sorted(), periods.Sorted(), indicators.Sorted());
        var named = replica.Indicators(release).ToDictionary(indicator => indicator.Code, StringComparer.Ordinal);
        return new(
            release, [.. byRegion.Codes.Select(code => replica.Region(release, code) ?? new RegionRow(code, code, "", null))], byPeriod.Codes,
            [.. byIndicator.Codes.Select(code => named[code])],
            [.. cells.Select(cell => cell with { Region = byRegion.Place[cell.Region], Period = byPeriod.Place[cell.Period], Indicator = byIndicator.Place[cell.Indicator] })
                .OrderBy(cell => (cell.Region, cell.Period, cell.Indicator))]);
    }

    private sealed record Places(int Region, int Period, int Indicator, int Value, int Status, int Release)
    {
        public static Places Of(RowLayout layout) => new(
            layout.IndexOf("RegionCode"), layout.IndexOf("Period"), layout.IndexOf("IndicatorCode"), layout.IndexOf("Value"), layout.IndexOf("Status"), layout.IndexOf("Release"));
    }

    // Codes are numbered as they come, then put in order once all are known.
    private sealed class Members
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

        public int Number(string code)
        {
            if (_numbers.TryGetValue(code, out var number)) return number;
            _numbers.Add(code, _numbers.Count);
            return _numbers.Count - 1;
        }

        public (IReadOnlyList<string> Codes, int[] Place) Sorted()
        {
            string[] codes = [.. _numbers.Keys.Order(StringComparer.Ordinal)];
            var place = new int[codes.Length];
            for (var at = 0; at < codes.Length; at++) place[_numbers[codes[at]]] = at;
            return (codes, place);
        }
    }
}
