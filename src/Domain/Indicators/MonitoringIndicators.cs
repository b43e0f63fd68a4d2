using Revitalization.Domain.Calendar;
using static Revitalization.Domain.Indicators.IndicatorCodes;
using static Revitalization.Domain.Indicators.MonitoringKinds;

namespace Revitalization.Domain.Indicators;

/// <summary>Figures of monitoring (防返贫监测), counted from the files of this platform.</summary>
internal static class MonitoringIndicators
{
    public static IReadOnlyList<Indicator> All { get; } =
    [
        Standing(MonitoringFiles, "监测档案户数", "期末在监测中或风险已消除、未再次纳入的农户。"),
        InThem(MonitoringFilesPeople, "监测档案人口", "监测档案户的在户成员。", MonitoringFiles),
        Standing(MonitoringOpen, "监测中户数", "期末已纳入监测、风险未消除的农户。"),
        InThem(MonitoringOpenPeople, "监测中人口", "监测中农户的在户成员。", MonitoringOpen),
        Standing(MonitoringCleared, "已消除风险户数", "期末经程序消除风险、未再次纳入的农户。"),
        InThem(MonitoringClearedPeople, "已消除风险人口", "已消除风险农户的在户成员。", MonitoringCleared),
        Standing(MonitoringUnstableLifted, "监测档案脱贫不稳定户数", "监测档案户，审定或承接的类别为脱贫不稳定户，含风险已消除的。"),
        InThem(MonitoringUnstableLiftedPeople, "监测档案脱贫不稳定户人口", "监测档案脱贫不稳定户的在户成员。", MonitoringUnstableLifted),
        Standing(MonitoringMarginal, "监测档案边缘易致贫户数", "监测档案户，审定或承接的类别为边缘易致贫户，含风险已消除的。"),
        InThem(MonitoringMarginalPeople, "监测档案边缘易致贫户人口", "监测档案边缘易致贫户的在户成员。", MonitoringMarginal),
        Standing(MonitoringSuddenHardship, "监测档案突发严重困难户数", "监测档案户，审定或承接的类别为突发严重困难户，含风险已消除的。"),
        InThem(MonitoringSuddenHardshipPeople, "监测档案突发严重困难户人口", "监测档案突发严重困难户的在户成员。", MonitoringSuddenHardship),
        Standing(MonitoringReadmittedStanding, "监测中再次纳入户数", "监测中农户，曾消除风险后再次纳入。"),
        Standing(MonitoringSeverity1, "监测中一级预警户数", "期末预警颜色的通用等级为1（最轻）；颜色由当地政策包定，等级各县可比。", Colours),
        Standing(MonitoringSeverity2, "监测中二级预警户数", "期末预警颜色的通用等级为2。", Colours),
        Standing(MonitoringSeverity3, "监测中三级预警户数", "期末预警颜色的通用等级为3（最重）。", Colours),
        Standing(MonitoringInProcedure, "纳入程序办理中户数", "期末在派发至县级审定各环节的农户。"),
        Standing(MonitoringStepDispatch, "线索待派发户数", "期末线索待派发的农户。"),
        Standing(MonitoringStepVerification, "待入户核查户数", "期末待入户核查的农户。"),
        Standing(MonitoringStepVillageReview, "待民主评议户数", "期末待民主评议的农户。"),
        Standing(MonitoringStepNotice, "公示环节户数", "期末待公示与公示中的农户。"),
        Standing(MonitoringStepTownshipReview, "待乡镇审核户数", "期末待乡镇审核的农户。"),
        Standing(MonitoringStepCountyApproval, "待县级审定户数", "期末待县级审定的农户。"),
        Standing(MonitoringStepHelping, "监测帮扶中户数", "监测中农户，未进入风险消除程序。"),
        Standing(MonitoringStepClearing, "风险消除办理中户数", "监测中农户，在风险消除的评议、公示、审定环节。"),
        .. Clues, .. Procedures, .. Help, .. Ratios,
    ];

    private static IEnumerable<Indicator> Clues =>
    [
        Count(MonitoringClues, "监测线索条数", "条", "期内登记的线索，撤回的不计。", MonitoringClueHouseholds, Watch),
        Distinct(MonitoringClueHouseholds, "有线索户数", "当季有线索的农户。", PeriodKind.Quarter),
        Distinct(MonitoringClueHouseholdsYear, "全年有线索户数", "当年有线索的农户。", PeriodKind.Year),
        Distinct(MonitoringClueApplication, "农户申报线索户数", "当季有农户申报线索的农户。", PeriodKind.Quarter),
        Distinct(MonitoringClueVisit, "干部走访线索户数", "当季有干部走访线索的农户。", PeriodKind.Quarter),
        Distinct(MonitoringClueDepartment, "部门线索户数", "当季有部门线索的农户。", PeriodKind.Quarter),
        Distinct(MonitoringClueScreening, "集中排查线索户数", "当季有集中排查线索的农户。", PeriodKind.Quarter, CampaignMonths),
        Distinct(MonitoringRiskHealth, "因病因残线索户数", "当季线索风险为因病或因残的农户。", PeriodKind.Quarter),
        Distinct(MonitoringRiskSchooling, "因学线索户数", "当季线索风险为因学的农户。", PeriodKind.Quarter),
        Distinct(MonitoringRiskDisaster, "因灾因意外线索户数", "当季线索风险为因灾或因意外事故的农户。", PeriodKind.Quarter),
        Distinct(MonitoringRiskIncome, "收入骤减线索户数", "当季线索风险为收入骤减、务工不稳或产业失败的农户。", PeriodKind.Quarter),
        Distinct(MonitoringRiskLiving, "住房饮水线索户数", "当季线索风险为住房安全或饮水安全的农户。", PeriodKind.Quarter),
        Distinct(MonitoringRiskOther, "其他风险线索户数", "当季线索风险为其他的农户。", PeriodKind.Quarter),
    ];

