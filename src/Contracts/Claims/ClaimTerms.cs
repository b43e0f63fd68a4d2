namespace Revitalization.Contracts.Claims;

/// <summary>Terms of claims (表述核验) and their Chinese names, in the order shown.</summary>
public static class ClaimTerms
{
    public static readonly IReadOnlyDictionary<string, string> Kinds = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["sum"] = "合计", ["share"] = "占比", ["average"] = "平均", ["growth"] = "增长率", ["previous"] = "上年数", ["product-sum"] = "乘积之和", ["plausibility"] = "合理性",
    };

    public static readonly IReadOnlyDictionary<string, string> Units = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["percent"] = "%", ["yuan"] = "元", ["wan-yuan"] = "万元", ["people"] = "人", ["households"] = "户", ["mu"] = "亩", ["count"] = "个",
    };

    public static readonly IReadOnlyDictionary<string, string> Verdicts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["agrees"] = "相符", ["differs"] = "不符", ["implausible"] = "存疑", ["not-computable"] = "无法核算",
    };
}
