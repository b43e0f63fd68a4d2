using Revitalization.Contracts.Refusals;

namespace Revitalization.Domain.DisclosureRequests;

/// <summary>Why an act on a request for disclosure is refused. Numbers and names are public: never reuse one.</summary>
public enum DisclosureRequestRefusal
{
    [Refusal(404, "无此申请", "请核对申请编号，或先登记。")]
    RequestUnknown = 1,

    [Refusal(422, "所属地区不是县或乡镇", "请填写县或乡镇的行政区划代码。")]
    RegionUnknown = 2,

    [Refusal(409, "申请已经登记，登记内容不能更改", "登记有误的，请撤回后另行登记。")]
    AlreadyReceived = 3,

    [Refusal(422, "日期晚于今日，或早于上一步", "请按实际发生的先后填写日期。")]
    DayImplausible = 4,

    [Refusal(422, "内容为空或过长", "请填写申请人、联系方式和所需信息；每项不超过规定字数。")]
    TextImplausible = 5,

    [Refusal(409, "申请已经办结", "已答复或已撤回的申请不能再办理。")]
    AlreadyEnded = 6,

    [Refusal(409, "已经受理", "不必重复受理。")]
    AlreadyAccepted = 7,

    [Refusal(409, "正在等待补正或征求意见", "请先登记收到补正或意见。")]
    ClockStopped = 8,

    [Refusal(409, "补正只能告知一次", "条例第三十条要求一次性告知；补正后仍不明确的，据此答复。")]
    SupplementTwice = 9,

    [Refusal(409, "已过告知补正的期限", "须在收到申请之日起七个工作日内告知（条例第三十条）；请直接办理。")]
    SupplementLate = 10,

    [Refusal(409, "没有在等待补正", "请核对办理状态。")]
    NotSupplementing = 11,

    [Refusal(409, "已经征求过意见", "涉及多方的，请一并征求。")]
    ConsultationTwice = 12,

    [Refusal(409, "没有在征求意见", "请核对办理状态。")]
    NotConsulting = 13,

    [Refusal(409, "已经延期过一次", "延长最多二十个工作日，只能一次（条例第三十三条）。")]
    ExtendedTwice = 14,

    [Refusal(409, "已过答复期限，不能再延期", "延期须在期限届满前决定并告知申请人。")]
    ExtensionLate = 15,

    [Refusal(422, "没有写明依据", "部分公开、不予公开、无法提供和不予处理的，须写明法律依据和理由（条例第三十六条）。")]
    GroundMissing = 16,

    [Refusal(422, "延期理由中有个人号码，或为空、过长", "请填写不超过200字的理由，不写个人号码。")]
    ReasonImplausible = 17,
}
