namespace Revitalization.Contracts.Funds;

/// <summary>Money promised by a budget document (指标文件): <c>PUT /api/funds/{fund}/budgets/{budget}</c>; an act; county. What partners confirm comes by itself.</summary>
/// <remarks>A fund is named <c>{county}-{year}-{source}</c>, such as <c>510821-2022-east-west</c>.</remarks>
public sealed record BudgetBody(DateOnly On, long Fen);

/// <summary>Money came in (到账): <c>PUT /api/funds/{fund}/arrivals/{arrival}</c>, or <c>PUT /api/projects/{id}/arrivals/{arrival}</c> naming the fund.</summary>
/// <param name="Voucher">Number of the treasury's voucher; counts once.</param>
public sealed record ArrivalOfMoney(DateOnly On, long Fen, string Voucher, string? Fund = null);

/// <summary>Recorded by mistake (冲销): <c>…/arrivals/{arrival}/reversal</c>, <c>…/budgets/{budget}/reversal</c>, <c>…/payments/{payment}/reversal</c>.</summary>
public sealed record ReversalBody(DateOnly On, string Reason);

/// <summary><c>GET /api/funds/{fund}</c>.</summary>
/// <param name="FreeFen">May still be allocated: the lesser of confirmed and arrived, less what is allocated.</param>
/// <param name="ProgressBasisPoints">支付进度: paid ÷ arrived; null before anything arrived.</param>
public sealed record FundView(
    string Fund, string County, string CountyName, int Year, string Source, string SourceName, long ConfirmedFen, long ArrivedFen, long AllocatedFen, long PaidFen,
    long FreeFen, int? ProgressBasisPoints, long Version);

/// <summary>One entry of a fund (资金明细): <c>GET /api/funds/{fund}/entries?cursor=&amp;limit=</c>, newest first; the county's.</summary>
/// <param name="Id">Of a budget, an arrival or an allocation, as in its address; of confirmed support the report; of pool income the asset.</param>
/// <param name="Kind"><c>budget</c> 指标, <c>support</c> 确认的支援, <c>pool</c> 资金池收入, <c>arrival</c> 到账 or <c>allocation</c> 下达.</param>
/// <param name="LeftFen">What of it counts now: nothing of one taken back, of an allocation what was not given back.</param>
/// <param name="Voucher">Of an arrival.</param>
/// <param name="Project">To which an allocation went.</param>
/// <param name="Reversible">冲销 by the county's own form; what came of itself is taken back where it came from.</param>
public sealed record FundEntry(string Id, string Kind, DateOnly On, long Fen, long LeftFen, string? Voucher, string? Project, bool Reversible);
