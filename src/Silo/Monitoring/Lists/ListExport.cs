using System.Globalization;
using Revitalization.Contracts.Monitoring;
using Revitalization.Silo.Imports.Reading;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Sheets;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>A list of monitoring files as a sheet.</summary>
internal static class ListExport
{
    private static readonly string[] s_headings =
    [
        "户编号", "村代码", "村名", "户主", "家庭人口", "环节", "进入环节日期", "监测对象类别", "预警颜色", "纳入日期", "纳入次数", "帮扶联系人",
        "待指定联系人", "最近时限事项", "最近时限", "是否超期", "最近走访", "未完成措施",
    ];

    public static Task Write(Stream body, SheetFormat format, IAsyncEnumerable<IReadOnlyList<MonitoringRow>> pages, CancellationToken cancellation) =>
        SheetStream.Write(body, format, s_headings, pages.Select(page => page.Select(Cells)), cancellation);

    private static string[] Cells(MonitoringRow row) =>
    [
        row.Household, row.VillageCode, row.VillageName, row.HeadNameMasked ?? "", Number(row.Members), MonitoringTerms.Steps[row.Step], PersonFields.Day(row.Since),
        row.Kind is { } kind ? MonitoringTerms.Kinds[kind] : "", row.ColourName ?? "", Day(row.AdmittedOn), row.Round == 0 ? "" : Number(row.Round), row.Cadre ?? "",
        row.CadreWanted ? "是" : "", row.DueKind is { } due ? MonitoringTerms.Deadlines[due] : "", Day(row.DueOn), row.IsOverdue ? "是" : "", Day(row.LastVisitOn),
        Number(row.OpenMeasures),
    ];

    private static string Day(DateOnly? day) => day is { } known ? PersonFields.Day(known) : "";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
