using Revitalization.Contracts.Refusals;

namespace Revitalization.Domain.Households;

/// <summary>Why a command to a household is refused. Numbers and names are public: never reuse one.</summary>
public enum HouseholdRefusal
{
    [Refusal(404, "该户未登记", "请先登记该户，或核对户编号。")]
    NotRegistered = 1,

    [Refusal(422, "户编号或成员编号格式不正确", "编号为1至40位字母、数字、点、短横或下划线，以字母或数字开头。")]
    IdMalformed = 2,

    [Refusal(422, "日期晚于今日", "请填写实际发生的日期；尚未发生的事项不能登记。")]
    DayInFuture = 3,

    [Refusal(422, "日期过早", "日期不得早于1949年10月1日，请核对。")]
    DayTooEarly = 4,

    [Refusal(422, "日期早于该户登记之日", "请核对日期；登记日期有误的，请先更正登记日期。")]
    BeforeRegistration = 5,

    [Refusal(409, "该户已销户", "销户之后不再登记事项；误销户的，请更正销户记录。")]
    HouseholdClosed = 6,

    [Refusal(409, "该户编号已被其他农户使用", "请另选户编号。")]
    AlreadyRegistered = 7,

    [Refusal(422, "村代码格式不正确", "村代码为12位数字。")]
    VillageCodeMalformed = 8,

    [Refusal(422, "村代码不属于已知的乡镇", "村代码前9位应为已收录乡镇的代码，请核对。")]
    RegionOutside = 9,

    [Refusal(422, "该村未登记", "请核对村代码，或先登记该村。")]
    VillageUnknown = 10,

    [Refusal(422, "该村当日已撤并", "请改填承接该村的新村代码，或核对日期。")]
    VillageDissolved = 11,

    [Refusal(422, "该村当日尚未设立", "请改填当时所属村的代码，或核对日期。")]
    VillageNotYetFormed = 12,

    [Refusal(409, "所在村与登记不符", "迁移、建制调整或登记有误，请登记所在村变更。")]
    VillageDiffers = 13,

    [Refusal(422, "非监测对象不能标注风险消除", "请先填写监测对象类别，或去掉风险消除标注。")]
    ClearedWithoutMonitoring = 14,

    [Refusal(422, "非易地搬迁户不能填写安置点", "请先标注易地搬迁，或去掉安置点。")]
    SiteWithoutResettlement = 15,

    [Refusal(422, "文字过长", "该栏不超过200字，请缩短。")]
    TextTooLong = 16,

    [Refusal(422, "选项不在允许范围内", "请从列出的选项中选择。")]
    ValueUnknown = 17,

    [Refusal(422, "缺少成员身份信息", "请填写姓名和证件号码。")]
    PersonMissing = 18,

    [Refusal(422, "出生年份不合理", "出生年份应在1900年至登记之年之间，请核对。")]
    BirthYearImplausible = 19,

    [Refusal(422, "未满十六周岁不得登记为就业", "请核对出生年份和就业状况；不得使用童工。")]
    MinorEmployed = 20,

    [Refusal(409, "同一人在该户出现两次", "请核对证件号码，或合并重复的成员。")]
    PersonTwice = 21,

    [Refusal(409, "该成员已在户内", "请核对成员编号；修改信息请用成员变更。")]
    MemberAlreadyPresent = 22,

    [Refusal(404, "户内无此成员", "请核对成员编号，或先登记该成员。")]
    MemberUnknown = 23,

    [Refusal(409, "该成员当日不在户内", "请核对日期；迁回的成员请登记迁入。")]
    MemberNotPresent = 24,

    [Refusal(409, "该成员已登记死亡", "误登死亡的，请更正死亡记录。")]
    MemberDied = 25,

    [Refusal(409, "户内已有户主", "请登记户主变更。")]
    HeadTwice = 26,

    [Refusal(422, "缺少户主", "户主离户而户内尚有成员的，请指定新户主。")]
    HeadMissing = 27,

    [Refusal(422, "出生年份与出生日期不符", "登记出生时，出生年份应为出生日期所在年份。")]
    BirthYearDiffers = 28,

    [Refusal(422, "缺少原因", "更改已登记的事项须说明原因。")]
    ReasonMissing = 29,

    [Refusal(422, "收入所属期应为季度", "请按季度填报，如2023-Q3。")]
    QuarterExpected = 30,

    [Refusal(422, "收入所属期尚未开始", "请在该季度开始之后填报。")]
    QuarterInFuture = 31,

    [Refusal(422, "金额为负", "收入和支出均填写零或正数；亏损体现为支出大于收入。")]
    AmountNegative = 32,

    [Refusal(422, "金额过大", "单项金额不超过一亿元，请核对单位是元还是万元。")]
    AmountTooLarge = 33,

    [Refusal(422, "不能与本户分户或并户", "请核对对方户编号。")]
    SameHousehold = 34,

    [Refusal(422, "未选择分出的成员", "请至少选择一名成员。")]
    MembersMissing = 35,

    [Refusal(422, "分户后原户无人", "全部成员离开的，请登记迁移或并户。")]
    NobodyRemains = 36,

    [Refusal(409, "户内尚有成员", "请先登记成员死亡或迁出，再以户内无人销户。")]
    MembersRemain = 37,

    [Refusal(409, "该日之后还有登记事项", "请先更正其后的事项，或核对日期。")]
    LaterFacts = 38,

    [Refusal(404, "无此历史条目，或已撤销", "请在该户历史中核对条目编号。")]
    EntryUnknown = 39,

    [Refusal(422, "收入条目没有发生日期", "收入有误的，请撤销该条目或重新填报该季度收入。")]
    EntryNotDated = 40,

    [Refusal(422, "登记条目不能撤销", "误登的户，请以误登销户。")]
    EntryIsRegistration = 41,

    [Refusal(409, "分户、并户条目涉及两户，不能单方更正", "请以并户或分户恢复。")]
    EntryOnBothSides = 42,

    [Refusal(409, "更正后历史前后矛盾", "请先更正与之相关的条目。")]
    CorrectionBreaksHistory = 43,

    [Refusal(409, "该户历史条目过多", "请联系系统管理员。")]
    HistoryFull = 44,
}
