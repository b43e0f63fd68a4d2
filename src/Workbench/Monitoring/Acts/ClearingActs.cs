using Revitalization.Contracts.Monitoring;
using Revitalization.Workbench.Forms;

namespace Revitalization.Workbench.Monitoring.Acts;

/// <summary>The end of monitoring (风险消除): a procedure, never a flag.</summary>
internal static class ClearingActs
{
    public static readonly IReadOnlyList<ActForm> All =
    [
        new(MonitoringActs.Clearing, "核实风险已经消除后提出；随后评议、公示、审定。", "提出风险消除",
            [
                ActField.On("核实日期"),
                ActField.Needs(),
                ActField.YesNo("incomeStable", "收入稳定吗？", "稳定达标", "还不稳定"),
                ActField.Files("核实材料", required: true),
            ],
            input => new(input.Address("clearing"), new ClearingBody(
                input.Form.Day("on"), input.Form.Many("needs"), input.Form.YesOrNo("incomeStable"), input.Evidence))),
        new(MonitoringActs.ClearingDecision, "同意即标注风险消除；不同意则继续监测帮扶。", "登记审定结果",
            [
                ActField.On("审定日期"),
                ActField.YesNo("approved", "审定意见", "同意风险消除", "继续监测"),
                new("reason", "理由", FieldKind.Text, false) { Hint = "不同意时必填" },
            ],
            input => new($"{input.SubjectAddress("clearing")}/decision", new ClearingDecisionBody(
                input.Form.Day("on"), input.Form.YesOrNo("approved"), input.Form.Optional("reason"))))
        {
            Subjects = file => file.Clearing is { } clearing ? [new(clearing, "正在办理的风险消除")] : [],
            SubjectLabel = "风险消除",
        },
    ];
}
