namespace Revitalization.Domain.Monitoring;

/// <summary>线索来源: who found the risk (DOMAIN 2.1).</summary>
public enum ClueOrigin
{
    Application = 1, // 农户申报
    Visit = 2,       // 干部走访
    Department = 3,  // 部门线索
    Screening = 4,   // 集中排查
}

/// <summary>风险类型.</summary>
public enum RiskKind
{
    Illness = 1,      // 因病
    Disability = 2,   // 因残
    Schooling = 3,    // 因学
    Disaster = 4,     // 因灾
    Accident = 5,     // 因意外事故
    IncomeLoss = 6,   // 收入骤减
    WorkLoss = 7,     // 务工不稳
    IndustryLoss = 8, // 产业失败
    Housing = 9,      // 住房安全
    Water = 10,       // 饮水安全
    Other = 11,       // 其他
}

/// <summary>
/// Where a household stands (环节). It stands in exactly one: each procedure leads through its steps in order, and none can be jumped.
/// </summary>
public enum MonitoringStep
{
    Idle = 0,                 // 未在监测流程
    Dispatch = 1,             // 线索待派发
    Verification = 2,         // 待入户核查
    VillageReview = 3,        // 待民主评议
    Notice = 4,               // 待公示与公示中
    TownshipReview = 5,       // 待乡镇审核
    CountyApproval = 6,       // 待县级审定
    Helping = 7,              // 监测帮扶中
    ClearingReview = 8,       // 风险消除待评议
    ClearingNotice = 9,       // 风险消除公示
    ClearingApproval = 10,    // 风险消除待审定
}

/// <summary>Basic needs (两不愁三保障及饮水安全) as found at a household.</summary>
[Flags]
public enum BasicNeeds
{
    Met = 0,
    FoodLacking = 1,       // 吃不愁存在问题
    ClothingLacking = 2,   // 穿不愁存在问题
    SchoolingLacking = 4,  // 义务教育存在问题
    MedicalLacking = 8,    // 基本医疗存在问题
    HousingLacking = 16,   // 住房安全存在问题
    WaterLacking = 32,     // 饮水安全存在问题
}

/// <summary>Rank of a responsible cadre (帮扶联系人职级), lowest first; packs name them by their kebab-case id.</summary>
public enum CadreRank
{
    OtherCadre = 1,    // 其他干部
    SectionLeader = 2, // 县级部门或乡镇科级领导
    CountyLeader = 3,  // 县级领导
}

/// <summary>Why a procedure ended without admission, or a case without clearing.</summary>
public enum DismissalReason
{
    NoRiskFound = 1,       // 核查未发现风险
    ReviewDisagreed = 2,   // 民主评议未通过
    ObjectionUpheld = 3,   // 公示异议成立
    TownshipDisagreed = 4, // 乡镇审核未通过
    CountyDisagreed = 5,   // 县级审定未通过
    HouseholdClosed = 6,   // 已销户
}
