using Revitalization.Contracts.Refusals;

namespace Revitalization.Domain.Aid.Checks;

/// <summary>Why a command to a check through the year is refused. Numbers and names are public: never reuse one.</summary>
public enum AidCheckRefusal
{
    [Refusal(422, "盘点周期不正确", "请填写如 2022-B1（双月）、2022-Q1（季度）、2022-H1（半年）或 2022-Y（年终）。")]
    PeriodMalformed = 1,

    [Refusal(404, "本期尚未盘点", "请先办理本期盘点。")]
    CheckUnknown = 2,

    [Refusal(409, "本期已经盘点", "盘点数一经登记不再更改；新的情况请记入下一期，发现的问题请登记整改。")]
    AlreadyChecked = 3,

    [Refusal(422, "日期晚于今日", "请核对日期。")]
    DayInFuture = 4,

    [Refusal(422, "本期尚未结束", "请在本期最后一日或之后盘点。")]
    PeriodNotOver = 5,

    [Refusal(422, "该年度不在协议期内", "请核对盘点年度。")]
    YearOutside = 6,

    [Refusal(404, "无此问题", "请核对问题编号。")]
    FindingUnknown = 7,

    [Refusal(409, "问题编号已用于其他内容", "请另选问题编号。")]
    FindingIdReused = 8,

    [Refusal(422, "文字过长或为空", "问题、整改情况和理由不超过500字，责任单位不超过100字。")]
    TextImplausible = 9,

    [Refusal(422, "整改期限早于发现日期", "请核对整改期限。")]
    DueTooEarly = 10,

    [Refusal(422, "日期早于前一环节", "盘点、发现、整改、验收须按先后顺序；请核对日期。")]
    DayTooEarly = 11,

    [Refusal(409, "问题当前状态不能办理此事项", "待整改的问题先整改，已整改的再验收；已销号的不再更改。")]
    StateOutOfOrder = 12,

    [Refusal(422, "佐证材料校验值不正确", "请填写已上传材料的64位校验值，最多50份。")]
    EvidenceMalformed = 13,

    [Refusal(422, "缺少理由", "退回重改须说明理由。")]
    ReasonMissing = 14,

    [Refusal(409, "问题过多", "一次盘点最多登记200个问题。")]
    TooMany = 15,
}
