namespace Revitalization.Contracts.Assets;

/// <summary>Terms of the asset API (帮扶资产) and their Chinese names, in the order shown.</summary>
public static class AssetTerms
{
    public static readonly IReadOnlyDictionary<string, string> Classes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["public"] = "公益性", ["operating"] = "经营性", ["household"] = "到户类",
    };

    public static readonly IReadOnlyDictionary<string, string> Conditions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["good"] = "完好", ["repair"] = "需维修", ["idle"] = "闲置", ["lost"] = "灭失",
    };

    public static readonly IReadOnlyDictionary<string, string> States = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["kept"] = "在册", ["write-off-asked"] = "待核销", ["written-off"] = "已核销",
    };

    /// <summary>Permitted uses of income (收益分配).</summary>
    public static readonly IReadOnlyDictionary<string, string> Uses = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["upkeep"] = "管护", ["consolidation"] = "巩固脱贫成果", ["welfare"] = "村级公益", ["pool"] = "转入资金池",
    };

    public static readonly IReadOnlyDictionary<string, string> Changes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["transfer"] = "移交", ["write-off-asked"] = "申请核销", ["write-off-refused"] = "不予核销", ["written-off"] = "核销",
    };
}
