using System.Globalization;
using Revitalization.Contracts.Funds;
using Revitalization.Domain.Money;
using Revitalization.Silo.Imports.Reading;
using Revitalization.Silo.Sheets;

namespace Revitalization.Silo.Funds.Lists;

/// <summary>Funds as a sheet; money in yuan, as officials read it.</summary>
internal static class FundSheet
{
    private static readonly string[] s_headings =
        ["资金编号", "县代码", "县", "年度", "资金来源", "已确认(元)", "已到账(元)", "已下达(元)", "已支付(元)", "可下达(元)", "支付进度"];

    public static Task Write(Stream body, FundList list, CancellationToken cancellation) =>
        SheetStream.Write(body, SheetFormat.Workbook, s_headings, One(list.Funds.Select(Cells)), cancellation);

    private static async IAsyncEnumerable<IEnumerable<string[]>> One(IEnumerable<string[]> rows)
    {
        yield return rows;
        await Task.CompletedTask;
    }

    private static string[] Cells(FundView fund) =>
    [
        fund.Fund, fund.County, fund.CountyName, fund.Year.ToString(CultureInfo.InvariantCulture), fund.SourceName, YuanText.Yuan(fund.ConfirmedFen),
        YuanText.Yuan(fund.ArrivedFen), YuanText.Yuan(fund.AllocatedFen), YuanText.Yuan(fund.PaidFen), YuanText.Yuan(fund.FreeFen),
        fund.ProgressBasisPoints is { } progress ? string.Create(CultureInfo.InvariantCulture, $"{progress / 100m:0.00}%") : "",
    ];
}
