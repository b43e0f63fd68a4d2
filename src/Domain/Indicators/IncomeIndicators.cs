using Revitalization.Domain.Calendar;
using static Revitalization.Domain.Indicators.IndicatorCodes;
using static Revitalization.Domain.Indicators.IndicatorKinds;

namespace Revitalization.Domain.Indicators;

/// <summary>Incomes by component, who reported them, and income per head.</summary>
internal static class IncomeIndicators
{
    public static IReadOnlyList<Indicator> All { get; } =
    [
        Amount(IncomeWage, "工资性收入", "务工、公益性岗位等工资报酬。"),
        Amount(IncomeOperating, "经营性收入", "种养、加工、商业等经营所得，未扣支出。"),
        Amount(IncomeCosts, "生产经营性支出", "为取得经营性收入的支出。"),
        Amount(IncomeProperty, "财产性收入", "土地流转、分红、利息、租金等。"),
        Amount(IncomeTransfer, "转移性收入", "补助、养老金、赡养收入、理赔、捐赠等。"),
        Amount(IncomeNet, "纯收入", "工资性＋经营性－生产经营性支出＋财产性＋转移性。"),
        Reporting(IncomeHouseholds, "填报收入户数", "户", "当季填报收入的农户。", PeriodKind.Quarter, null),
        Reporting(IncomePeople, "填报收入户人口", "人", "当季填报收入的农户季末在户成员。", PeriodKind.Quarter, IncomeHouseholds),
        Reporting(IncomeHouseholdsYear, "全年填报收入户数", "户", "当年至少一季填报收入的农户。", PeriodKind.Year, null),
        Reporting(IncomePeopleYear, "全年填报收入户人口", "人", "当年至少一季填报收入的农户，其最后填报季季末在户成员。", PeriodKind.Year, IncomeHouseholdsYear),
        new(IncomeNetPerHead, "人均纯收入", "元/人", "纯收入除以填报收入户人口。", "发布时由两项合计相除，四舍五入到分；不可相加。",
            Income, false, true, Accumulation.Ratio, 2, [PeriodKind.Year, PeriodKind.Quarter], IncomeHouseholds,
            [new(PeriodKind.Year, IncomeNet, IncomePeopleYear), new(PeriodKind.Quarter, IncomeNet, IncomePeople)]),
    ];
}
