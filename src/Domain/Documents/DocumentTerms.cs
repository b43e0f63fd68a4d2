namespace Revitalization.Domain.Documents;

/// <summary>有效性.</summary>
public enum DocumentValidity
{
    Unstated = 0,
    Valid = 1,      // 有效
    Superseded = 2, // 已被替代
    Repealed = 3,   // 废止
}

/// <summary>办理状态.</summary>
public enum DocumentStage
{
    None = 0,
    Registered = 1, // 已登记
    Returned = 2,   // 退回修改
    Reviewed = 3,   // 已审核
    Published = 4,  // 已公开
    Replaced = 5,   // 已被替代
    Repealed = 6,   // 已废止
}

/// <summary>How sure the reader of a document is of what it found.</summary>
public enum Certainty
{
    Missing = 0, // 未找到
    Guessed = 1, // 推测
    Likely = 2,  // 可能
    Certain = 3, // 确定
}

/// <summary>Whether a finding must be decided before the document may be published.</summary>
public enum FindingSeverity
{
    Warning = 1, // 提示
    Error = 2,   // 须处理
}

/// <summary>What a check before publication found. Numbers and names are public: never reuse one.</summary>
public enum DocumentFindingKind
{
    TitleMissing = 1,
    IssuerMissing = 2,
    IndexNumberMissing = 3,
    IndexNumberMalformed = 4,
    IndexOrganisationWrong = 5,
    IndexNumberPinyin = 6,
    IndexRegionOld = 7,
    IndexYearDiffers = 8,
    DocumentNumberMalformed = 9,
    DocumentNumberYearDiffers = 10,
    MadeMissing = 11,
    MadeInFuture = 12,
    MadeOnHoliday = 13,
    MadeOnRestDay = 14,
    PublishedBeforeMade = 15,
    PublishedLate = 16,
    TopicMissing = 17,
    GenreMissing = 18,
    ValidityUnstated = 19,
    SummaryMissing = 20,

    NationalId = 31,
    NationalIdLike = 32,
    MobilePhone = 33,
    FixedPhone = 34,
    BankCard = 35,
    NameWithSensitiveFact = 36,
    PersonalName = 37,

    SmallCount = 41,
    SmallRemainder = 42,
    SmallTableCell = 43,
    RecoverableTableCell = 44,

    ShareDiffers = 51,
    AverageDiffers = 52,
    SumDiffers = 53,
    PartAboveWhole = 54,

    AttachmentUnread = 61,

    TooMany = 99,
}
