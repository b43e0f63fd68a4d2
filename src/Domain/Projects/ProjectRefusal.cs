using Revitalization.Contracts.Refusals;

namespace Revitalization.Domain.Projects;

/// <summary>Why a command to a project is refused. Numbers and names are public: never reuse one.</summary>
public enum ProjectRefusal
{
    [Refusal(404, "无此项目", "请核对项目编号，或先把项目放入项目库。")]
    ProjectUnknown = 1,

    [Refusal(422, "日期晚于今日，或早于上一阶段", "请填写实际办理的日期，各阶段须按先后办理。")]
    DayOutOfOrder = 2,

    [Refusal(422, "项目名称、地点、年度或投资不合理", "请核对：名称不超过100字，地点为县、乡镇或村代码，总投资大于零。")]
    ProfileImplausible = 3,

    [Refusal(409, "项目已立项，不能更改地点、年度、协作关系或以工代赈性质", "请取消项目后重新储备。")]
    ProfileFixed = 4,

    [Refusal(409, "项目阶段不能跳过或倒退", "请按储备、立项、签约、开工、完工、验收、移交的先后办理。")]
    StageOutOfOrder = 5,

    [Refusal(422, "缺少本阶段的文件或佐证材料", "请填写文件名称并上传佐证材料。")]
    EvidenceMissing = 6,

    [Refusal(409, "项目已取消", "已取消的项目不再变更。")]
    Cancelled = 7,

    [Refusal(409, "项目仍有未收回或已支付的资金", "请先收回全部未支付的资金；已支付的项目不能取消。")]
    MoneyLeft = 8,

    [Refusal(422, "金额须大于零，且不超过一千亿元", "请核对金额和单位。")]
    AmountImplausible = 9,

    [Refusal(409, "编号已用于其他内容", "同一笔只登记一次；更改请先冲销原记录。")]
    IdReused = 10,

    [Refusal(404, "无此下达、支付或记录", "请核对编号。")]
    EntryUnknown = 11,

    [Refusal(409, "支付超过已下达的余额", "请先下达资金，或减少支付金额。")]
    AboveAllocation = 12,

    [Refusal(409, "签约之前不能支付", "请先登记签约。")]
    NotContracted = 13,

    [Refusal(422, "人数或户数不合理", "脱贫户和人数不得大于总户数和总人数，且不得为负。")]
    CountsImplausible = 14,

    [Refusal(422, "文字过长或为空", "请填写不超过200字的内容。")]
    TextImplausible = 15,

    [Refusal(409, "非以工代赈项目不登记劳务报酬表", "请先把项目标为以工代赈。")]
    NotWorkRelief = 16,

    [Refusal(409, "同一凭证已登记支付", "同一支付凭证只登记一次；请核对是否重复。")]
    VoucherReused = 17,

    [Refusal(409, "内容过多", "请联系系统管理员。")]
    TooMany = 18,

    [Refusal(409, "下达总额超过项目总投资", "请核对下达金额，或先调整项目总投资。")]
    AboveBudget = 19,

    [Refusal(422, "缺少本县规定的本阶段材料", "请按本县规定上传本阶段的全部材料，并写明各是什么；所需材料见项目页。")]
    PapersMissing = 20,
}
