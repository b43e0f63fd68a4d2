using Revitalization.Contracts.Refusals;

namespace Revitalization.Domain.Monitoring;

/// <summary>Why a command to a monitoring file is refused. Numbers and names are public: never reuse one.</summary>
public enum MonitoringRefusal
{
    [Refusal(422, "日期晚于今日", "请填写实际办理的日期；尚未办理的环节不能登记。")]
    DayInFuture = 1,

    [Refusal(422, "日期早于上一环节", "各环节须按先后办理，请核对日期。")]
    DayBeforeStep = 2,

    [Refusal(409, "该户未登记或已销户", "请先登记该户，或核对户编号。")]
    HouseholdAbsent = 3,

    [Refusal(409, "当前环节不能办理此事项", "请先完成前面的环节；当前环节见该户监测档案。")]
    StepOutOfOrder = 4,

    [Refusal(409, "线索编号已用于其他内容", "请另选线索编号。")]
    ClueIdReused = 5,

    [Refusal(409, "没有待派发的线索", "该户没有未处理的线索。")]
    NoOpenClue = 6,

    [Refusal(409, "该核查员待办已满", "请派给其他核查员，或待其办结后再派。")]
    VerifierOverloaded = 7,

    [Refusal(422, "缺少风险类型", "核查发现风险的，须至少填写一种风险类型。")]
    RiskMissing = 8,

    [Refusal(422, "缺少预计消除日期", "核查发现风险的，须填写预计消除风险的日期。")]
    ExpectedClearingMissing = 9,

    [Refusal(422, "预计消除日期早于核查日期", "请核对预计消除风险的日期。")]
    ExpectedClearingInPast = 10,

    [Refusal(422, "缺少佐证材料", "请上传佐证材料，并填写其摘要值。")]
    EvidenceMissing = 11,

    [Refusal(422, "到会或同意人数不合理", "到会人数须为正数，同意人数不得超过到会人数。")]
    AttendanceImplausible = 12,

    [Refusal(422, "评议未过半数同意", "同意人数须超过到会人数的一半，方可登记为通过。")]
    MajorityMissing = 13,

    [Refusal(409, "公示已张贴", "同一环节只张贴一次公示。")]
    NoticeAlreadyPosted = 14,

    [Refusal(409, "尚未张贴公示", "请先登记公示张贴。")]
    NoticeNotPosted = 15,

    [Refusal(409, "公示期未满", "公示期满且无未处理的异议，方可结束公示。")]
    NoticeStillRunning = 16,

    [Refusal(409, "公示异议尚未处理", "请先登记异议的处理结果。")]
    ObjectionOpen = 17,

    [Refusal(404, "无此异议，或已处理", "请核对异议编号。")]
    ObjectionUnknown = 18,

    [Refusal(409, "异议编号已使用", "请另选异议编号。")]
    ObjectionIdReused = 19,

    [Refusal(422, "缺少监测对象类别", "审定纳入的，须填写监测对象类别。")]
    KindMissing = 20,

    [Refusal(422, "缺少理由", "不同意的，须写明理由。")]
    ReasonMissing = 21,

    [Refusal(409, "该户不是监测对象", "纳入监测之后方可办理。")]
    NotMonitored = 22,

    [Refusal(409, "联系人职级低于预警颜色的要求", "请按预警颜色指定相应职级的帮扶联系人。")]
    CadreRankTooLow = 23,

    [Refusal(422, "金额或数量为负", "请填写零或正数。")]
    AmountNegative = 24,

    [Refusal(404, "无此帮扶措施", "请核对措施编号，或先登记该措施。")]
    MeasureUnknown = 25,

    [Refusal(409, "该措施已完成", "已完成的措施不再更改；另有帮扶的，请登记新措施。")]
    MeasureCompleted = 26,

    [Refusal(422, "完成日期早于计划日期", "请核对日期。")]
    DueBeforePlan = 27,

    [Refusal(409, "走访编号已使用", "请另选走访编号。")]
    VisitIdReused = 28,

    [Refusal(409, "监测时间未满", "按本县规则，监测满规定时间后方可消除风险。")]
    ObservationTooShort = 29,

    [Refusal(409, "已完成的帮扶措施不足", "按本县规则，落实规定数量的帮扶措施后方可消除风险。")]
    MeasuresTooFew = 30,

    [Refusal(409, "基本保障仍有问题", "两不愁三保障及饮水安全全部落实后方可消除风险。")]
    NeedsUnmet = 31,

    [Refusal(409, "收入尚不稳定", "收入稳定达标后方可消除风险。")]
    IncomeUnstable = 32,

    [Refusal(409, "整户无劳动能力，不标注风险消除", "按本县规则，继续监测帮扶。")]
    NoLabour = 33,

    [Refusal(409, "监测档案已关闭", "该户已销户，档案不再变更。")]
    FileClosed = 34,

    [Refusal(422, "文字过长或为空", "请填写不超过200字的说明。")]
    TextImplausible = 35,

    [Refusal(409, "档案内容过多", "请联系系统管理员。")]
    FileFull = 36,

    [Refusal(404, "无此线索", "请核对线索编号。")]
    ClueUnknown = 37,

    [Refusal(409, "线索已派发或已办理，不能撤回", "请照实登记核查结果。")]
    ClueSentOut = 38,

    [Refusal(409, "该编号的记录已撤回", "请另选编号重新登记。")]
    IdWithdrawn = 39,

    [Refusal(404, "无此走访记录", "请核对走访编号。")]
    VisitUnknown = 40,

    [Refusal(404, "没有此项风险消除", "请核对风险消除事项的编号。")]
    ClearingUnknown = 41,

    [Refusal(409, "该户已在本平台纳入过监测，不能再承接", "再次出现风险的，请按程序登记线索、核查、审定。")]
    TakeOverTooLate = 42,

    [Refusal(409, "该户在本次排查中已登记", "每次排查每户登记一次；情况有变的，请登记走访或线索。")]
    AlreadyChecked = 43,

    [Refusal(422, "目标年度不合理", "请填写纳入年度起五年内的年度。")]
    TargetYearImplausible = 44,

    [Refusal(409, "该户尚未登记户主，不能保存文字说明", "请先登记户主；文字说明以户主的密钥加密保存。")]
    HeadMissing = 45,

    [Refusal(422, "佐证材料尚未上传", "请先上传佐证材料，再填写其摘要值。")]
    EvidenceUnknown = 46,

    [Refusal(422, "没有这个账号，或其不管辖该村", "请填写管辖该村的在用账号。")]
    AssigneeUnknown = 47,

    [Refusal(422, "一次填写的项目过多", "每次最多填写20项。")]
    ListTooLong = 48,
}
