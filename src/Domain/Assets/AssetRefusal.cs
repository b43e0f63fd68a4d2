using Revitalization.Contracts.Refusals;

namespace Revitalization.Domain.Assets;

/// <summary>Why a command about an asset is refused. Numbers and names are public: never reuse one.</summary>
public enum AssetRefusal
{
    [Refusal(404, "无此资产", "请核对资产编号，或先从验收的项目登记资产。")]
    AssetUnknown = 1,

    [Refusal(422, "日期晚于今日，或早于资产登记", "请填写实际办理的日期。")]
    DayOutOfOrder = 2,

    [Refusal(422, "资产登记内容不合理", "请核对名称、类别、地点（乡镇或村）、原值、产权人、管护人、管护责任和巡查周期（0至60个月）。")]
    ProfileImplausible = 3,

    [Refusal(409, "项目尚未验收", "项目验收后才能登记资产。")]
    ProjectNotAccepted = 4,

    [Refusal(409, "各项资产原值之和超过项目总投资", "请核对资产原值；总投资确有变化的，先调整项目总投资。")]
    AboveInvestment = 5,

    [Refusal(409, "资产类别不能更改，产权人和管护人须通过移交变更", "类别登记错误的，请核销后重新登记；产权人或管护人变更请办理移交。")]
    ProfileFixed = 6,

    [Refusal(409, "该编号已用于其他项目的资产", "请使用另一个资产编号。")]
    ProjectElsewhere = 7,

    [Refusal(409, "资产已核销", "已核销的资产不再办理任何事项。")]
    WrittenOff = 8,

    [Refusal(409, "编号已用于其他内容", "同一事项只登记一次；更改请先冲销原记录。")]
    IdReused = 9,

    [Refusal(404, "无此记录", "请核对编号。")]
    EntryUnknown = 10,

    [Refusal(422, "金额须大于零，且不超过一千亿元", "请核对金额和单位。")]
    AmountImplausible = 11,

    [Refusal(422, "文字过长或为空", "请填写不超过200字的内容。")]
    TextImplausible = 12,

    [Refusal(422, "缺少佐证材料", "请上传照片、鉴定或审批材料。")]
    EvidenceMissing = 13,

    [Refusal(409, "只有经营性资产登记收益", "公益性和到户类资产不登记经营收益；请核对资产类别。")]
    NotOperating = 14,

    [Refusal(409, "使用金额超过尚未使用的收益", "请核对金额，或先登记收益。")]
    AboveIncome = 15,

    [Refusal(409, "本县规定不允许此项收益用途", "请按本县收益分配规定选择用途。")]
    UseNotPermitted = 16,

    [Refusal(409, "收益已被使用，不能冲销", "请先冲销相应的收益使用。")]
    IncomeUsed = 17,

    [Refusal(409, "同一凭证已登记", "同一凭证只登记一次；请核对是否重复。")]
    VoucherReused = 18,

    [Refusal(409, "已有核销申请待审批", "请先审批已提交的核销申请。")]
    WriteOffWaiting = 19,

    [Refusal(409, "核销的申请和审批须由不同的人办理", "请由另一名有权限的人员审批。")]
    SamePerson = 20,

    [Refusal(409, "资产仍有未使用的收益", "核销前请先分配全部收益。")]
    IncomeLeft = 21,

    [Refusal(409, "内容过多", "请联系系统管理员。")]
    TooMany = 22,

    [Refusal(422, "收益年度不合理", "收益年度须在登记年度至今年之间。")]
    YearImplausible = 23,
}
