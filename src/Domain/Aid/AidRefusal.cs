using Revitalization.Contracts.Refusals;

namespace Revitalization.Domain.Aid;

/// <summary>Why a command to a report of support is refused. Numbers and names are public: never reuse one.</summary>
public enum AidRefusal
{
    [Refusal(404, "无此支援报告", "请核对报告编号。")]
    ReportUnknown = 1,

    [Refusal(409, "报告编号已用于其他内容", "更改已上报的内容请用更正，并说明理由。")]
    ReportIdReused = 2,

    [Refusal(422, "日期晚于今日", "只上报已经交付的支援；请核对日期。")]
    DayInFuture = 3,

    [Refusal(422, "支援年度不在协议期内，或与交付日期不符", "请核对年度：跨年交付的，最多相差一年。")]
    YearOutside = 4,

    [Refusal(422, "金额或数量不合理", "金额和数量不得为负，且至少有一项大于零。")]
    AmountImplausible = 5,

    [Refusal(422, "资金类支援须填写金额", "请填写金额；没有金额的，请选择其他支援形式。")]
    MoneyMissing = 6,

    [Refusal(422, "接收地区不在受援县内", "请填写受援县或其乡镇的代码。")]
    RecipientElsewhere = 7,

    [Refusal(422, "缺少佐证材料", "请至少上传一份佐证材料。")]
    EvidenceMissing = 8,

    [Refusal(422, "文字过长或为空", "名称不超过100字，理由和留言不超过500字。")]
    TextImplausible = 9,

    [Refusal(422, "无此结对关系", "请核对结对编号，或先登记结对。")]
    PairingUnknown = 10,

    [Refusal(409, "复核人与填报人为同一人", "请由协作方的另一人复核。")]
    SamePerson = 11,

    [Refusal(409, "报告当前状态不能办理此事项", "请先查看报告当前状态；已确认的报告须由县级撤销确认后再更改。")]
    StateOutOfOrder = 12,

    [Refusal(422, "确认数大于上报数", "确认的金额和数量不得超过上报数；多出的部分请协作方另行上报。")]
    ConfirmedAboveReported = 13,

    [Refusal(422, "缺少理由", "部分确认、异议、退回、更正和撤回须说明理由。")]
    ReasonMissing = 14,

    [Refusal(409, "同一凭证已计入另一份报告", "同一发票或转账凭证只计一次；请核对是否重复上报。")]
    ReferenceCounted = 15,

    [Refusal(409, "留言编号已用于其他内容", "请另选留言编号。")]
    CommentIdReused = 16,

    [Refusal(422, "凭证号码格式不正确或重复", "请填写不超过40个字符的字母、数字或连字符，同一号码只列一次。")]
    ReferenceMalformed = 17,

    [Refusal(409, "留言过多", "一份报告最多500条留言。")]
    TooMany = 18,
}
