using Revitalization.Domain.Calendar;
using Revitalization.Domain.Households;
using static Revitalization.Domain.Indicators.IndicatorCodes;

namespace Revitalization.Domain.Tests.Indicators;

/// <summary>The plain count of what happened in a quarter: every day of it is looked at.</summary>
internal static class FlowRecount
{
    public static long Of(IReadOnlyList<Household> households, string village, Period period, string indicator) =>
        households.Where(household => household.Closed?.Value.Kind != CloseKind.ListedInError).Sum(household => indicator switch
        {
            Births => Joined(household, village, period, [JoinKind.Born]),
            Deaths => Left(household, village, period, [LeaveKind.Died]),
            MovesIn => Joined(household, village, period, [JoinKind.MarriedIn, JoinKind.MovedIn]) + Moved(household, village, period, into: true),
            MovesOut => Left(household, village, period, [LeaveKind.MarriedOut, LeaveKind.MovedOut])
                + Moved(household, village, period, into: false) + MovedAway(household, village, period),
            IncomeHouseholds or IncomePeople => Reported(household, village, period, indicator),
            IncomeHouseholdsYear or IncomePeopleYear => ReportedYear(household, village, period, indicator),
            _ => Income(household, village, period, indicator),
        });

    private static long Joined(Household household, string village, Period period, JoinKind[] kinds) => household.Members
        .SelectMany(member => member.Presences)
        .Count(dated => period.Contains(dated.From) && household.VillageOn(dated.From) == village
            && dated.Value.Joined is { } kind && kinds.Contains(kind));

    private static long Left(Household household, string village, Period period, LeaveKind[] kinds) => household.Members
        .SelectMany(member => member.Presences)
        .Count(dated => period.Contains(dated.From) && household.VillageOn(dated.From) == village
            && dated.Value.Left is { } kind && kinds.Contains(kind));

    private static long Moved(Household household, string village, Period period, bool into)
    {
        var people = 0L;
        for (var at = 1; at < household.Villages.Length; at++)
        {
            var (to, from) = (household.Villages[at], household.Villages[at - 1]);
            if (to.Value.Why == VillageChange.Moved && period.Contains(to.From) && to.Value.Village != from.Value.Village
                && (into ? to : from).Value.Village == village)
                people += household.Members.Count(member => member.PresentOn(to.From));
        }
        return people;
    }

    private static long MovedAway(Household household, string village, Period period) =>
        household.Closed is { Value.Kind: CloseKind.MovedAway } closed && period.Contains(closed.From) && household.VillageOn(closed.From) == village
            ? household.Members.Count(member => member.PresentOn(closed.From))
            : 0;

    private static DateOnly? LastDay(Household household, Period quarter)
    {
        for (var day = quarter.LastDay; day >= quarter.FirstDay; day = day.AddDays(-1))
        {
            if (household.ExistsOn(day)) return day;
        }
        return null;
    }

    private static long Reported(Household household, string village, Period period, string indicator)
    {
        if (household.IncomeOf(period) is null || LastDay(household, period) is not { } day || household.VillageOn(day) != village) return 0;
        return indicator == IncomeHouseholds ? 1 : household.Members.Count(member => member.PresentOn(day));
    }

    private static long ReportedYear(Household household, string village, Period period, string indicator)
    {
        var last = household.Incomes.Where(income => income.Quarter.Year == period.Year).Select(income => income.Quarter).DefaultIfEmpty().Max();
        if (last != period) return 0;
        return Reported(household, village, period, indicator == IncomeHouseholdsYear ? IncomeHouseholds : IncomePeople);
    }

    private static long Income(Household household, string village, Period period, string indicator)
    {
        if (household.IncomeOf(period) is not { } amounts || LastDay(household, period) is not { } day || household.VillageOn(day) != village) return 0;
        return indicator switch
        {
            IncomeWage => amounts.WageFen,
            IncomeOperating => amounts.OperatingFen,
            IncomeCosts => amounts.CostsFen,
            IncomeProperty => amounts.PropertyFen,
            IncomeTransfer => amounts.TransferFen,
            IncomeNet => amounts.WageFen + amounts.OperatingFen - amounts.CostsFen + amounts.PropertyFen + amounts.TransferFen,
            _ => throw new ArgumentException($"Not recounted: {indicator}", nameof(indicator)),
        };
    }
}
