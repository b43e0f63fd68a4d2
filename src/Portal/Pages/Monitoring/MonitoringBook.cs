namespace Revitalization.Portal.Pages.Monitoring;

/// <summary>One step of the chain as the public reads it.</summary>
/// <param name="Code">The indicator that counts the households at this step when the period ends.</param>
public sealed record MonitoringStep(string Code, string Name, string About);

/// <summary>
/// The indicators the monitoring page shows, by code. All of them are released figures, so disclosure control has been over each;
/// the page reads nothing else and works nothing out from them.
/// </summary>
internal static class MonitoringBook
{
    public const string Open = "monitoring.open.people";

    public static readonly IReadOnlyList<string> Stock =
    [
        "monitoring.files", "monitoring.files.people", "monitoring.open", Open, "monitoring.cleared-standing", "monitoring.cleared-standing.people",
    ];

    public static readonly IReadOnlyList<MonitoringStep> Steps =
    [
        new("monitoring.step.dispatch", "线索待派发", "农户申报、干部走访、部门比对和集中排查发现的线索，合并到户。"),
        new("monitoring.step.verification", "入户核查", "上门核实收入、支出、住房、饮水、就学和健康。"),
        new("monitoring.step.village-review", "民主评议", "村里开会评议，形成意见。"),
        new("monitoring.step.notice", "村内公示", "在村内张贴，听取异议；名单不上网。"),
        new("monitoring.step.township-review", "乡镇审核", "乡镇对材料逐项审核。"),
        new("monitoring.step.county-approval", "县级审定", "审定后纳入监测，或者说明理由不予纳入。"),
        new("monitoring.step.helping", "监测帮扶", "一户一策，按期走访，直到风险消除。"),
        new("monitoring.step.clearing", "风险消除", "同样要核实、公示、审定；不是改一个标记。"),
    ];

    public static readonly IReadOnlyList<string> Flow =
    [
        "monitoring.clues", "monitoring.clue-households", "monitoring.dispatched", "monitoring.verified", "monitoring.verified.risk-found", "monitoring.admitted",
        "monitoring.dismissed", "monitoring.taken-over", "monitoring.readmitted", "monitoring.continued", "monitoring.cleared", "monitoring.visits",
        "monitoring.households-visited", "monitoring.households-with-plan", "monitoring.households-helped", "monitoring.measures.completed",
        "monitoring.measures.amount", "monitoring.households-checked", "monitoring.check-coverage", "monitoring.confirmed-share", "monitoring.mean-days-to-help",
    ];

    public static readonly IReadOnlyList<(string Code, string Name)> Kinds =
    [
        ("monitoring.files.unstable-lifted.people", "脱贫不稳定户"), ("monitoring.files.marginal.people", "边缘易致贫户"), ("monitoring.files.sudden-hardship.people", "突发严重困难户"),
    ];

    public const string ClueBeginning = "monitoring.clue-households.";
}
