using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;
using Revitalization.Workbench.Forms;

namespace Revitalization.Workbench.Monitoring.Acts;

/// <summary>From a clue to the county's decision (线索、派发、核查、评议、审核、审定).</summary>
internal static class AdmissionActs
{
    private static readonly ActField Risks = new("risks", "有哪些风险？", FieldKind.Ticks, false) { Hint = "发现风险时至少勾一项。", Options = _ => MonitoringWords.Risks };

    private static readonly ActField Kind = new("kind", "监测对象类别", FieldKind.Choice, false)
    {
        Hint = "同意纳入时必填；乡镇拟定的已选好", Options = _ => MonitoringWords.Kinds, Default = context => context.File.ProposedKind, OfEach = true,
    };

    private static readonly ActField Reason = new("reason", "理由", FieldKind.Text, false) { Hint = "不同意时必填" };

    public static readonly IReadOnlyList<ActForm> All =
    [
        new(MonitoringActs.Clue, "同一户的线索会合在一起派发核查。", "登记线索",
            [
                ActField.On("发现日期"),
                new("origin", "线索来源", FieldKind.Choice) { Options = _ => MonitoringWords.Origins, Default = UsualOrigin },
                new("risk", "什么风险", FieldKind.Choice) { Options = _ => MonitoringWords.Risks },
                new("note", "情况说明", FieldKind.Text, false) { Hint = "加密保存，只有有权查看该户的人能看到。" },
                ActField.Files("佐证材料", required: false),
            ],
            input => new(input.Address("clues"), new ClueBody(
                input.Form.Day("on"), input.Form.Required("origin"), input.Form.Required("risk"), input.Form.Optional("note"), input.Evidence))),
        new(MonitoringActs.Dispatch, "派给一位核查员；他会在“我的待办”里看到。核查之前可以改派。", "派发",
            [ActField.On("派发日期"), new("assignee", "核查员账号", FieldKind.Account) { Options = context => context.Accounts }],
            input => new(input.Address("dispatch"), new DispatchBody(input.Form.Day("on"), input.Form.Required("assignee")))),
        new(MonitoringActs.Verification, "到家里看过之后登记。", "登记核查结果",
            [
                ActField.On("入户日期"),
                ActField.YesNo("riskFound", "核查结论", "发现风险", "没有发现风险"),
                Risks,
                ActField.Needs(),
                new("expectedClearOn", "预计哪天能消除风险", FieldKind.Day, false) { Hint = "发现风险时必填；预警颜色由它得出" },
                ActField.Files("核查照片或材料", required: true),
            ],
            ReadVerification),
        new(MonitoringActs.VillageReview, "村民代表会议评议。", "登记评议结果",
            [
                ActField.On("评议日期"),
                ActField.YesNo("agreed", "评议结果", "同意", "不同意"),
                new("present", "到会人数", FieldKind.Number),
                new("inFavour", "同意人数", FieldKind.Number),
                ActField.Files("会议记录照片", required: true),
            ],
            input => new(input.Address("village-reviews"), new VillageReviewBody(
                input.Form.Day("on"), input.Form.YesOrNo("agreed"), input.Form.RequiredNumber("present"), input.Form.RequiredNumber("inFavour"), input.Evidence))),
        new(MonitoringActs.TownshipReview, "核对核查、评议和公示材料后登记。", "登记审核结果",
            [ActField.On("审核日期"), ActField.YesNo("agreed", "审核意见", "同意", "不同意"), Kind with { Label = "拟定类别", Hint = "县级审定时默认按此类别；可不填" }, Reason],
            input => new(input.Address("township-reviews"), new TownshipReviewBody(
                input.Form.Day("on"), input.Form.YesOrNo("agreed"), input.Form.Optional("reason"), input.Form.Optional("kind")))),
        new(MonitoringActs.CountyDecision, "审定同意即纳入监测，开始计算帮扶时限。", "登记审定结果",
            [ActField.On("审定日期"), ActField.YesNo("approved", "审定意见", "同意纳入", "不同意"), Kind, Reason],
            input => new(input.Address("county-decisions"), new CountyDecisionBody(
                input.Form.Day("on"), input.Form.YesOrNo("approved"), input.Form.Optional("kind"), input.Form.Optional("reason")))),
        new(MonitoringActs.TakeOver, "全国系统里已经在册的监测对象，按原纳入日期承接，一户只能承接一次。", "承接",
            [
                ActField.On("承接日期"),
                new("admittedOn", "原纳入日期", FieldKind.Day) { Hint = "以全国系统为准" },
                Kind with { Required = true, Hint = null, Default = _ => null },
                Risks with { Hint = null },
                new("expectedClearOn", "预计哪天能消除风险", FieldKind.Day),
            ],
            input => new(input.Address("takeovers"), new TakeOverBody(
                input.Form.Day("on"), input.Form.Day("admittedOn"), input.Form.Required("kind"), input.Form.Many("risks"), input.Form.Day("expectedClearOn")))),
    ];

    private static ActRequest ReadVerification(ActInput input) => new(input.Address("verification"), new VerificationBody(
        input.Form.Day("on"), input.Form.YesOrNo("riskFound"), input.Form.Many("risks"), input.Form.Many("needs"),
        input.Form.OptionalDay("expectedClearOn"), input.Evidence));

    private static string UsualOrigin(ActContext context) => context.Viewer.Role == Roles.County ? "department" : "visit";
}
