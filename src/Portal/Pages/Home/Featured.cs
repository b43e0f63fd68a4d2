namespace Revitalization.Portal.Pages.Home;

/// <param name="Codes">One for plain bars; several for stacked ones, in the order they are stacked.</param>
/// <param name="Names">Shorter names for the legend; null: the indicators' own.</param>
public sealed record FeaturedChart(string Title, IReadOnlyList<string> Codes, IReadOnlyList<string>? Names = null, string? Note = null);

/// <summary>
/// The indicators that the home page shows first, by code. Codes never change meaning; a chart or column whose code a release does not
/// hold is left out, so a page never shows an empty promise.
/// </summary>
public static class Featured
{
    public const string Households = "households";

    public static readonly IReadOnlyList<string> Columns =
        [Households, "people", "households.lifted", "households.monitored", "employed", "income.net-per-head"];

    public static readonly IReadOnlyList<FeaturedChart> Charts =
    [
        new("登记农户，按户类型", ["households.lifted", "households.low-income", "households.ordinary"], ["脱贫户", "农村低收入户", "一般户"]),
        new("人均纯收入", ["income.net-per-head"]),
        new("收入从哪里来", ["income.wage", "income.operating", "income.property", "income.transfer"], ["工资性", "经营性", "财产性", "转移性"], "经营性收入未扣生产经营支出。"),
        new("就业去向", ["employed.in-county", "employed.in-province", "employed.out-of-province", "employed.public-post", "employed.workshop"], ["县内", "省内县外", "省外", "公益性岗位", "帮扶车间"]),
        new("人口，按年龄", ["people.under-16", "people.16-59", "people.60-and-over"], ["16 岁以下", "16—59 岁", "60 岁及以上"]),
        new("监测对象户", ["households.uncleared", "households.cleared"], ["风险未消除", "风险已消除"], "含已消除风险的；小数值不予公布。"),
    ];
}
