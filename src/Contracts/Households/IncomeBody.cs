namespace Revitalization.Contracts.Households;

/// <summary>One period's income (收入) of a household: <c>PUT /api/households/{id}/incomes/{period}</c>, period such as <c>2023-Q3</c>.</summary>
/// <param name="WageFen">工资性收入, fen (分).</param>
/// <param name="OperatingFen">经营性收入 before costs, fen.</param>
/// <param name="OperatingCostFen">生产经营支出, fen; taken off the operating income, which may leave it negative.</param>
/// <param name="PropertyFen">财产性收入, fen.</param>
/// <param name="TransferFen">转移性收入 with support from children, insurance claims and donations, fen.</param>
/// <param name="Source">Who stated it: <c>visit</c> 走访, <c>declared</c> 自报, <c>department</c> 部门数据; free text, at most 40 characters.</param>
/// <remarks>No amount may be negative, nor exceed 10 million yuan. Refused for a period that has not begun. 石政办〔2023〕 income screening.</remarks>
public sealed record IncomeBody(
    long WageFen,
    long OperatingFen,
    long OperatingCostFen,
    long PropertyFen,
    long TransferFen,
    string? Source = null);
