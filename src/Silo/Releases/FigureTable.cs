using Revitalization.Domain.Calendar;
using Revitalization.Domain.Indicators;

namespace Revitalization.Silo.Releases;

/// <summary>A figure before disclosure control, as a whole number of the indicator's scale.</summary>
public readonly record struct FigureCell(string Region, Period Period, Indicator Indicator, long Value);

/// <summary>
/// From deltas to figures. A stock (时点数) at a period is everything up to it; a flow (期间数) what falls within it; a year's
/// stock is that of its last quarter so far; a ratio divides two figures of the same region and period, half away from zero.
/// </summary>
public static class FigureTable
{
    public static IReadOnlyList<FigureCell> Of(FrozenRollups rollups, DateOnly asOf, int years)
    {
        var last = Period.QuarterOf(asOf);
        var first = Period.OfQuarter(asOf.Year - years + 1, 1);
        var cells = new List<FigureCell>();
        foreach (var series in rollups.Series)
        {
            if (IndicatorCatalog.Find(series.Indicator) is not { } indicator) continue; // An indicator that was withdrawn.
            cells.AddRange(indicator.Accumulation == Accumulation.Stock ? Stocks(series, indicator, first, last) : Flows(series, indicator, first, last));
        }
        cells.AddRange(Ratios(cells));
        cells.RemoveAll(cell => !cell.Indicator.Periods.Contains(cell.Period.Kind));
        return cells;
    }

    private static IEnumerable<FigureCell> Stocks(RollupSeries series, Indicator indicator, Period first, Period last)
    {
        var (at, sum) = (0, 0L);
        var start = series.Deltas[0].Quarter > first ? series.Deltas[0].Quarter : first;
        for (var quarter = start; quarter <= last; quarter = quarter.Next)
        {
            for (; at < series.Deltas.Count && series.Deltas[at].Quarter <= quarter; at++) sum = checked(sum + series.Deltas[at].Delta);
            yield return new FigureCell(series.Region, quarter, indicator, sum);
            if (quarter.Number == 4 || quarter == last) yield return new FigureCell(series.Region, quarter.YearOf, indicator, sum);
        }
    }

    private static IEnumerable<FigureCell> Flows(RollupSeries series, Indicator indicator, Period first, Period last)
    {
        var byQuarter = series.Deltas.ToDictionary(delta => delta.Quarter, delta => delta.Delta);
        var start = series.Deltas[0].Quarter > first ? Period.OfQuarter(series.Deltas[0].Quarter.Year, 1) : first;
        var year = 0L;
        for (var quarter = start; quarter <= last; quarter = quarter.Next)
        {
            var within = byQuarter.GetValueOrDefault(quarter);
            year = checked((quarter.Number == 1 ? 0 : year) + within);
            yield return new FigureCell(series.Region, quarter, indicator, within);
            if (quarter.Number == 4 || quarter == last) yield return new FigureCell(series.Region, quarter.YearOf, indicator, year);
        }
    }

    private static List<FigureCell> Ratios(List<FigureCell> cells)
    {
        var terms = cells.ToDictionary(cell => (cell.Region, cell.Period, cell.Indicator.Code), cell => cell.Value);
        var ratios = new List<FigureCell>();
        foreach (var ratio in IndicatorCatalog.All.Where(indicator => indicator.Accumulation == Accumulation.Ratio))
        {
            foreach (var term in ratio.Ratio)
            {
                foreach (var cell in cells.Where(cell => cell.Indicator.Code == term.Denominator && cell.Period.Kind == term.Kind && cell.Value != 0))
                {
                    if (!terms.TryGetValue((cell.Region, cell.Period, term.Numerator), out var numerator)) continue;
                    ratios.Add(new FigureCell(cell.Region, cell.Period, ratio, Divided(numerator, term.Numerator, cell.Value, ratio.Scale)));
                }
            }
        }
        return ratios;
    }

    private static long Divided(long numerator, string numeratorCode, long denominator, int scale)
    {
        var shift = scale - IndicatorCatalog.Of(numeratorCode).Scale;
        var exact = (decimal)numerator / denominator;
        for (; shift > 0; shift--) exact *= 10;
        for (; shift < 0; shift++) exact /= 10;
        return (long)Math.Round(exact, MidpointRounding.AwayFromZero);
    }
}
