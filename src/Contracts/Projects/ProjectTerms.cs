namespace Revitalization.Contracts.Projects;

/// <summary>Terms of the project API (项目库) and their Chinese names, in the order shown.</summary>
public static class ProjectTerms
{
    /// <summary>In their order; none can be jumped.</summary>
    public static readonly IReadOnlyDictionary<string, string> Stages = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["proposed"] = "储备", ["approved"] = "立项", ["contracted"] = "签约", ["started"] = "开工", ["completed"] = "完工", ["accepted"] = "验收", ["handed-over"] = "资产移交",
        ["cancelled"] = "取消",
    };

    public static readonly IReadOnlyDictionary<string, string> Categories = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["industry"] = "产业发展", ["infrastructure"] = "基础设施", ["public-service"] = "公共服务", ["employment"] = "就业帮扶", ["resettlement"] = "易地搬迁后续扶持",
        ["village"] = "示范村建设", ["talent"] = "人才与培训", ["other"] = "其他",
    };

    /// <summary>支付用途.</summary>
    public static readonly IReadOnlyDictionary<string, string> Purposes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["labour"] = "劳务报酬", ["works"] = "工程", ["materials"] = "材料设备", ["other"] = "其他",
    };

    /// <summary>Bases of the labour share (<see cref="LabourShare"/>).</summary>
    public static readonly IReadOnlyDictionary<string, string> LabourBases = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["total"] = "占总投资", ["central"] = "占中央资金",
    };

    /// <summary>Kinds of nodes of a <see cref="MoneyTrace"/>, from money to people.</summary>
    public static readonly IReadOnlyDictionary<string, string> TraceKinds = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["origin"] = "来源", ["field"] = "领域", ["fund"] = "资金", ["project"] = "项目", ["asset"] = "资产", ["pool"] = "资金池", ["beneficiaries"] = "受益农户",
    };
}
