using Revitalization.Contracts.Refusals;

namespace Revitalization.Domain.Aid;

/// <summary>Why a command to a partnership is refused. Numbers and names are public: never reuse one.</summary>
public enum PartnershipRefusal
{
    [Refusal(404, "无此协作关系", "请核对协作关系代码，或先登记协议。")]
    NotAgreed = 1,

    [Refusal(422, "协作关系代码格式不正确", "请用小写字母、数字和连字符，如 xiaoshan-wangcang。")]
    CodeMalformed = 2,

    [Refusal(422, "无此行政区划代码", "请填写行政区划代码；名称相同的地区很多，名称不能代替代码。")]
    RegionUnknown = 3,

    [Refusal(422, "受援方不是县（市、区）", "请填写六位县级行政区划代码。")]
    RecipientNotCounty = 4,

    [Refusal(422, "协作双方与协作类型不符", "东西部协作须为不同省份，省内对口帮扶须为同一省份。")]
    KindContradicted = 5,

    [Refusal(422, "年份不合理", "请核对年份：须在协议期内，结束年份不得早于开始年份。")]
    YearOutside = 6,

    [Refusal(409, "协议已有不同的受援方或协作方", "一个代码只代表一对协作关系；新的协作关系请另用代码。")]
    PartiesFixed = 7,

    [Refusal(422, "金额、人数或个数为负", "请填写零或正数。")]
    AmountNegative = 8,

    [Refusal(422, "同一领域重复", "每个协作领域在年度计划中只列一行。")]
    FieldRepeated = 9,

    [Refusal(422, "日期不在计划年度内", "请核对完成日期。")]
    DueOutsideYear = 10,

    [Refusal(422, "文字过长或为空", "请填写不超过100字的名称。")]
    TextImplausible = 11,

    [Refusal(422, "结对的乡镇或村不在受援县内", "请选择受援县的乡镇或村代码。")]
    PairingElsewhere = 12,

    [Refusal(422, "结束日期早于开始日期", "请核对起止日期。")]
    DatesReversed = 13,

    [Refusal(422, "人数不合理", "请填写1至10000之间的人数。")]
    HeadcountImplausible = 14,

    [Refusal(409, "内容过多", "结对、交流或计划的条数已达上限，请联系系统管理员。")]
    TooMany = 15,
}
