using System.Globalization;
using Revitalization.Contracts.Projects;
using Revitalization.Domain.Money;
using Revitalization.Silo.Aid.Lists;
using Revitalization.Silo.Imports.Reading;
using Revitalization.Silo.Sheets;

namespace Revitalization.Silo.Projects.Lists;

/// <summary>Projects as a sheet; money in yuan, as officials read it.</summary>
internal static class ProjectSheet
{
    private static readonly string[] s_headings =
    [
        "项目编号", "项目名称", "项目类别", "建设地点代码", "建设地点", "年度", "协作关系", "阶段", "进入阶段日期", "下一阶段期限", "是否超期", "是否以工代赈", "总投资(元)",
        "已到账(元)", "已下达(元)", "已支付(元)", "劳务报酬(元)", "开工日期", "验收日期", "资产数", "受益农户数",
    ];

    public static Task Write(Stream body, IAsyncEnumerable<IReadOnlyList<ProjectRow>> pages, CancellationToken cancellation) =>
        SheetStream.Write(body, SheetFormat.Workbook, s_headings, pages.Select(page => page.Select(Cells)), cancellation);

    private static string[] Cells(ProjectRow row) =>
    [
        row.Id, row.Name, ProjectTerms.Categories[row.Category], row.Region, row.RegionName, Number(row.Year), row.Partnership ?? "", ProjectTerms.Stages[row.Stage],
        Day(row.StageOn), Day(row.DueOn), row.IsOverdue ? "是" : "", row.WorkRelief ? "是" : "否", YuanText.Yuan(row.BudgetFen), YuanText.Yuan(row.ArrivedFen),
        YuanText.Yuan(row.AllocatedFen), YuanText.Yuan(row.PaidFen), YuanText.Yuan(row.LabourPayFen), Day(row.StartedOn), Day(row.AcceptedOn), Number(row.Assets),
        Number(row.Beneficiaries),
    ];

    private static string Day(DateOnly? day) => AidDays.Text(day) ?? "";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
