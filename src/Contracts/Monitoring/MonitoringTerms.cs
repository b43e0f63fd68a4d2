namespace Revitalization.Contracts.Monitoring;

/// <summary>Terms of the monitoring API and their Chinese names, in the order shown.</summary>
public static class MonitoringTerms
{
    public static readonly IReadOnlyDictionary<string, string> Origins = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["application"] = "农户申报", ["visit"] = "干部走访", ["department"] = "部门线索", ["screening"] = "集中排查",
    };

    public static readonly IReadOnlyDictionary<string, string> Risks = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["illness"] = "因病", ["disability"] = "因残", ["schooling"] = "因学", ["disaster"] = "因灾", ["accident"] = "因意外事故",
        ["income-loss"] = "收入骤减", ["work-loss"] = "务工不稳", ["industry-loss"] = "产业失败", ["housing"] = "住房安全", ["water"] = "饮水安全", ["other"] = "其他",
    };

    /// <summary>Basic needs (两不愁三保障和饮水安全) that may be lacking.</summary>
    public static readonly IReadOnlyDictionary<string, string> Needs = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["food"] = "吃", ["clothing"] = "穿", ["schooling"] = "义务教育", ["medical"] = "基本医疗", ["housing"] = "住房安全", ["water"] = "饮水安全",
    };

    public static readonly IReadOnlyDictionary<string, string> Steps = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["idle"] = "未在监测流程", ["dispatch"] = "线索待派发", ["verification"] = "待入户核查", ["village-review"] = "待民主评议", ["notice"] = "公示",
        ["township-review"] = "待乡镇审核", ["county-approval"] = "待县级审定", ["helping"] = "监测帮扶中",
        ["clearing-review"] = "风险消除待评议", ["clearing-notice"] = "风险消除公示", ["clearing-approval"] = "风险消除待审定",
    };

    public static readonly IReadOnlyDictionary<string, string> Kinds = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["unstable-lifted"] = "脱贫不稳定户", ["marginal"] = "边缘易致贫户", ["sudden-hardship"] = "突发严重困难户",
    };

    public static readonly IReadOnlyDictionary<string, string> Ranks = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["other-cadre"] = "其他干部", ["section-leader"] = "县级部门或乡镇科级领导", ["county-leader"] = "县级领导",
    };

    /// <summary>Kinds of limits; see <see cref="DeadlineView"/>.</summary>
    public static readonly IReadOnlyDictionary<string, string> Deadlines = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["dispatch"] = "派发线索", ["verification"] = "入户核查", ["village-review"] = "民主评议", ["notice"] = "张贴公示", ["notice-end"] = "公示期满办结", ["objection"] = "处理公示异议",
        ["township-review"] = "乡镇审核", ["county-approval"] = "县级审定", ["first-measure"] = "落实首项措施", ["measure"] = "完成帮扶措施", ["visit"] = "走访", ["income-target"] = "制定增收目标",
        ["clearing-review"] = "风险消除评议", ["clearing-approval"] = "风险消除审定", ["cadre-wanted"] = "指定帮扶联系人",
    };

    /// <summary>How register and file differ; see <see cref="MonitoringDifference"/>.</summary>
    public static readonly IReadOnlyDictionary<string, string> Differences = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["no-file"] = "台账列为监测对象，没有监测档案", ["kind"] = "台账与档案的类别不同", ["not-registered"] = "档案在监测中，台账未列为监测对象",
    };
}
