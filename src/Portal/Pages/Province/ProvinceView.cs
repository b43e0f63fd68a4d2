using Revitalization.Contracts.Releases;

namespace Revitalization.Portal.Pages.Province;

/// <summary>How fresh and complete each county's figures are, by region code.</summary>
public sealed record ProvinceView(ReleaseManifest? Release, IReadOnlyList<(PublicFreshness Row, string Name)> Counties);
