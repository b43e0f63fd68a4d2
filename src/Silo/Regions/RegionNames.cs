using Revitalization.Domain.Regions;

namespace Revitalization.Silo.Regions;

public static class RegionNames
{
    /// <summary>From the province down, without a village's own name: 四川省广元市剑阁县普安镇.</summary>
    public static string Full(RegionBook regions, string code) =>
        string.Concat(regions.Ancestors(code).Reverse().Append(regions.Find(code)).Select(region => region?.Name));

    /// <summary>510000 is the province 51, 510800 the city 5108: what the codes below begin with.</summary>
    public static string Significant(string regionCode) => regionCode switch
    {
        { Length: 6 } when regionCode.EndsWith("0000", StringComparison.Ordinal) => regionCode[..2],
        { Length: 6 } when regionCode.EndsWith("00", StringComparison.Ordinal) => regionCode[..4],
        _ => regionCode,
    };
}
