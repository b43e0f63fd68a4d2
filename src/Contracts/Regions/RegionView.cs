namespace Revitalization.Contracts.Regions;

/// <summary>A region (行政区划): <c>GET /api/regions/{code}</c> and <c>/children</c>.</summary>
/// <param name="Code">Significant digits by level: 2 province, 4 city, 6 county, 9 township, 12 village.</param>
/// <param name="FullName">From the province down, such as 四川省广元市剑阁县.</param>
public sealed record RegionView(string Code, string Name, string Level, string? ParentCode, string FullName);
