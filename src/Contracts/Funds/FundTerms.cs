namespace Revitalization.Contracts.Funds;

/// <summary>Sources of money (资金来源) and their Chinese names; kept apart, never one pot.</summary>
public static class FundTerms
{
    public static readonly IReadOnlyDictionary<string, string> Sources = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["central"] = "中央衔接资金", ["province"] = "省级衔接资金", ["city"] = "市级衔接资金", ["county"] = "县级衔接资金", ["east-west"] = "东西部协作资金",
        ["counterpart"] = "对口帮扶资金", ["integrated"] = "涉农整合资金", ["donation"] = "社会捐赠资金", ["designated"] = "定点帮扶资金", ["pool"] = "收益资金池",
    };

    /// <summary>Kinds of <see cref="FundEntry"/>.</summary>
    public static readonly IReadOnlyDictionary<string, string> Entries = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["budget"] = "指标下达", ["support"] = "支援确认", ["pool"] = "收益转入", ["arrival"] = "到账", ["allocation"] = "下达项目",
    };
}
