using System.Globalization;
using Revitalization.Contracts.Aid;
using Revitalization.Domain.Money;
using Revitalization.Silo.Imports.Reading;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Sheets;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>Reports as a sheet; money in yuan, as officials read it.</summary>
internal static class AidReportSheet
{
    public static readonly string[] Headings =
    [
        "报告编号", "协作关系", "年度", "协作领域", "支援形式", "名称", "数量", "单位", "填报金额(元)", "已报告(元)", "已确认(元)", "已下达(元)", "已支付(元)",
        "未支付(元)", "待确认(元)", "交付日期", "接收地区代码", "接收地区", "状态", "报送日期", "答复期限", "是否超期未答", "确认日期", "留言", "凭证是否与其他报告相同",
    ];

    public static Task Write(Stream body, SheetFormat format, IAsyncEnumerable<IReadOnlyList<AidReportRow>> pages, CancellationToken cancellation) =>
        SheetStream.Write(body, format, Headings, pages.Select(page => page.Select(Cells)), cancellation);

    public static string[] Cells(AidReportRow row) =>
    [
        row.Id, row.Partnership, Number(row.Year), AidTerms.Fields[row.Field], AidTerms.Forms[row.Form], row.Title,
        row.Quantity == 0 ? "" : row.Quantity.ToString("0.###", CultureInfo.InvariantCulture), row.Unit, YuanText.Yuan(row.StatedFen), .. Sums(row.Sum), PersonFields.Day(row.DeliveredOn),
        row.Recipient, row.RecipientName, AidTerms.States[row.State], Day(row.AskedOn), Day(row.AnswerDueOn), row.IsSilent ? "是" : "", Day(row.ConfirmedOn),
        row.Comments == 0 ? "" : Number(row.Comments), row.Shared ? "是" : "",
    ];

    public static string[] Sums(AidSum sum) =>
    [
        YuanText.Yuan(sum.ReportedFen), YuanText.Yuan(sum.ConfirmedFen), YuanText.Yuan(sum.AllocatedFen), YuanText.Yuan(sum.PaidFen), YuanText.Yuan(sum.OutstandingFen),
        YuanText.Yuan(sum.UnansweredFen),
    ];

    private static string Day(DateOnly? day) => AidDays.Text(day) ?? "";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
