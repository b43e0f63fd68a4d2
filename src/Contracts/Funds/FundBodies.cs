namespace Revitalization.Contracts.Funds;

/// <summary>Money promised by a budget document (指标文件): <c>PUT /api/funds/{fund}/budgets/{budget}</c>; an act; county. What partners confirm comes by itself.</summary>
/// <remarks>A fund is named <c>{county}-{year}-{source}</c>, such as <c>510821-2022-east-west</c>.</remarks>
public sealed record BudgetBody(DateOnly On, long Fen);

/// <summary>Money came in (到账): <c>PUT /api/funds/{fund}/arrivals/{arrival}</c>, or <c>PUT /api/projects/{id}/arrivals/{arrival}</c> naming the fund.</summary>
/// <param name="Voucher">Number of the treasury's voucher; counts once.</param>
public sealed record ArrivalOfMoney(DateOnly On, long Fen, string Voucher, string? Fund = null);

/// <summary>Recorded by mistake (冲销): <c>…/arrivals/{arrival}/reversal</c>, <c>…/payments/{payment}/reversal</c>.</summary>
public sealed record ReversalBody(DateOnly On, string Reason);

/// <summary><c>GET /api/funds/{fund}</c>.</summary>
/// <param name="FreeFen">May still be allocated: the lesser of confirmed and arrived, less what is allocated.</param>
/// <param name="ProgressBasisPoints">支付进度: paid ÷ arrived; null before anything arrived.</param>
public sealed record FundView(
    string Fund, string County, string CountyName, int Year, string Source, string SourceName, long ConfirmedFen, long ArrivedFen, long AllocatedFen, long PaidFen,
    long FreeFen, int? ProgressBasisPoints, long Version);
