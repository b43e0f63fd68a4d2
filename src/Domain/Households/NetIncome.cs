using Revitalization.Domain.Money;

namespace Revitalization.Domain.Households;

/// <summary>人均纯收入: (wage + operating − costs + property + transfer) ÷ members.</summary>
public static class NetIncome
{
    /// <summary>In whole fen, halves away from zero; null where there is nobody to divide by.</summary>
    public static long? PerHeadFen(IncomeAmounts amounts, int members) =>
        members <= 0 ? null : Fen.Divided(amounts.NetFen, members);
}
