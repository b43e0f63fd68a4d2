namespace Revitalization.Contracts.Aid;

/// <summary>Terms of the aid API (协作帮扶) and their Chinese names, in the order shown; pages, sheets and the public data say the same words.</summary>
public static class AidTerms
{
    public static readonly IReadOnlyDictionary<string, string> Kinds = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["east-west"] = "东西部协作", ["provincial-counterpart"] = "省内对口帮扶", ["designated"] = "定点帮扶",
    };

    /// <summary>Fields of cooperation (协作领域).</summary>
    public static readonly IReadOnlyDictionary<string, string> Fields = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["funds"] = "资金支持", ["industry"] = "产业协作", ["labour"] = "劳务协作", ["talent"] = "人才交流", ["consumption"] = "消费帮扶", ["donation"] = "社会帮扶",
        ["livelihood"] = "民生改善",
    };

    /// <summary>Forms of support (支援形式).</summary>
    public static readonly IReadOnlyDictionary<string, string> Forms = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["money"] = "资金", ["goods"] = "物资", ["people-days"] = "人天", ["training-places"] = "培训人次", ["purchase"] = "采购", ["donation"] = "捐赠",
    };

    /// <summary>States of a report, in the order in which it goes.</summary>
    public static readonly IReadOnlyDictionary<string, string> States = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["drafted"] = "待复核", ["reported"] = "待确认", ["confirmed"] = "已确认", ["disputed"] = "有异议", ["returned"] = "已退回", ["withdrawn"] = "已撤回",
    };

    /// <summary>How a line of a plan stands (<see cref="AidBoardLine"/>).</summary>
    public static readonly IReadOnlyDictionary<string, string> LineStates = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["met"] = "已完成", ["over-plan"] = "超计划", ["on-track"] = "进行中", ["late"] = "逾期未完成", ["unplanned"] = "计划外",
    };

    public static readonly IReadOnlyDictionary<string, string> PairingKinds = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["township"] = "乡镇", ["department"] = "部门", ["school"] = "学校", ["hospital"] = "医院", ["enterprise"] = "企业", ["village"] = "村",
    };

    public static readonly IReadOnlyDictionary<string, string> ExchangeKinds = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["secondment"] = "挂职", ["training"] = "培训", ["specialist"] = "专技人才",
    };

    /// <summary>What two reports may share (<see cref="SharedPaper"/>).</summary>
    public static readonly IReadOnlyDictionary<string, string> Papers = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["invoice"] = "发票", ["transfer"] = "转账凭证", ["evidence"] = "佐证材料",
    };

    public static readonly IReadOnlyDictionary<string, string> FindingStates = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["open"] = "待整改", ["rectified"] = "待验收", ["closed"] = "已销号",
    };

    /// <summary>Levels of <see cref="AidTotals"/>.</summary>
    public static readonly IReadOnlyDictionary<string, string> Levels = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["partnership"] = "协作关系", ["county"] = "县", ["city"] = "市", ["province"] = "省", ["national"] = "全国",
    };

    /// <summary>What happened to a report, by event type (<see cref="SignedReceipt"/>).</summary>
    public static readonly IReadOnlyDictionary<string, string> Acts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["aid-report.drafted"] = "填报", ["aid-report.reported"] = "上报", ["aid-report.signed"] = "复核上报", ["aid-report.corrected"] = "更正", ["aid-report.withdrawn"] = "撤回",
        ["aid-report.confirmed"] = "确认", ["aid-report.disputed"] = "提出异议", ["aid-report.returned"] = "退回", ["aid-report.reopened"] = "撤销确认", ["aid-report.commented"] = "留言",
    };
}
