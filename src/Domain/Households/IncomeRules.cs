using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Villages;

namespace Revitalization.Domain.Households;

/// <summary>A quarter's income: a resource, so it may change, but says why.</summary>
public static partial class HouseholdRules
{
    private static Decision<HouseholdEvent> Put(Household household, PutIncome c, RuleContext context)
    {
        if (c.Quarter.Kind != PeriodKind.Quarter) return HouseholdRefusal.QuarterExpected.On("period");
        if (c.Quarter.FirstDay > context.Today) return HouseholdRefusal.QuarterInFuture.On("period");
        if (c.Quarter.LastDay < household.Registered!.From) return HouseholdRefusal.BeforeRegistration.On("period");
        if (household.Closed is { } closed && c.Quarter.FirstDay >= closed.From) return HouseholdRefusal.HouseholdClosed.On("period");
        if (BrokenAmounts(c.Amounts) is { } broken) return broken;

        var known = household.IncomeOf(c.Quarter);
        if (known == c.Amounts) return Decision<HouseholdEvent>.Nothing;
        return BrokenReason(c.Reason, needed: known is not null) is { } unsaid
            ? unsaid
            : new IncomeRecorded(c.Quarter, c.Amounts, known is null ? null : c.Reason); // A first figure replaces nothing.
    }

    private static Refused? BrokenAmounts(IncomeAmounts amounts) =>
        BrokenAmount(amounts.WageFen, "wage") ?? BrokenAmount(amounts.OperatingFen, "operating")
        ?? BrokenAmount(amounts.CostsFen, "costs") ?? BrokenAmount(amounts.PropertyFen, "property")
        ?? BrokenAmount(amounts.TransferFen, "transfer");

    private static Refused? BrokenAmount(long fen, string field)
    {
        if (fen < 0) return HouseholdRefusal.AmountNegative.On(field);
        return fen > HouseholdLimits.AmountFenMax ? HouseholdRefusal.AmountTooLarge.On(field) : null;
    }
}
