namespace Revitalization.Contracts.Households;

/// <summary>One quarter's income (收入) of a household: <c>PUT /api/households/{id}/incomes/{period}</c>, period such as <c>2023-Q3</c>.</summary>
/// <param name="WageFen">工资性收入, fen (分).</param>
/// <param name="OperatingFen">经营性收入 before costs, fen.</param>
/// <param name="OperatingCostFen">生产经营支出, fen; taken off the operating income, which may leave it negative.</param>
/// <param name="PropertyFen">财产性收入, fen.</param>
/// <param name="TransferFen">转移性收入 with support from children, insurance claims and donations, fen.</param>
/// <param name="Reason">Why a figure already recorded changes; needed then, 1–200 characters, never personal data.</param>
/// <remarks>A resource: changes by <c>If-Match</c>. No amount may be negative. Refused for a quarter that has not begun.</remarks>
public sealed record IncomeBody(
    long WageFen,
    long OperatingFen,
    long OperatingCostFen,
    long PropertyFen,
    long TransferFen,
    string? Reason = null);
