using Revitalization.Contracts.Refusals;

namespace Revitalization.Domain.Funds;

/// <summary>Why a command to a fund is refused. Numbers and names are public: never reuse one.</summary>
public enum FundRefusal
{
    [Refusal(422, "日期晚于今日", "请填写实际发生的日期。")]
    DayInFuture = 1,

    [Refusal(422, "金额须大于零，且不超过一千亿元", "请核对金额和单位。")]
    AmountImplausible = 2,

    [Refusal(409, "编号已用于其他内容", "同一笔资金只登记一次；更改请先冲销原记录。")]
    IdReused = 3,

    [Refusal(404, "无此记录", "请核对编号。")]
    EntryUnknown = 4,

    [Refusal(409, "下达金额超过已确认且已到账的余额", "请先确认支援并登记到账，或减少下达金额。")]
    AboveFree = 5,

    [Refusal(409, "资金已下达，不能冲销或撤销", "请先从项目收回尚未支付的资金。")]
    AlreadyAllocated = 6,

    [Refusal(422, "文字过长或为空", "请填写不超过200字的内容。")]
    TextImplausible = 7,

    [Refusal(409, "同一凭证已登记到账", "同一国库凭证只登记一次；请核对是否重复。")]
    VoucherReused = 8,

    [Refusal(422, "资金来源、年度或县代码不正确", "请核对资金来源、年度和六位县级代码。")]
    KeyMalformed = 9,

    [Refusal(409, "收回金额超过该笔下达的余额", "请核对金额。")]
    ReturnAboveAllocation = 10,

    [Refusal(409, "本次下达请求已失效", "资金不足时的请求已退回；请重新提交下达。")]
    AllocationDeclined = 11,
}
