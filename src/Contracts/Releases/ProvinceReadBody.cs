namespace Revitalization.Contracts.Releases;

/// <summary>What an analyst is about to read from the province's portal, which says so before it answers.</summary>
/// <param name="Address">Path and query; what is longer is cut and its SHA-256 stands in its place.</param>
public sealed record ProvinceReadBody(string? Address, int Release);
