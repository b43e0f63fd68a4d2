using FsCheck.Fluent;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Households;
using Revitalization.Domain.Indicators;

namespace Revitalization.Domain.Tests.Indicators;

public sealed class ContributionTests
{
    private static readonly string[] s_villages = [Given.Village, Given.OtherVillage, Given.FarVillage];

    // What the portal shows is sums of differences; this is the county clerk counting by hand.
    [Fact]
    public void The_sum_of_all_contributions_is_what_a_plain_count_finds_in_every_village_and_quarter() =>
        Properties.Holds(Histories.Arbitrary.Generator.ArrayOf(8).ToArbitrary(), households =>
        {
            var entries = households.SelectMany(HouseholdContribution.Of).ToList();
            foreach (var quarter in Quarters())
            {
                foreach (var village in s_villages) AssertCounted(households, entries, village, quarter);
            }
        }, cases: 60);

    [Fact]
    public void No_entry_is_nothing_and_none_repeats() =>
        Properties.Holds(Histories.Arbitrary, household =>
        {
            var entries = HouseholdContribution.Of(household);
            entries.ShouldAllBe(entry => entry.Delta != 0 && entry.Quarter.Kind == PeriodKind.Quarter);
            entries.DistinctBy(entry => (entry.Village, entry.Quarter, entry.Indicator)).Count().ShouldBe(entries.Count);
        });

    [Fact]
    public void Who_turns_sixty_in_eight_years_stands_there_already()
    {
        var born1971 = Given.After(Given.Registration(), Given.Listing() with { Details = Given.Details() with { BirthYear = 1971 } });

        HouseholdContribution.Of(born1971).ShouldContain(new ContributionEntry(Given.Village, Given.Quarter("2031-Q1"), IndicatorCodes.People60AndOver, 1));
        HouseholdContribution.Of(born1971).ShouldContain(new ContributionEntry(Given.Village, Given.Quarter("2031-Q1"), IndicatorCodes.People16To59, -1));
    }

    [Fact]
    public void A_household_never_registered_contributes_nothing() =>
        HouseholdContribution.Of(Household.Empty).ShouldBeEmpty();

    [Fact]
    public void What_was_listed_in_error_contributes_nothing() =>
        HouseholdContribution.Of(Given.Family(
            new PutIncome(Given.Quarter("2023-Q1"), Given.Income(wage: 5)),
            new CloseHousehold(Given.Today, CloseKind.ListedInError, "重复登记"))).ShouldBeEmpty();

    // The register's move is not a count of two: who moves leaves one village and comes to another.
    [Fact]
    public void A_move_takes_a_household_out_of_one_village_and_into_the_other()
    {
        var entries = HouseholdContribution.Of(Given.Family(new ChangeVillage(new(2022, 7, 1), Given.FarVillage, VillageChange.Moved)));
        var quarter = Given.Quarter("2022-Q3");

        entries.ShouldContain(new ContributionEntry(Given.Village, quarter, IndicatorCodes.PeopleAll, -3));
        entries.ShouldContain(new ContributionEntry(Given.FarVillage, quarter, IndicatorCodes.PeopleAll, 3));
        entries.ShouldContain(new ContributionEntry(Given.Village, quarter, IndicatorCodes.MovesOut, 3));
        entries.ShouldContain(new ContributionEntry(Given.FarVillage, quarter, IndicatorCodes.MovesIn, 3));
    }

    [Fact]
    public void A_village_reform_moves_nobody()
    {
        var entries = HouseholdContribution.Of(Given.Family(new ChangeVillage(new(2022, 7, 1), Given.FarVillage, VillageChange.Reformed)));

        entries.ShouldNotContain(entry => entry.Indicator == IndicatorCodes.MovesIn || entry.Indicator == IndicatorCodes.MovesOut);
    }

    private static IEnumerable<Period> Quarters()
    {
        for (var quarter = Period.OfQuarter(2020, 4); quarter <= Period.OfQuarter(2024, 2); quarter = quarter.Next) yield return quarter;
        yield return Period.OfQuarter(2035, 1);
    }

    private static void AssertCounted(Household[] households, List<ContributionEntry> entries, string village, Period quarter)
    {
        foreach (var indicator in IndicatorCatalog.All.Where(indicator => indicator.Accumulation != Accumulation.Ratio && !MonitoringRecount.Counts(indicator.Code)))
        {
            var stock = indicator.Accumulation == Accumulation.Stock;
            var sum = entries
                .Where(entry => entry.Village == village && entry.Indicator == indicator.Code
                    && (stock ? entry.Quarter <= quarter : entry.Quarter == quarter))
                .Sum(entry => entry.Delta);
            sum.ShouldBe(Recount.Of(households, village, quarter, indicator.Code), $"{indicator.Code} of {village} in {quarter}");
        }
    }
}
