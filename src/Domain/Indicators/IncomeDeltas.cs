using Revitalization.Domain.Calendar;
using Revitalization.Domain.Households;

namespace Revitalization.Domain.Indicators;

/// <summary>Incomes, in the village where the household stood on the quarter's last day (or its own last).</summary>
internal static class IncomeDeltas
{
    public static void Add(Household household, Deltas deltas)
    {
        if (household.Closed is { Value.Kind: CloseKind.ListedInError }) return;
        var incomes = household.Incomes.GroupBy(income => income.Quarter).Select(entries => entries.Last()).ToList();
        foreach (var income in incomes)
        {
            if (LastDayIn(household, income.Quarter) is { } day) AddQuarter(household, income, day, deltas);
        }
        foreach (var year in incomes.GroupBy(income => income.Quarter.Year))
        {
            var last = year.MaxBy(income => income.Quarter)!.Quarter;
            if (LastDayIn(household, last) is { } day) AddYear(household, last, day, deltas);
        }
    }

    private static void AddQuarter(
        Household household, IncomeEntry income, DateOnly day,
        Deltas deltas)
    {
        var (quarter, village, amounts) = (income.Quarter, household.VillageOn(day)!, income.Amounts);
        deltas.Add(quarter, village, IndicatorCodes.IncomeWage, amounts.WageFen);
        deltas.Add(quarter, village, IndicatorCodes.IncomeOperating, amounts.OperatingFen);
        deltas.Add(quarter, village, IndicatorCodes.IncomeCosts, amounts.CostsFen);
        deltas.Add(quarter, village, IndicatorCodes.IncomeProperty, amounts.PropertyFen);
        deltas.Add(quarter, village, IndicatorCodes.IncomeTransfer, amounts.TransferFen);
        deltas.Add(quarter, village, IndicatorCodes.IncomeNet, amounts.NetFen);
        deltas.Add(quarter, village, IndicatorCodes.IncomeHouseholds, 1);
        deltas.Add(quarter, village, IndicatorCodes.IncomePeople, PresentOn(household, day));
    }

    /// <summary>Once a year, in the last quarter reported: who has reported one quarter only still counts as one household.</summary>
    private static void AddYear(
        Household household, Period last, DateOnly day,
        Deltas deltas)
    {
        deltas.Add(last, household.VillageOn(day)!, IndicatorCodes.IncomeHouseholdsYear, 1);
        deltas.Add(last, household.VillageOn(day)!, IndicatorCodes.IncomePeopleYear, PresentOn(household, day));
    }

    /// <summary>The last day of the quarter on which the household existed; null where it did on none.</summary>
    private static DateOnly? LastDayIn(Household household, Period quarter)
    {
        var day = household.Closed is { } closed && closed.From <= quarter.LastDay ? closed.From.AddDays(-1) : quarter.LastDay;
        return household.Registered!.From <= day && quarter.Contains(day) ? day : null;
    }

    private static int PresentOn(Household household, DateOnly day) => household.Members.Count(member => member.PresentOn(day));
}
