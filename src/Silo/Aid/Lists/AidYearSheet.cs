using System.Globalization;
using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Projects;
using Revitalization.Domain.Money;
using Revitalization.Silo.Imports.Reading;
using Revitalization.Silo.Sheets;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>The year as one sheet in parts, one below the other: sums, plan, sales, projects, exchanges, and every report.</summary>
internal static class AidYearSheet
{
    public static Task Write(Stream body, AidYear year, IAsyncEnumerable<IReadOnlyList<AidReportRow>> reports, CancellationToken cancellation) => SheetStream.Write(
        body, SheetFormat.Workbook, [$"{year.Partnership.DonorName}—{year.Partnership.RecipientName}{Number(year.Year)}年协作帮扶年度报告"], Parts(year, reports), cancellation);

    private static async IAsyncEnumerable<IEnumerable<string[]>> Parts(AidYear year, IAsyncEnumerable<IReadOnlyList<AidReportRow>> reports)
    {
        yield return Head(year);
        yield return Plan(year.Board);
        yield return Projects(year.Projects);
        yield return Exchanges(year.Exchanges);
        yield return [[], ["六、支援报告"], AidReportSheet.Headings];
        await foreach (var page in reports) yield return page.Select(AidReportSheet.Cells);
    }

    private static IEnumerable<string[]> Head(AidYear year) =>
    [
        ["协作关系", AidTerms.Kinds[year.Partnership.Kind]], ["协议", year.Partnership.Document], ["截至日期", AidDays.Text(year.On)!], [], ["一、总数(元)"],
        ["已报告", "已确认", "已下达", "已支付", "未支付", "待确认"], AidReportSheet.Sums(year.Board.Sum),
    ];

    private static IEnumerable<string[]> Plan(AidBoard board) =>
    [
        [], ["二、计划完成情况"],
        ["协作领域", "计划(元)", "已报告(元)", "已确认(元)", "差额(元)", "计划项目", "项目", "计划人数", "人数", "完成期限", "状态"],
        .. board.Lines.Select(line => new[]
        {
            AidTerms.Fields[line.Field], YuanText.Yuan(line.PlannedFen), YuanText.Yuan(line.ReportedFen), YuanText.Yuan(line.ConfirmedFen), YuanText.Yuan(line.GapFen),
            Number(line.PlannedProjects), Number(line.Projects), Number(line.PlannedPeople), Number(line.People), AidDays.Text(line.DueOn) ?? "", AidTerms.LineStates[line.State],
        }),
        [], ["三、消费帮扶"], ["保底销售额(元)", "已确认(元)", "差额(元)"],
        .. board.Sales.Select(line => new[] { YuanText.Yuan(line.FloorFen), YuanText.Yuan(line.ConfirmedFen), YuanText.Yuan(line.GapFen) }),
    ];

    private static IEnumerable<string[]> Projects(IReadOnlyList<AidProjectRow> projects) =>
    [
        [], ["四、资金形成的项目"], ["项目编号", "名称", "地点", "阶段", "总投资(元)", "协作资金下达(元)", "协作资金支付(元)", "资产", "受益农户"],
        .. projects.Select(each => new[]
        {
            each.Id, each.Name, each.RegionName, ProjectTerms.Stages[each.Stage], YuanText.Yuan(each.BudgetFen), YuanText.Yuan(each.AllocatedFen), YuanText.Yuan(each.PaidFen),
            Number(each.Assets), Number(each.Beneficiaries),
        }),
    ];

    private static IEnumerable<string[]> Exchanges(IReadOnlyList<ExchangeView> exchanges) =>
    [
        [], ["五、人员交流"], ["类型", "单位", "人数", "开始", "结束"],
        .. exchanges.Select(each => new[] { AidTerms.ExchangeKinds[each.Kind], each.Party, Number(each.Headcount), AidDays.Text(each.From)!, AidDays.Text(each.Until)! }),
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
