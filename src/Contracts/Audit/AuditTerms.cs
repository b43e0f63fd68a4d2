namespace Revitalization.Contracts.Audit;

/// <summary>What a reader did, in Chinese, as the list of reads says it.</summary>
public static class AuditTerms
{
    /// <summary>What a record was opened for (处理目的).</summary>
    public static readonly IReadOnlyDictionary<string, string> Purposes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["register"] = "登记", ["monitoring"] = "监测", ["visit"] = "走访", ["verification"] = "核查", ["review"] = "审核", ["measures"] = "帮扶措施", ["benefits"] = "待遇",
        ["correction"] = "更正", ["audit"] = "审计", ["request-of-the-person"] = "本人申请", ["history"] = "看变更记录", ["evidence"] = "看材料", ["notice"] = "公示",
    };

    /// <summary>What was searched by, or which list was read.</summary>
    public static readonly IReadOnlyDictionary<string, string> Searches = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["national-id"] = "按身份证号码检索", ["name"] = "按姓名检索", ["monitoring-files"] = "看监测名单", ["monitoring-export"] = "导出监测名单", ["monitoring-mine"] = "看我的联系户",
        ["monitoring-tasks"] = "看待办", ["monitoring-differences"] = "看台账差异", ["screening"] = "看筛查结果", ["campaign-unseen"] = "看未排查的户", ["aid-evidence"] = "看支援佐证材料",
    };

    /// <summary>An entry that an older or newer release wrote may say what is not known here: then it is shown as it was stated.</summary>
    public static string Said(AuditReadView read) => read.Kind switch
    {
        "search" => Searches.GetValueOrDefault(read.By ?? "", $"检索（{read.By}）"),
        "province" => "看省级数据",
        _ => read.Purpose is { } purpose ? $"查阅（{Purposes.GetValueOrDefault(purpose, purpose)}）" : "查阅",
    };
}