    private static IEnumerable<Indicator> Procedures =>
    [
        Procedure(MonitoringDispatched, "派发核查户次", "期内线索首次派发核查的农户。"),
        Procedure(MonitoringVerified, "入户核查户次", "期内完成入户核查的农户。"),
        Procedure(MonitoringRiskFound, "核查发现风险户次", "期内入户核查发现风险的农户。"),
        Procedure(MonitoringDismissed, "未予纳入户次", "期内核查、评议、公示、审核或审定未通过的农户。"),
        Procedure(MonitoringAdmittedFlow, "纳入监测户次", "期内经县级审定纳入监测的农户，含再次纳入，不含承接在册。"),
        Procedure(MonitoringReadmitted, "再次纳入户次", "期内消除风险后再次纳入监测的农户。"),
        Procedure(MonitoringTakenOverFlow, "承接在册户次", "期内由全国防返贫监测系统承接建档的农户。"),
        Procedure(MonitoringClearedFlow, "消除风险户次", "期内经审定消除风险的农户。"),
        Procedure(MonitoringContinuedFlow, "继续监测户次", "期内风险消除未通过、继续监测的农户。"),
    ];

    private static IEnumerable<Indicator> Help =>
    [
        Count(MonitoringVisits, "走访次数", "次", "期内对监测中农户的走访，撤回的不计。", MonitoringVisited, Watch),
        Distinct(MonitoringVisited, "走访户数", "当季走访过的监测中农户。", PeriodKind.Quarter),
        Distinct(MonitoringVisitedYear, "全年走访户数", "当年走访过的监测中农户。", PeriodKind.Year),
        Count(MonitoringMeasuresPlanned, "制定帮扶措施条数", "条", "期内制定的帮扶措施，撤回的不计。", MonitoringPlannedHouseholds),
        Distinct(MonitoringPlannedHouseholds, "制定帮扶措施户数", "当季制定帮扶措施的农户。", PeriodKind.Quarter, Plan),
        Distinct(MonitoringPlannedHouseholdsYear, "全年制定帮扶措施户数", "当年制定帮扶措施的农户。", PeriodKind.Year, Plan),
        Count(MonitoringMeasuresCompleted, "完成帮扶措施条数", "条", "期内完成的帮扶措施。", MonitoringHelpedHouseholds),
        Count(MonitoringMeasuresAmount, "完成帮扶措施金额", "元", "期内完成的帮扶措施的金额。", MonitoringHelpedHouseholds, scale: 2),
        Distinct(MonitoringHelpedHouseholds, "帮扶措施落实户数", "当季有帮扶措施完成的农户。", PeriodKind.Quarter, Plan),
        Distinct(MonitoringHelpedHouseholdsYear, "全年帮扶措施落实户数", "当年有帮扶措施完成的农户。", PeriodKind.Year, Plan),
        Procedure(MonitoringFirstHelped, "首次制定帮扶措施户次", "期内纳入后制定首项帮扶措施的农户，不含承接在册。", Plan),
        Count(MonitoringDaysToHelp, "线索到帮扶总天数", "天", "首次制定帮扶措施的农户，自本次程序最早线索之日至首项措施制定之日的自然日之和。", MonitoringFirstHelped),
        Distinct(MonitoringChecked, "集中排查户数", "当季集中排查到的农户。", PeriodKind.Quarter, CampaignMonths),
        Distinct(MonitoringCheckedYear, "全年集中排查户数", "当年集中排查到的农户。", PeriodKind.Year, CampaignMonths),
    ];

    private static IEnumerable<Indicator> Ratios =>
    [
        Ratio(MonitoringConfirmedShare, "预警确认率", "比值", "期内纳入监测户次除以入户核查户次；核查与审定可能不在同一期。", Watch, 4, MonitoringVerified,
            InBoth(MonitoringAdmittedFlow, MonitoringVerified)),
        Ratio(MonitoringMeanDaysToHelp, "线索到帮扶平均天数", "天/户", "线索到帮扶总天数除以首次制定帮扶措施户次。", Plan, 1, MonitoringFirstHelped,
            InBoth(MonitoringDaysToHelp, MonitoringFirstHelped)),
        Ratio(MonitoringCheckCoverage, "集中排查覆盖率", "比值", "期内集中排查到的农户除以期末农户数。", CampaignMonths, 4, HouseholdsAll,
            new RatioTerms(PeriodKind.Year, MonitoringCheckedYear, HouseholdsAll), new RatioTerms(PeriodKind.Quarter, MonitoringChecked, HouseholdsAll)),
    ];
}
