namespace Revitalization.Domain.Regions;

public enum RegionLevel
{
    Province = 1, // 省
    City = 2,     // 市
    County = 3,   // 县(区)
    Township = 4, // 乡镇
    Village = 5,  // 村(社区)
}

/// <summary>
/// An administrative region (行政区划). Code: GB/T 2260, six digits to county (<c>510000</c>, <c>510800</c>, <c>510823</c>),
/// nine to township, twelve to village. Only the code identifies: names repeat.
/// </summary>
public sealed record Region(string Code, string Name, RegionLevel Level, string? ParentCode);
