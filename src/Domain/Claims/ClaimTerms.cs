namespace Revitalization.Domain.Claims;

/// <summary>How a stated figure is computed again (核算方法).</summary>
public enum ClaimKind
{
    Sum = 1,          // 合计
    Share = 2,        // 占比: the first input of the second
    Average = 3,      // 平均: the first input by the second
    Growth = 4,       // 增幅: the first input over the second
    Previous = 5,     // 基期数: what the first input grew from, by the second in percent
    ProductSum = 6,   // 分项乘积之和: first times second, plus third times fourth …
    Plausibility = 7, // 合理性: the average, against a range of the policy pack
}

/// <summary>计量单位.</summary>
public enum ClaimUnit
{
    Percent = 1,    // 百分比
    Yuan = 2,       // 元
    WanYuan = 3,    // 万元
    People = 4,     // 人
    Households = 5, // 户
    Mu = 6,         // 亩
    Count = 7,      // 个
}

/// <summary>核验结论.</summary>
public enum ClaimVerdict
{
    Agrees = 1,        // 相符
    Differs = 2,       // 不符
    Implausible = 3,   // 存疑
    NotComputable = 4, // 无法核算
}
