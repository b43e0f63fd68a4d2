namespace Revitalization.Domain.Projects;

/// <summary>项目阶段 (DOMAIN 7), in order; none can be jumped.</summary>
public enum ProjectStage
{
    None = 0,
    Proposed = 1,   // 储备
    Approved = 2,   // 立项
    Contracted = 3, // 签约
    Started = 4,    // 开工
    Completed = 5,  // 完工
    Accepted = 6,   // 验收
    HandedOver = 7, // 资产移交
    Cancelled = 8,  // 取消
}

/// <summary>项目类别.</summary>
public enum ProjectCategory
{
    Industry = 1,       // 产业发展
    Infrastructure = 2, // 基础设施
    PublicService = 3,  // 公共服务
    Employment = 4,     // 就业帮扶
    Resettlement = 5,   // 易地搬迁后续扶持
    Village = 6,        // 示范村建设
    Talent = 7,         // 人才与培训
    Other = 8,          // 其他
}

/// <summary>支付用途.</summary>
public enum PaymentPurpose
{
    Labour = 1,    // 劳务报酬
    Works = 2,     // 工程
    Materials = 3, // 材料设备
    Other = 4,     // 其他
}
