using System.Collections.Immutable;
using Revitalization.Contracts.Documents;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Documents;
using Revitalization.Domain.Indicators;

namespace Revitalization.Silo.Documents;

/// <summary>Figures that a place of a document states, between the officer's units and whole numbers of an indicator's scale.</summary>
internal static class FindingFigures
{
    /// <summary>A ratio goes with its terms.</summary>
    public static IReadOnlyList<StatableIndicator> Indicators { get; } =
        [.. IndicatorCatalog.All.Where(indicator => indicator.Accumulation != Accumulation.Ratio).Select(indicator => new StatableIndicator(indicator.Code, indicator.Name, indicator.Unit))];

    /// <summary>Whose and when is a guess that the officer checks: the document's own place, and the quarter in which it was made.</summary>
    public static IReadOnlyList<StatedFigureBody>? Proposed(Document document, DocumentFinding finding, DateOnly today)
    {
        if (finding.Figures.Length == 0) return null;
        var period = Period.QuarterOf(document.Profile!.MadeOn ?? today).ToString();
        return [.. finding.Figures.Select(figure => new StatedFigureBody(figure.Indicator, document.Region, period, figure.Value))];
    }

    public static IReadOnlyList<StatedFigureBody>? Stated(FindingDecision? decision) => decision?.Stated.Any() != true ? null
        : [.. decision.Stated.Select(figure => new StatedFigureBody(figure.Indicator, figure.Region, figure.Period.ToString(), Scaled(figure)))];

    /// <returns>Null where something is no figure: no such indicator or period, or more decimals than it has.</returns>
    public static ImmutableArray<ConfirmedFigure>? Read(IReadOnlyList<StatedFigureBody>? bodies)
    {
        var figures = ImmutableArray.CreateBuilder<ConfirmedFigure>();
        foreach (var body in bodies ?? [])
        {
            if (IndicatorCatalog.Find(body.Indicator) is not { } indicator || !Period.TryParse(body.Period, out var period) || Math.Abs(body.Value) > 1_000_000_000_000) return null;
            var value = body.Value * Power(indicator.Scale);
            if (decimal.Truncate(value) != value) return null;
            figures.Add(new(body.Region, period, body.Indicator, (long)value));
        }
        return figures.Count == 0 ? default(ImmutableArray<ConfirmedFigure>) : figures.ToImmutable();
    }

    private static decimal Scaled(ConfirmedFigure figure) => IndicatorCatalog.Find(figure.Indicator) is { } indicator ? figure.Value / Power(indicator.Scale) : figure.Value;

    private static decimal Power(int scale)
    {
        var power = 1m;
        for (; scale > 0; scale--) power *= 10;
        return power;
    }
}
