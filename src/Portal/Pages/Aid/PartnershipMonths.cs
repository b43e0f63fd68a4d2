using System.Globalization;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Pages.Aid;

/// <summary>The year by month (时间线): the plan, what was delivered and confirmed, and the stages that projects reached.</summary>
internal static class PartnershipMonths
{
    public static IReadOnlyList<MonthLine> Of(AidReplica aid, int release, string code, int year, PublicPlan? plan, IReadOnlyList<PublicProject> projects)
    {
        var happened = new List<(string Month, int Order, string Text)>();
        if (plan is not null) happened.Add((Month(plan.IssuedOn), 0, $"下达年度计划：{AidWords.Money(plan.FundsFen)}，{plan.Projects} 个项目"));
        happened.AddRange(aid.ByMonth(release, code, year).Select(month => (month.Group, 1, $"交付支援 {month.Reports} 笔，{AidWords.Money(month.ReportedFen)}")));
        happened.AddRange(aid.ConfirmedByMonth(release, code, year).Select(month => (month.Month, 2, $"受援县确认 {month.Reports} 笔，{AidWords.Money(month.Fen)}")));
        happened.AddRange(Stages(projects));
        return [.. happened.GroupBy(one => one.Month, StringComparer.Ordinal).OrderBy(month => month.Key, StringComparer.Ordinal)
            .Select(month => new MonthLine(month.Key, [.. month.OrderBy(one => one.Order).Select(one => one.Text)]))];
    }

    private static IEnumerable<(string Month, int Order, string Text)> Stages(IReadOnlyList<PublicProject> projects) =>
        from project in projects
        from reached in new[] { (project.Days.StartedOn, "开工"), (project.Days.CompletedOn, "完工"), (project.Days.AcceptedOn, "通过验收"), (project.Days.HandedOverOn, "移交资产") }
        where reached.Item1 is not null
        group project by (Month: Month(reached.Item1!.Value), Stage: reached.Item2) into stage
        select (stage.Key.Month, 3, stage.Count() > 3
            ? $"{stage.Count()} 个项目{stage.Key.Stage}"
            : $"{string.Join('、', stage.Select(project => project.Name))}{stage.Key.Stage}");

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
