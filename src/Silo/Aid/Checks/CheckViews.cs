using Revitalization.Contracts.Aid;
using Revitalization.Domain.Aid.Checks;
using Revitalization.Silo.Households;

namespace Revitalization.Silo.Aid.Checks;

/// <summary>A check in the shapes of the API: the same as the board's, so that one page shows either.</summary>
internal static class CheckViews
{
    /// <param name="ranked">Share done of everybody checked for the period, this one among them.</param>
    public static AidCheckView Of(AidCheck check, AidCheckTaken taken, IReadOnlyCollection<int?> ranked, DateOnly today)
    {
        var (figures, done) = (taken.Figures, taken.Figures.DoneBasisPoints());
        return new(
            taken.Partnership, taken.Period, CheckPeriod.Read(taken.Period)!.Value.Name, taken.On,
            new(figures.ReportedFen, figures.ConfirmedFen, figures.AllocatedFen, figures.PaidFen, figures.OutstandingFen, figures.UnansweredFen),
            figures.PlannedFen(), done, CheckRank.Of(done, ranked), ranked.Count, [.. figures.Lines.Select(line => Line(taken.Partnership, line))],
            figures.SalesFloorFen > 0 ? [Sales(taken.Partnership, figures)] : [], [.. check.Findings.Select(finding => Finding(finding, today))]);
    }

    private static AidBoardLine Line(string partnership, CheckLine line) => new(
        partnership, Terms.Code(line.Field), line.PlannedFen, line.ReportedFen, line.ConfirmedFen, line.GapFen(), line.PlannedProjects, line.Projects,
        line.PlannedPeople, line.People, line.DueOn, line.State);

    private static SalesFloorLine Sales(string partnership, CheckFigures figures) =>
        new(partnership, figures.SalesFloorFen, figures.SalesFen, Math.Max(0, figures.SalesFloorFen - figures.SalesFen));

    private static FindingView Finding(CheckFinding finding, DateOnly today) => new(
        finding.Id, finding.On, finding.Text, finding.Responsible, finding.DueOn, finding.Field is { } field ? Terms.Code(field) : null,
        Terms.Code(finding.State), finding.IsOverdue(today), finding.Rectification, finding.Reason);
}
