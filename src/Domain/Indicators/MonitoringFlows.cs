using Revitalization.Domain.Calendar;
using Revitalization.Domain.Households;
using static Revitalization.Domain.Indicators.IndicatorCodes;

namespace Revitalization.Domain.Indicators;

/// <summary>Marks by village and quarter; households that had any of a kind, once a quarter and once a year.</summary>
internal static class MonitoringFlows
{
    /// <summary>Counted of what: the marks on the left count the household on the right once.</summary>
    private static readonly Dictionary<string, string> s_households = new(StringComparer.Ordinal)
    {
        [MonitoringClues] = MonitoringClueHouseholds,
        [MonitoringVisits] = MonitoringVisited,
        [MonitoringMeasuresPlanned] = MonitoringPlannedHouseholds,
        [MonitoringMeasuresCompleted] = MonitoringHelpedHouseholds,
    };

    /// <summary>Counted in households only.</summary>
    private static readonly HashSet<string> s_once = new(
        [MonitoringClueApplication, MonitoringClueVisit, MonitoringClueDepartment, MonitoringClueScreening, MonitoringRiskHealth, MonitoringRiskSchooling,
            MonitoringRiskDisaster, MonitoringRiskIncome, MonitoringRiskLiving, MonitoringRiskOther, MonitoringChecked],
        StringComparer.Ordinal);

    public static void Add(MonitoringRecord record, Household household, Deltas deltas)
    {
        var quarters = new HashSet<(string Village, Period Quarter, string Indicator)>();
        foreach (var mark in MonitoringMarks.All(record))
        {
            // A sign may be older than the household's own registration.
            var village = household.VillageOn(mark.On) ?? household.Villages[0].Value.Village;
            var quarter = Period.QuarterOf(mark.On);
            if (s_once.Contains(mark.Indicator)) quarters.Add((village, quarter, mark.Indicator));
            else deltas.Add(quarter, village, mark.Indicator, mark.Number);
            if (s_households.TryGetValue(mark.Indicator, out var counted)) quarters.Add((village, quarter, counted));
        }
        foreach (var (village, quarter, indicator) in quarters) deltas.Add(quarter, village, indicator, 1);
        AddYears(quarters, deltas);
    }

    /// <summary>In the first of the year's quarters in which the village had it.</summary>
    private static void AddYears(HashSet<(string Village, Period Quarter, string Indicator)> quarters, Deltas deltas)
    {
        foreach (var year in quarters.Where(each => IndicatorCatalog.InYear.ContainsKey(each.Indicator)).GroupBy(each => (each.Village, each.Indicator, each.Quarter.Year)))
        {
            deltas.Add(year.Min(each => each.Quarter), year.Key.Village, IndicatorCatalog.InYear[year.Key.Indicator], 1);
        }
    }
}
