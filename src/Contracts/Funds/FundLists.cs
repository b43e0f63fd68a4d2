namespace Revitalization.Contracts.Funds;

/// <summary><c>GET /api/funds?region=&amp;year=&amp;source=</c>: the funds board; <c>.xlsx</c>. Sources stand side by side, never in one sum.</summary>
public sealed record FundList(IReadOnlyList<FundView> Funds);
