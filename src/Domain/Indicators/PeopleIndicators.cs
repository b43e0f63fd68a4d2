using static Revitalization.Domain.Indicators.IndicatorCodes;
using static Revitalization.Domain.Indicators.IndicatorKinds;

namespace Revitalization.Domain.Indicators;

/// <summary>Counts of people by what they are and do, and their coming and going.</summary>
internal static class PeopleIndicators
{
    public static IReadOnlyList<Indicator> All { get; } =
    [
        PeopleStock(PeopleMale, "男性人口", "在户成员中的男性。", Register),
        PeopleStock(PeopleFemale, "女性人口", "在户成员中的女性。", Register),
        PeopleStock(PeopleUnder16, "16岁以下人口", "统计年份减出生年份不足16的在户成员。", Register),
        PeopleStock(People16To59, "16—59岁人口", "统计年份减出生年份为16至59的在户成员。", Register),
        PeopleStock(People60AndOver, "60岁及以上人口", "统计年份减出生年份满60的在户成员。", Register),
        PeopleStock(LabourAll, "劳动力人数", "有劳动能力或为弱劳动力、半劳动力的在户成员。", Employment),
        PeopleStock(LabourAble, "有劳动能力人数", "有劳动能力（不含弱劳动力、半劳动力）的在户成员。", Employment),
        PeopleStock(LabourWeak, "弱劳动力人数", "弱劳动力或半劳动力的在户成员。", Workshops),
        PeopleStock(EmployedAll, "就业人数", "期末就业的在户成员。", Employment),
        PeopleStock(EmployedInCounty, "县内就业人数", "在县内就业，不含公益性岗位和帮扶车间。", Employment),
        PeopleStock(EmployedInProvince, "县外省内就业人数", "在省内县外就业。", Employment),
        PeopleStock(EmployedOutOfProvince, "省外就业人数", "在省外就业。", Employment),
        PeopleStock(EmployedPublicPost, "公益性岗位就业人数", "在公益性岗位就业。", Workshops),
        PeopleStock(EmployedWorkshop, "帮扶车间就业人数", "在帮扶车间就业。", Workshops),
        PeopleFlow(Births, "出生人数", "期内登记出生的成员。", Register),
        PeopleFlow(Deaths, "死亡人数", "期内登记死亡的成员。", Register),
        PeopleFlow(MovesIn, "迁入人次", "期内婚入、迁入及随户迁入村的人次；村间迁移在上级区域内也计入。", Register),
        PeopleFlow(MovesOut, "迁出人次", "期内婚出、迁出及随户迁出村的人次；村间迁移在上级区域内也计入。", Register),
    ];
}
