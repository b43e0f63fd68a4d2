using Revitalization.Domain.Households;

namespace Revitalization.Domain.Indicators;

/// <summary>
/// What one household adds to the figures of its villages, as deltas by the quarter they take effect. A stock at a period
/// is the sum of the deltas up to it, a flow the sum within it, a region's figure the sum of its villages'. So time passing
/// costs nothing: who turns sixty in 2031 has that delta standing in 2031 already.
/// </summary>
public static class HouseholdContribution
{
    /// <summary>In order of quarter, village and indicator; none is zero, none repeats.</summary>
    public static IReadOnlyList<ContributionEntry> Of(Household household)
    {
        if (household.Registered is null) return [];
        var deltas = new Deltas();
        StockDeltas.Add(household, deltas);
        FlowDeltas.Add(household, deltas);
        IncomeDeltas.Add(household, deltas);
        return deltas.Entries();
    }
}
