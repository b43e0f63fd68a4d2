namespace Revitalization.Contracts.Monitoring;

/// <summary>
/// Names of the acts of a monitoring file: what <see cref="MonitoringView.Next"/> and <see cref="MonitoringTask.Act"/> say, and what a form's
/// address ends with. Each is the part of the API's address that tells acts apart.
/// </summary>
public static class MonitoringActs
{
    public const string Clue = "clues";
    public const string Dispatch = "dispatch";
    public const string Verification = "verification";
    public const string VillageReview = "village-reviews";
    public const string Notice = "notices";

    /// <summary><c>notices/{act}/closing</c>; the notice is <see cref="NoticeView.Act"/>.</summary>
    public const string NoticeClosing = "closing";
    public const string Objection = "objections";

    /// <summary><c>objections/{objection}/settlement</c>.</summary>
    public const string Settlement = "settlement";
    public const string TownshipReview = "township-reviews";
    public const string CountyDecision = "county-decisions";
    public const string TakeOver = "takeovers";
    public const string Cadre = "cadres";
    public const string Measure = "measures";

    /// <summary><c>measures/{measure}/completion</c>.</summary>
    public const string Completion = "completion";
    public const string Visit = "visits";
    public const string Assessment = "assessments";
    public const string IncomeTarget = "income-targets";
    public const string Clearing = "clearing";

    /// <summary><c>clearing/{clearing}/decision</c>; the clearing is <see cref="MonitoringView.Clearing"/>.</summary>
    public const string ClearingDecision = "decision";
    public const string Check = "checks";

    /// <summary>Said where anything may be withdrawn at all; whether one clue, visit or measure may, its own act decides.</summary>
    public const string Withdrawal = "withdrawal";

    public static readonly IReadOnlyDictionary<string, string> Titles = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Clue] = "登记线索", [Dispatch] = "派发核查", [Verification] = "登记入户核查", [VillageReview] = "登记民主评议", [Notice] = "登记公示张贴",
        [NoticeClosing] = "公示期满办结", [Objection] = "登记公示异议", [Settlement] = "处理异议", [TownshipReview] = "乡镇审核", [CountyDecision] = "县级审定",
        [TakeOver] = "承接在册监测对象", [Cadre] = "指定帮扶联系人", [Measure] = "制定帮扶措施", [Completion] = "登记措施完成", [Visit] = "记录走访",
        [Assessment] = "重新研判", [IncomeTarget] = "制定增收目标", [Clearing] = "申请风险消除", [ClearingDecision] = "风险消除审定", [Check] = "登记排查",
        [Withdrawal] = "撤回",
    };
}
