using Revitalization.Contracts.Refusals;

namespace Revitalization.Domain.Policies;

/// <summary>Why a county's adoption of a policy pack is refused. Numbers and names are public: never reuse one.</summary>
public enum PolicyRefusal
{
    [Refusal(404, "无此政策包", "请从政策包列表中选择。")]
    PackUnknown = 1,

    [Refusal(404, "无此县", "县代码为6位数字，请核对。")]
    CountyUnknown = 2,

    [Refusal(422, "平台默认规则不需采用", "本县没有规定的，平台默认规则自动适用；请采用其他政策包。")]
    DefaultNeedsNoAdoption = 3,

    [Refusal(422, "采用日期早于政策包最早的生效日期", "请填写不早于政策包最早生效日期的日期。")]
    BeforePackValues = 4,

    [Refusal(422, "采用日期过远", "采用日期不得晚于今日之后五年。")]
    DayTooFar = 5,

    [Refusal(422, "截止日期早于采用日期", "请核对日期；登记错误的，请撤回。")]
    UntilBeforeFrom = 6,

    [Refusal(409, "与该政策包已有的采用时段重叠", "请先填写前一时段的截止日期，或撤回前一次采用。")]
    AdoptionOverlaps = 7,

    [Refusal(409, "采用记录过多", "请联系系统管理员。")]
    TooManyAdoptions = 8,

    [Refusal(404, "没有从该日起的采用记录", "请核对政策包和采用日期。")]
    AdoptionUnknown = 9,

    [Refusal(422, "缺少撤回理由", "请填写不超过200字的理由。")]
    ReasonMissing = 10,

    [Refusal(422, "对比的政策包须为两个", "请填写两个不同的政策包，如 packs=jiange-2022,shiquan-2023。")]
    TwoPacksNeeded = 11,
}
