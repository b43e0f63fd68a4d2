namespace Revitalization.Domain.Disclosure;

/// <summary>What a release keeps from its readers (信息损失), beside what hiding whole rows would keep from them.</summary>
/// <param name="Primary">Hidden on their own account.</param>
/// <param name="Weight">Of all hidden ones, by <see cref="CellWeights"/>.</param>
/// <param name="RowCells">Hidden if every row (region and period) with a small figure in it went whole.</param>
public sealed record InformationLoss(long Cells, long Hidden, long Primary, long Weight, long WeightAll, long RowCells, long RowWeight)
{
    public static InformationLoss Of(IReadOnlyList<DisclosureCell> cells, IReadOnlyList<DisclosureVerdict> verdicts)
    {
        var all = Enumerable.Range(0, cells.Count).ToList();
        var hidden = all.Where(at => verdicts[at].Status == DisclosureStatus.Suppressed).ToList();
        var primary = hidden.Where(at => verdicts[at].Reason is DisclosureReason.SmallCount or DisclosureReason.FewHouseholds or DisclosureReason.Dominance).ToList();
        var rows = primary.Select(at => (cells[at].Region, cells[at].Period)).ToHashSet();
        var inRows = all.Where(at => rows.Contains((cells[at].Region, cells[at].Period))).ToList();
        return new(cells.Count, hidden.Count, primary.Count, Weight(hidden), Weight(all), inRows.Count, Weight(inRows));

        long Weight(List<int> places) => places.Sum(at => (long)CellWeights.Of(cells[at]));
    }
}
