using Revitalization.Domain.Households;

namespace Revitalization.Domain.Indicators;

/// <summary>What one household's monitoring adds to the figures of its villages; beside <see cref="HouseholdContribution"/>.</summary>
public static class MonitoringContribution
{
    /// <summary>In order of quarter, village and indicator; none is zero, none repeats.</summary>
    public static IReadOnlyList<ContributionEntry> Of(MonitoringRecord record, Household household, CountyPackDays packs)
    {
        if (household.Registered is null || household.Closed is { Value.Kind: CloseKind.ListedInError }) return [];
        var deltas = new Deltas();
        MonitoringStocks.Add(record, household, packs, deltas);
        MonitoringFlows.Add(record, household, deltas);
        return deltas.Entries();
    }
}
