namespace Revitalization.Contracts.DisclosureRequests;

/// <summary>Terms of requests for disclosure (依申请公开) and their Chinese names, in the order shown.</summary>
public static class DisclosureRequestTerms
{
    public const string Withdrawn = "withdrawn";

    public static readonly IReadOnlyDictionary<string, string> Stages = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["received"] = "已登记", ["accepted"] = "已受理", ["supplementing"] = "待补正", ["consulting"] = "征求意见中", ["answered"] = "已答复", [Withdrawn] = "已撤回",
    };

    /// <summary>What a list can be narrowed to.</summary>
    public static readonly IReadOnlyDictionary<string, string> States = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["open"] = "办理中", ["overdue"] = "已逾期", ["answered"] = "已答复", [Withdrawn] = "已撤回",
    };

    public static readonly IReadOnlyDictionary<string, string> Applicants = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["person"] = "自然人", ["business"] = "商业企业", ["research"] = "科研机构", ["charity"] = "社会公益组织", ["legal-service"] = "法律服务机构", ["other-body"] = "其他组织",
    };

    public static readonly IReadOnlyDictionary<string, string> Channels = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["in-person"] = "当面提交", ["post"] = "邮寄", ["online"] = "网络平台", ["fax"] = "传真",
    };

    /// <summary>As the national form of the yearly report lists them.</summary>
    public static readonly IReadOnlyDictionary<string, string> Answers = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["open"] = "予以公开", ["already-public"] = "予以公开（已主动公开，告知获取方式）", ["partly"] = "部分公开",
        ["state-secret"] = "不予公开：属于国家秘密", ["forbidden-by-law"] = "不予公开：其他法律行政法规禁止公开", ["security"] = "不予公开：危及“三安全一稳定”",
        ["third-party-rights"] = "不予公开：保护第三方合法权益", ["internal-matter"] = "不予公开：属于三类内部事务信息", ["process-information"] = "不予公开：属于四类过程性信息",
        ["enforcement-file"] = "不予公开：属于行政执法案卷", ["administrative-query"] = "不予公开：属于行政查询事项",
        ["not-held"] = "无法提供：本机关不掌握相关政府信息", ["not-ours"] = "无法提供：不属于本机关负责公开", ["not-ready"] = "无法提供：没有现成信息需要另行制作",
        ["still-unclear"] = "无法提供：补正后申请内容仍不明确", ["petition"] = "不予处理：信访举报投诉类申请", ["repeated"] = "不予处理：重复申请", ["publication"] = "不予处理：要求提供公开出版物",
        ["excessive"] = "不予处理：无正当理由大量反复申请", ["reissue"] = "不予处理：要求确认或重新出具已获取信息", ["not-supplemented"] = "其他：申请人无正当理由逾期不补正",
        ["fee-unpaid"] = "其他：逾期未按要求缴纳费用", ["other"] = "其他处理",
    };
}
