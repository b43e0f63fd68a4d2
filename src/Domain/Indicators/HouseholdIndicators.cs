using static Revitalization.Domain.Indicators.IndicatorCodes;
using static Revitalization.Domain.Indicators.IndicatorKinds;

namespace Revitalization.Domain.Indicators;

/// <summary>Counts of households and of the people in them, by what the household is.</summary>
internal static class HouseholdIndicators
{
    public static IReadOnlyList<Indicator> All { get; } =
    [
        HouseholdStock(HouseholdsAll, "农户数", "期末登记在册且未销户的农户。", Register),
        HouseholdStock(HouseholdsOrdinary, "一般农户数", "既非脱贫户也非农村低收入户的农户。", Register),
        HouseholdStock(HouseholdsLifted, "脱贫户数", "户类型为脱贫户的农户。", Register),
        HouseholdStock(HouseholdsLowIncome, "农村低收入户数", "户类型为农村低收入户的农户。", Register),
        HouseholdStock(HouseholdsMonitored, "监测对象户数", "纳入防返贫监测的农户，含风险已消除的。", MonitoredThree),
        HouseholdStock(HouseholdsUnstableLifted, "脱贫不稳定户数", "监测对象类别为脱贫不稳定户。", MonitoredThree),
        HouseholdStock(HouseholdsMarginal, "边缘易致贫户数", "监测对象类别为边缘易致贫户。", MonitoredThree),
        HouseholdStock(HouseholdsSuddenHardship, "突发严重困难户数", "监测对象类别为突发严重困难户。", MonitoredThree),
        HouseholdStock(HouseholdsCleared, "风险消除户数", "监测对象中风险已消除的农户。", MonitoredThree),
        HouseholdStock(HouseholdsUncleared, "风险未消除户数", "监测对象中风险未消除的农户。", MonitoredThree),
        HouseholdStock(HouseholdsResettled, "易地搬迁户数", "易地扶贫搬迁的农户。", Site),
        HouseholdStock(HouseholdsWithLabour, "有劳动力户数", "至少一名成员有劳动能力或为弱劳动力的农户。", Employment),
        HouseholdStock(HouseholdsZeroEmployment, "零就业家庭户数", "至少一名成员有劳动能力且有就业意愿，而无一人就业的农户。", Employment),
        PeopleStock(PeopleAll, "农户人口", "登记在册农户的在户成员。", Register, HouseholdsAll),
        PeopleStock(PeopleOrdinary, "一般农户人口", "一般农户的在户成员。", Register, HouseholdsOrdinary),
        PeopleStock(PeopleLifted, "脱贫人口", "脱贫户的在户成员。", Register, HouseholdsLifted),
        PeopleStock(PeopleLowIncome, "农村低收入人口", "农村低收入户的在户成员。", Register, HouseholdsLowIncome),
        PeopleStock(PeopleMonitored, "监测对象人口", "监测对象户的在户成员，含风险已消除的。", MonitoredThree, HouseholdsMonitored),
        PeopleStock(PeopleUnstableLifted, "脱贫不稳定户人口", "脱贫不稳定户的在户成员。", MonitoredThree, HouseholdsUnstableLifted),
        PeopleStock(PeopleMarginal, "边缘易致贫户人口", "边缘易致贫户的在户成员。", MonitoredThree, HouseholdsMarginal),
        PeopleStock(PeopleSuddenHardship, "突发严重困难户人口", "突发严重困难户的在户成员。", MonitoredThree, HouseholdsSuddenHardship),
        PeopleStock(PeopleCleared, "风险消除人口", "风险已消除的监测对象户的在户成员。", MonitoredThree, HouseholdsCleared),
        PeopleStock(PeopleUncleared, "风险未消除人口", "风险未消除的监测对象户的在户成员。", MonitoredThree, HouseholdsUncleared),
        PeopleStock(PeopleResettled, "易地搬迁人口", "易地搬迁户的在户成员。", Register, HouseholdsResettled),
    ];
}
