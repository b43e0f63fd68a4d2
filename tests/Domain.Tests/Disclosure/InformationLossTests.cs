using System.Diagnostics;
using Revitalization.Domain.Disclosure;
using Revitalization.Domain.Indicators;

namespace Revitalization.Domain.Tests.Disclosure;

/// <summary>What protection costs, printed so that who changes a rule sees it, and held below what the crude way would cost.</summary>
public sealed class InformationLossTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1, 4, 5)]
    [InlineData(2, 12, 20)]
    public void Less_is_lost_than_by_hiding_whole_rows(int seed, int townships, int villages)
    {
        var cells = new DrawnCounty(seed, townships, villages).Cells();
        var clock = Stopwatch.StartNew();

        var outcome = DisclosureControl.Apply(cells, PublishedHistory.None);

        var loss = outcome.Loss;
        output.WriteLine($"{cells.Select(cell => cell.Region).Distinct().Count()} regions, {loss.Cells} cells, {clock.ElapsedMilliseconds} ms: " +
            $"{loss.Primary} hidden on their own account, {loss.Hidden} in all ({100.0 * loss.Hidden / loss.Cells:0.0} %, by weight {100.0 * loss.Weight / loss.WeightAll:0.0} %); " +
            $"whole rows {loss.RowCells} ({100.0 * loss.RowCells / loss.Cells:0.0} %, by weight {100.0 * loss.RowWeight / loss.WeightAll:0.0} %); {outcome.Open.Count} open");
        foreach (var reason in outcome.Verdicts.GroupBy(verdict => verdict.Reason)) output.WriteLine($"  {reason.Key}: {reason.Count()}");
        loss.Hidden.ShouldBeLessThan(loss.RowCells);
        loss.Weight.ShouldBeLessThan(loss.RowWeight);
        outcome.Open.ShouldBeEmpty();
    }
}
