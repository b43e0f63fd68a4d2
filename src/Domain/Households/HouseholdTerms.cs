namespace Revitalization.Domain.Households;

/// <summary>户类型. Lifted and low-income are the "two kinds of household" (两类户).</summary>
public enum HouseholdKind
{
    Ordinary = 0,  // 一般农户
    Lifted = 1,    // 脱贫户
    LowIncome = 2, // 农村低收入户
}

/// <summary>监测对象类别, as the national system states it.</summary>
public enum MonitoredKind
{
    None = 0,
    UnstableLifted = 1, // 脱贫不稳定户
    Marginal = 2,       // 边缘易致贫户
    SuddenHardship = 3, // 突发严重困难户
}

public enum Sex
{
    Male = 1,   // 男
    Female = 2, // 女
}

/// <summary>与户主关系.</summary>
public enum Relation
{
    Head = 1,        // 户主
    Spouse = 2,      // 配偶
    Child = 3,       // 子女
    ChildInLaw = 4,  // 儿媳、女婿
    Grandchild = 5,  // 孙辈
    Parent = 6,      // 父母
    ParentInLaw = 7, // 配偶父母
    Grandparent = 8, // 祖辈
    Sibling = 9,     // 兄弟姐妹
    Other = 10,      // 其他
}

/// <summary>劳动能力.</summary>
public enum LabourAbility
{
    None = 0, // 无劳动能力
    Able = 1, // 有劳动能力
    Weak = 2, // 弱劳动力或半劳动力
}

/// <summary>就业: where, or in which kind of post.</summary>
public enum Employment
{
    None = 0,          // 未就业
    InCounty = 1,      // 县内
    InProvince = 2,    // 县外省内
    OutOfProvince = 3, // 省外
    PublicPost = 4,    // 公益性岗位
    Workshop = 5,      // 帮扶车间
}

/// <summary>文化程度或在校状况.</summary>
public enum Schooling
{
    Unstated = 0,
    Illiterate = 1,   // 文盲或半文盲
    Primary = 2,      // 小学
    JuniorMiddle = 3, // 初中
    SeniorMiddle = 4, // 高中、中专
    College = 5,      // 大专及以上
    AtSchool = 6,     // 在校
    Preschool = 7,    // 学龄前
}

/// <summary>成员增加原因.</summary>
public enum JoinKind
{
    Listed = 0,    // 登记时在册
    Born = 1,      // 出生
    MarriedIn = 2, // 婚入
    MovedIn = 3,   // 迁入
    Split = 4,     // 分户
    Merged = 5,    // 并户
}

/// <summary>成员减少原因.</summary>
public enum LeaveKind
{
    Died = 1,       // 死亡
    MarriedOut = 2, // 婚出
    MovedOut = 3,   // 迁出
    Split = 4,      // 分户
    Merged = 5,     // 并户
}

/// <summary>所在村变更原因. Only a move counts as one in the figures.</summary>
public enum VillageChange
{
    Moved = 0,     // 迁移
    Reformed = 1,  // 村级建制调整
    Corrected = 2, // 更正
}

/// <summary>销户原因.</summary>
public enum CloseKind
{
    Extinct = 1,       // 户内无人
    MovedAway = 2,     // 整户迁往系统外
    Merged = 3,        // 并入他户
    ListedInError = 4, // 误登
}
