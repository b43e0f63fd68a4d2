using System.Globalization;
using Revitalization.Contracts.Monitoring;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Sheets;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>The lists of monitoring as sheets: what stands in which column.</summary>
internal static class ListSheets
{
    public static readonly IReadOnlyList<SheetColumn<MonitoringRow>> Files =
    [
        new("户编号", row => row.Household), new("村代码", row => row.VillageCode), new("村名", row => row.VillageName), new("户主", row => row.HeadNameMasked),
        new("家庭人口", row => Number(row.Members)), new("环节", row => MonitoringTerms.Steps[row.Step]), new("进入环节日期", row => PersonFields.Day(row.Since)),
        new("监测对象类别", row => Term(MonitoringTerms.Kinds, row.Kind)), new("预警颜色", row => row.ColourName), new("纳入日期", row => Day(row.AdmittedOn)),
        new("纳入次数", row => row.Round == 0 ? "" : Number(row.Round)), new("帮扶联系人", row => row.Cadre), new("待指定联系人", row => Yes(row.CadreWanted)),
        new("最近时限事项", row => Term(MonitoringTerms.Deadlines, row.DueKind)), new("最近时限", row => Day(row.DueOn)), new("是否超期", row => Yes(row.IsOverdue)),
        new("最近走访", row => Day(row.LastVisitOn)), new("未完成措施", row => Number(row.OpenMeasures)),
    ];

    public static readonly IReadOnlyList<SheetColumn<MonitoringTask>> Tasks =
    [
        new("户编号", task => task.Household), new("村代码", task => task.VillageCode), new("村名", task => task.VillageName), new("户主", task => task.HeadNameMasked),
        new("事项", task => task.Title), new("预警颜色", task => task.ColourName), new("起算日期", task => Day(task.StartedOn)), new("时限", task => Day(task.DueOn)),
        new("是否超期", task => Yes(task.IsOverdue)), new("时限是否暂定", task => Yes(task.IsProvisional)),
    ];

    public static readonly IReadOnlyList<SheetColumn<WorklistNotice>> Notices =
    [
        new("提醒日期", notice => Day(notice.FiledOn)), new("户编号", notice => notice.Household), new("村代码", notice => notice.VillageCode),
        new("提醒", notice => notice.Title), new("时限", notice => Day(notice.DueOn)),
    ];

    public static readonly IReadOnlyList<SheetColumn<MonitoringDifference>> Differences =
    [
        new("户编号", row => row.Household), new("村代码", row => row.VillageCode), new("村名", row => row.VillageName), new("户主", row => row.HeadNameMasked),
        new("差异", row => MonitoringTerms.Differences[row.Difference]), new("台账类别", row => Term(MonitoringTerms.Kinds, row.RegisteredAs)),
        new("档案类别", row => Term(MonitoringTerms.Kinds, row.FiledAs)), new("环节", row => Term(MonitoringTerms.Steps, row.Step)),
    ];

    private static string Term(IReadOnlyDictionary<string, string> terms, string? code) => code is null ? "" : terms[code];

    private static string Yes(bool holds) => holds ? "是" : "";

    private static string Day(DateOnly? day) => day is { } known ? PersonFields.Day(known) : "";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
