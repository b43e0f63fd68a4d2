using Revitalization.Contracts.Refusals;

namespace Revitalization.Domain.Screening;

/// <summary>Why a campaign (集中排查) is refused. Numbers and names are public: never reuse one.</summary>
public enum CampaignRefusal
{
    [Refusal(422, "名称为空或过长", "请填写不超过60字的名称。")]
    TitleImplausible = 1,

    [Refusal(422, "结束日期早于开始日期", "请核对日期。")]
    UntilBeforeFrom = 2,

    [Refusal(422, "排查时间过长", "一次集中排查不超过92天；更长的请分次登记。")]
    TooLong = 3,

    [Refusal(422, "开始日期过远", "开始日期不得晚于今日之后两年。")]
    DayTooFar = 4,

    [Refusal(404, "没有这次集中排查", "请核对排查编号。")]
    CampaignUnknown = 5,
}
