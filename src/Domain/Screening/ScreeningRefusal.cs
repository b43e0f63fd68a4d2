using Revitalization.Contracts.Refusals;

namespace Revitalization.Domain.Screening;

/// <summary>Why a screening (集中筛查) is refused. Numbers and names are public: never reuse one.</summary>
public enum ScreeningRefusal
{
    [Refusal(422, "不认识的筛查种类", "请填写 income(四类收入排查)或 needs(基本保障排查)。")]
    KindUnknown = 1,

    [Refusal(422, "筛查期须为季度", "请填写季度，如 2023-Q3。")]
    PeriodNoQuarter = 2,

    [Refusal(422, "筛查期尚未开始", "请填写已开始的季度。")]
    PeriodInFuture = 3,

    [Refusal(422, "本县执行的政策包没有规定此类筛查", "请先采用有此规定的政策包，如 shiquan-2023，或换一种筛查。")]
    PackSilent = 4,

    [Refusal(409, "筛查编号已用于其他内容", "请另选筛查编号。")]
    ScreeningIdReused = 5,

    [Refusal(404, "没有这次筛查", "请核对筛查编号。")]
    ScreeningUnknown = 6,

    [Refusal(409, "筛查尚未完成", "请等筛查完成后再办理。")]
    NotCompleted = 7,

    [Refusal(409, "筛查已结束", "已结束的筛查不再更改，请另做一次筛查。")]
    AlreadyEnded = 8,

    [Refusal(409, "这一轮运行已被新一轮取代", "系统自动处理，不需办理。")]
    RunOvertaken = 9,

    [Refusal(503, "等待的筛查过多", "请等前面的筛查完成后再试。")]
    QueueFull = 10,

    [Refusal(422, "列入原因不在清单中", "请从筛查结果所列的原因中选择。")]
    ReasonUnknown = 11,

    [Refusal(422, "一次报线索的户数过多", "一次最多填写2000户。")]
    TooManyHouseholds = 12,
}
