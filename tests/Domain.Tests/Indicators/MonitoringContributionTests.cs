using FsCheck.Fluent;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Households;
using Revitalization.Domain.Indicators;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Tests.Indicators;

public sealed class MonitoringContributionTests
{
    // The far village lies in a county of its own, which changes its rules in the middle.
    private static readonly Adoption[] s_adopted = [new("jiange-2022", new(2022, 9, 1), new(2025, 3, 31), "county", default)];
    private static readonly CountyPackDays s_packs = new(county => county == CountyPackDays.CountyOf(Given.Village) ? s_adopted : [], ShippedPacks.All);
    private static readonly string[] s_villages = [Given.Village, Given.OtherVillage, Given.FarVillage];

    [Fact]
    public void The_sum_of_all_contributions_is_what_a_plain_count_of_the_files_finds()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Properties.Holds(DrawnMonitoring.Drawn.ArrayOf(6).ToArbitrary(), drawn =>
        {
            var entries = drawn.SelectMany(each => MonitoringContribution.Of(each.Record(), each.Household, s_packs)).ToList();
            seen.UnionWith(entries.Select(entry => entry.Indicator));
            foreach (var quarter in Quarters())
            {
                foreach (var village in s_villages) AssertCounted(drawn, entries, village, quarter);
            }
        }, cases: 60);
        seen.ShouldBe(Summed().Select(indicator => indicator.Code), ignoreOrder: true); // Nothing was right because it never happened.
    }

    [Fact]
    public void No_entry_is_nothing_and_none_repeats() =>
        Properties.Holds(DrawnMonitoring.Drawn.ToArbitrary(), drawn =>
        {
            var entries = MonitoringContribution.Of(drawn.Record(), drawn.Household, s_packs);
            entries.ShouldAllBe(entry => entry.Delta != 0 && entry.Quarter.Kind == PeriodKind.Quarter && IndicatorCatalog.Of(entry.Indicator).Accumulation != Accumulation.Ratio);
            entries.DistinctBy(entry => (entry.Village, entry.Quarter, entry.Indicator)).Count().ShouldBe(entries.Count);
        });

    // A register that reads its record back from the registry goes on exactly as one that never stopped.
    [Fact]
    public void A_record_reads_back_as_it_was_written() =>
        Properties.Holds(DrawnMonitoring.Drawn.ToArbitrary(), drawn =>
        {
            var record = drawn.Record();
            var again = Domain.Events.Snapshots.MonitoringRecord.Read(Domain.Events.Snapshots.MonitoringRecord.Write(record));
            MonitoringContribution.Of(again, drawn.Household, s_packs).ShouldBe(MonitoringContribution.Of(record, drawn.Household, s_packs));
        }, cases: 100);

    // Nothing is done, and yet the county's red figure rises in the year to come.
    [Fact]
    public void A_colour_that_time_will_turn_stands_in_the_quarters_to_come()
    {
        var family = Given.Family();
        MonitoringEvent[] life =
        [
            new ClueReported(new(2023, 1, 3), "c1", ClueOrigin.Visit, RiskKind.Illness, null, []), new CluesDispatched(new(2023, 1, 4), "v"),
            new RiskVerified(new(2023, 1, 5), "v1", [RiskKind.Illness], BasicNeeds.Met, new(2023, 3, 1), []),
            new MonitoringAdmitted(new(2023, 2, 1), MonitoredKind.Marginal, 1, "jiange-2022"),
        ];
        var entries = MonitoringContribution.Of(life.Aggregate(MonitoringRecord.Empty, MonitoringRecord.Evolve), family, s_packs);

        entries.ShouldContain(new ContributionEntry(Given.Village, Given.Quarter("2023-Q1"), IndicatorCodes.MonitoringSeverity1, 1));
        entries.ShouldContain(new ContributionEntry(Given.Village, Given.Quarter("2023-Q3"), IndicatorCodes.MonitoringSeverity2, 1));
        entries.ShouldContain(new ContributionEntry(Given.Village, Given.Quarter("2024-Q1"), IndicatorCodes.MonitoringSeverity3, 1));
        entries.ShouldContain(new ContributionEntry(Given.Village, Given.Quarter("2024-Q1"), IndicatorCodes.MonitoringSeverity2, -1));
    }

    private static IEnumerable<Period> Quarters()
    {
        for (var quarter = Period.OfQuarter(2020, 3); quarter <= Period.OfQuarter(2025, 4); quarter = quarter.Next) yield return quarter;
        yield return Period.OfQuarter(2031, 2);
    }

    private static IEnumerable<Indicator> Summed() =>
        IndicatorCatalog.All.Where(indicator => MonitoringRecount.Counts(indicator.Code) && indicator.Accumulation != Accumulation.Ratio);

    private static void AssertCounted(DrawnMonitoring[] drawn, List<ContributionEntry> entries, string village, Period quarter)
    {
        foreach (var indicator in Summed())
        {
            var stock = indicator.Accumulation == Accumulation.Stock;
            var sum = entries
                .Where(entry => entry.Village == village && entry.Indicator == indicator.Code && (stock ? entry.Quarter <= quarter : entry.Quarter == quarter))
                .Sum(entry => entry.Delta);
            sum.ShouldBe(MonitoringRecount.Of(drawn, village, quarter, indicator.Code, s_packs), $"{indicator.Code} of {village} in {quarter}");
        }
    }
}
