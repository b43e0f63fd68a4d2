using Revitalization.Domain.Regions;

namespace Revitalization.Silo.Regions;

public static class RegionNames
{
    /// <summary>From the province down, without the village itself: 四川省广元市剑阁县普安镇.</summary>
    public static string Full(RegionBook regions, string code) =>
        string.Concat(regions.Ancestors(code).Reverse().Append(regions.Find(code)).Select(region => region?.Name));
}
