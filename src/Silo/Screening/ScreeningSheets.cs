using System.Globalization;
using Revitalization.Contracts.Monitoring;
using Revitalization.Silo.Sheets;

namespace Revitalization.Silo.Screening;

/// <summary>What screenings and campaigns found, as sheets.</summary>
internal static class ScreeningSheets
{
    /// <summary>With the rule and its working, so that a sheet says as much as the page.</summary>
    public static readonly IReadOnlyList<SheetColumn<ScreenedHousehold>> Flagged =
    [
        new("户编号", row => row.Household), new("村代码", row => row.VillageCode), new("村名", row => row.VillageName), new("户主", row => row.HeadNameMasked),
        new("情形", row => string.Join('、', row.Reasons.Select(ScreeningTermsView.Title))),
        new("依据", row => string.Join('；', row.Because.Select(because => $"{because.Title}（{because.DocumentTitle}，{because.Clause}）"))),
        new("计算过程", row => string.Join('；', row.Because.SelectMany(because => because.Steps))), new("是否已报线索", row => row.Reported ? "是" : ""),
    ];

    public static readonly IReadOnlyList<SheetColumn<CoverageRegion>> Coverage =
    [
        new("地区代码", row => row.Code), new("地区", row => row.Name), new("应看户数", row => Number(row.Households)), new("已看户数", row => Number(row.Seen)),
        new("还没看户数", row => Number(row.Households - row.Seen)), new("由谁", row => string.Join('、', row.By.Select(by => $"{by.Account} {Number(by.Seen)} 户"))),
    ];

    public static readonly IReadOnlyList<SheetColumn<UnseenHousehold>> Unseen =
        [new("户编号", row => row.Household), new("村代码", row => row.VillageCode), new("村名", row => row.VillageName), new("户主", row => row.HeadNameMasked)];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
