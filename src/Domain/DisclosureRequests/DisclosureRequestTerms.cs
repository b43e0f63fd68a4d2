namespace Revitalization.Domain.DisclosureRequests;

/// <summary>办理状态.</summary>
public enum RequestStage
{
    None = 0,
    Received = 1,     // 已登记
    Accepted = 2,     // 已受理
    Supplementing = 3, // 待补正
    Consulting = 4,   // 征求意见中
    Answered = 5,     // 已答复
    Withdrawn = 6,    // 已撤回
}

/// <summary>How the yearly report counts applicants.</summary>
public enum ApplicantKind
{
    Person = 1,      // 自然人
    Business = 2,    // 商业企业
    Research = 3,    // 科研机构
    Charity = 4,     // 社会公益组织
    LegalService = 5, // 法律服务机构
    OtherBody = 6,   // 其他组织
}

/// <summary>How a request came.</summary>
public enum RequestChannel
{
    InPerson = 1, // 当面提交
    Post = 2,     // 邮寄
    Online = 3,   // 网络平台
    Fax = 4,      // 传真
}

/// <summary>
/// What was answered (条例第三十六条), one by one as the yearly report counts them: 予以公开, 部分公开, 不予公开, 无法提供, 不予处理, 其他. Numbers and names are
/// public: never reuse one.
/// </summary>
public enum AnswerKind
{
    Open = 1,
    AlreadyPublic = 2,
    Partly = 3,

    StateSecret = 11,
    ForbiddenByLaw = 12,
    Security = 13,
    ThirdPartyRights = 14,
    InternalMatter = 15,
    ProcessInformation = 16,
    EnforcementFile = 17,
    AdministrativeQuery = 18,

    NotHeld = 21,
    NotOurs = 22,
    NotReady = 23,
    StillUnclear = 24,

    Petition = 31,
    Repeated = 32,
    Publication = 33,
    Excessive = 34,
    Reissue = 35,

    NotSupplemented = 41,
    FeeUnpaid = 42,
    Other = 49,
}
