namespace Revitalization.Domain.Assets;

/// <summary>资产类别 (国办函〔2021〕51号): who it serves decides what may be done with it.</summary>
public enum AssetClass
{
    Public = 1,    // 公益性资产
    Operating = 2, // 经营性资产
    Household = 3, // 到户类资产
}

/// <summary>巡查状况.</summary>
public enum AssetCondition
{
    Good = 1,   // 完好
    Repair = 2, // 需维修
    Idle = 3,   // 闲置
    Lost = 4,   // 灭失
}

/// <summary>收益用途.</summary>
public enum IncomeUse
{
    Upkeep = 1,        // 项目运行管护
    Consolidation = 2, // 巩固拓展脱贫攻坚成果
    Welfare = 3,       // 村级公益事业
    Pool = 4,          // 转入收益资金池
}

public enum AssetState
{
    None = 0,
    Kept = 1,          // 在册
    WriteOffAsked = 2, // 待核销
    WrittenOff = 3,    // 已核销
}
