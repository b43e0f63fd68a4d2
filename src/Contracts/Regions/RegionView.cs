namespace Revitalization.Contracts.Regions;

/// <summary>A region (行政区划): <c>GET /api/regions/{code}</c> and <c>/children</c>.</summary>
/// <param name="Code">GB/T 2260: six digits to county (510000, 510800, 510823), nine to township, twelve to village.</param>
/// <param name="FullName">From the province down, such as 四川省广元市剑阁县.</param>
public sealed record RegionView(string Code, string Name, string Level, string? ParentCode, string FullName);
