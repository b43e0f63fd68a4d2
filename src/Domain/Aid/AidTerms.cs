namespace Revitalization.Domain.Aid;

/// <summary>协作关系类型.</summary>
public enum PartnershipKind
{
    EastWest = 1,              // 东西部协作
    ProvincialCounterpart = 2, // 省内对口帮扶
    Designated = 3,            // 定点帮扶
}

/// <summary>协作领域 (DOMAIN 6.1).</summary>
public enum AidField
{
    Funds = 1,       // 资金
    Industry = 2,    // 产业
    Labour = 3,      // 劳务
    Talent = 4,      // 人才
    Consumption = 5, // 消费帮扶
    Donation = 6,    // 社会帮扶
    Livelihood = 7,  // 民生
}

/// <summary>支援形式: what was delivered. Only money becomes a fund's; goods and services carry a stated value.</summary>
public enum AidForm
{
    Money = 1,          // 资金
    Goods = 2,          // 物资
    PeopleDays = 3,     // 人天
    TrainingPlaces = 4, // 培训人次
    Purchase = 5,       // 采购
    Donation = 6,       // 捐赠
}

/// <summary>结对类型.</summary>
public enum PairingKind
{
    Township = 1,   // 乡镇
    Department = 2, // 部门
    School = 3,     // 学校
    Hospital = 4,   // 医院
    Enterprise = 5, // 企业
    Village = 6,    // 村
}

/// <summary>人员交流.</summary>
public enum ExchangeKind
{
    Secondment = 1, // 挂职
    Training = 2,   // 培训
    Specialist = 3, // 专技人才
}

/// <summary>What a reference number names; the same one reported by two sides is the same money.</summary>
public enum ReferenceKind
{
    Invoice = 1,  // 发票号码
    Transfer = 2, // 转账凭证号
}

/// <summary>支援报告状态.</summary>
public enum ReportState
{
    None = 0,
    Drafted = 1,   // 待协作方复核
    Reported = 2,  // 待确认
    Confirmed = 3, // 已确认
    Disputed = 4,  // 有异议
    Returned = 5,  // 已退回
    Withdrawn = 6, // 已撤回
}
