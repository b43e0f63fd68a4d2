using Revitalization.Domain.Calendar;
using Revitalization.Domain.Disclosure;
using Revitalization.Domain.Indicators;
using static Revitalization.Domain.Indicators.IndicatorCodes;

namespace Revitalization.Domain.Tests.Disclosure;

public sealed class DisclosureControlTests
{
    private static readonly Period s_quarter = Period.OfQuarter(2023, 3);

    public static TheoryData<int> Seeds => new(Enumerable.Range(1, 12));

    [Theory]
    [InlineData(0, DisclosureStatus.Published)]
    [InlineData(1, DisclosureStatus.Suppressed)]
    [InlineData(4, DisclosureStatus.Suppressed)]
    [InlineData(5, DisclosureStatus.Published)]
    public void A_count_of_one_to_four_is_not_published_at_a_threshold_of_five(long value, DisclosureStatus status) =>
        DisclosureControl.Apply([Cell("510823", null, HouseholdsMonitored, value)])[0].Status.ShouldBe(status);

    [Fact]
    public void What_is_not_protected_is_published_however_small() =>
        DisclosureControl.Apply([Cell("510823", null, HouseholdsMonitored, 1) with { Protected = false }])[0].ShouldBe(DisclosureVerdict.Shown);

    // Three households are monitored; that nine people live in them points at them as well.
    [Fact]
    public void People_of_few_households_are_hidden_with_them()
    {
        var verdicts = DisclosureControl.Apply([Cell("510823", null, HouseholdsMonitored, 3), Cell("510823", null, PeopleMonitored, 9)]);

        verdicts.Select(verdict => verdict.Reason).ShouldBe([DisclosureReason.SmallCount, DisclosureReason.FewHouseholds]);
        verdicts.ShouldAllBe(verdict => verdict.Explanation != null);
    }

    [Fact]
    public void An_income_is_hidden_by_who_reported_it_not_by_its_amount()
    {
        var verdicts = DisclosureControl.Apply(
        [
            Cell("510823", null, IncomeHouseholds, 2), Cell("510823", null, IncomeWage, 9_000_000),
            Cell("510821", null, IncomeHouseholds, 80), Cell("510821", null, IncomeWage, 3),
        ]);

        verdicts.Select(verdict => verdict.Status == DisclosureStatus.Suppressed).ShouldBe([true, true, false, false]);
    }

    [Fact]
    public void One_hidden_village_hides_a_second_so_that_the_township_does_not_tell()
    {
        var verdicts = DisclosureControl.Apply(
        [
            Cell("T", null, HouseholdsMonitored, 33),
            Cell("V1", "T", HouseholdsMonitored, 3), Cell("V2", "T", HouseholdsMonitored, 20), Cell("V3", "T", HouseholdsMonitored, 10),
        ]);

        verdicts.Select(verdict => verdict.Reason).ShouldBe(
            [DisclosureReason.None, DisclosureReason.SmallCount, DisclosureReason.None, DisclosureReason.Complementary]);
    }

    // The same number printed twice, by the stricter of the two places' rules.
    [Fact]
    public void An_only_child_hides_its_parent() =>
        DisclosureControl.Apply([Cell("T", null, HouseholdsMonitored, 3) with { Protected = false }, Cell("V1", "T", HouseholdsMonitored, 3)])
            .ShouldAllBe(verdict => verdict.Reason == DisclosureReason.SmallCount);

    // Two hidden ones that add up to two are one each.
    [Fact]
    public void Hidden_ones_that_can_only_be_one_each_hide_a_third() =>
        DisclosureControl.Apply(
        [
            Cell("T", null, HouseholdsMonitored, 32),
            Cell("V1", "T", HouseholdsMonitored, 1), Cell("V2", "T", HouseholdsMonitored, 1), Cell("V3", "T", HouseholdsMonitored, 30),
        ])[3].Reason.ShouldBe(DisclosureReason.Complementary);

    // 60 households, 58 of them resettled: who is not, is one of two.
    [Fact]
    public void All_but_a_few_is_as_telling_as_a_few()
    {
        var verdicts = DisclosureControl.Apply([Cell("V1", null, HouseholdsAll, 60), Cell("V1", null, HouseholdsResettled, 58)]);

        verdicts.ShouldContain(verdict => verdict.Reason == DisclosureReason.Complementary);
    }

    [Fact]
    public void A_ratio_goes_with_its_terms()
    {
        var verdicts = DisclosureControl.Apply(
        [
            Cell("510823", null, IncomeHouseholds, 2), Cell("510823", null, IncomeNet, 50_000), Cell("510823", null, IncomePeople, 9),
            Cell("510823", null, IncomeNetPerHead, 5_556),
        ]);

        verdicts.ShouldAllBe(verdict => verdict.Status == DisclosureStatus.Suppressed);
    }

    [Fact]
    public void Two_figures_for_one_place_are_our_own_mistake() =>
        Should.Throw<ArgumentException>(() => DisclosureControl.Apply([Cell("V1", null, HouseholdsAll, 6), Cell("V1", null, HouseholdsAll, 7)]));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nobody_who_subtracts_learns_what_is_hidden(int seed)
    {
        var cells = new DrawnCounty(seed, townships: 4, villages: 5).Cells();
        var verdicts = DisclosureControl.Apply(cells);
        var attacker = new Attacker(cells, verdicts);

        attacker.Subtract();

        for (var at = 0; at < cells.Count; at++)
        {
            if (verdicts[at].Status == DisclosureStatus.Suppressed) attacker.Knows(cells[at]).ShouldBeNull($"{cells[at]} was found out.");
        }
        attacker.Remainders().ShouldAllBe(rest => rest.Left == 0 || rest.Left >= DrawnCounty.Threshold);
        verdicts.ShouldContain(verdict => verdict.Reason == DisclosureReason.Complementary);
        verdicts.Count(verdict => verdict.Status == DisclosureStatus.Published).ShouldBeGreaterThan(cells.Count / 5);
    }

    // Solving every sum at once is stronger than subtracting one after another.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nobody_who_solves_all_sums_at_once_learns_what_is_hidden(int seed)
    {
        var table = new LinkedTable(new DrawnCounty(seed, townships: 4, villages: 5).Cells(), PublishedHistory.None);

        var suppression = new Suppression(table).Complete();

        suppression.Open.ShouldBeEmpty();
        LinearAttack.Determined(table.Relations, suppression.IsUnpublished).Where(at => suppression.Width(at) > 0).Select(at => table.Cells[at]).ShouldBeEmpty();
    }

    // Without the defence the same attack succeeds, or the two tests above would prove nothing.
    [Fact]
    public void The_attackers_do_find_what_only_the_small_cell_rule_hides()
    {
        var cells = new DrawnCounty(1, townships: 4, villages: 5).Cells();
        var verdicts = cells.Select(cell => cell.Value is > 0 and < DrawnCounty.Threshold && IndicatorCatalog.Of(cell.Indicator).Scale == 0
            ? new DisclosureVerdict(DisclosureStatus.Suppressed, DisclosureReason.SmallCount, "小")
            : DisclosureVerdict.Shown).ToList();
        var attacker = new Attacker(cells, verdicts);

        attacker.Subtract();

        Enumerable.Range(0, cells.Count).Count(at => verdicts[at].Status == DisclosureStatus.Suppressed && attacker.Knows(cells[at]) is not null)
            .ShouldBeGreaterThan(20);
    }

    // The national sheet counts 3 + 17, the files as well: what is hidden in one must not stand in the other.
    [Fact]
    public void What_the_sheet_hides_the_files_do_not_tell()
    {
        (string Indicator, long Value)[] figures =
        [
            (IndicatorCodes.HouseholdsMonitored, 20), (IndicatorCodes.HouseholdsUncleared, 20), (IndicatorCodes.HouseholdsMarginal, 17), (IndicatorCodes.HouseholdsUnstableLifted, 3),
            (IndicatorCodes.MonitoringFiles, 20), (IndicatorCodes.MonitoringOpen, 20), (IndicatorCodes.MonitoringMarginal, 17), (IndicatorCodes.MonitoringUnstableLifted, 3),
        ];
        var cells = figures.Select(figure => Cell("510823", null, figure.Indicator, figure.Value)).ToList();

        var verdicts = DisclosureControl.Apply(cells);

        for (var at = 0; at < 4; at++) verdicts[at + 4].Status.ShouldBe(verdicts[at].Status, cells[at].Indicator);
        verdicts[2].Reason.ShouldBe(DisclosureReason.Complementary); // 20 less 17 is 3.
    }

    // A class that nothing was ever counted in is not in the table at all, and a reader knows it for nothing.
    [Fact]
    public void A_part_that_was_never_counted_protects_nobody()
    {
        DisclosureCell[] cells =
        [
            Cell("510823", null, IndicatorCodes.MonitoringFiles, 20), Cell("510823", null, IndicatorCodes.MonitoringMarginal, 17),
            Cell("510823", null, IndicatorCodes.MonitoringUnstableLifted, 3),
        ];

        DisclosureControl.Apply(cells).Count(verdict => verdict.Status == DisclosureStatus.Suppressed).ShouldBe(2);
    }

    [Fact]
    public void The_same_table_gets_the_same_verdicts() =>
        DisclosureControl.Apply(new DrawnCounty(7, 3, 4).Cells()).ShouldBe(DisclosureControl.Apply(new DrawnCounty(7, 3, 4).Cells()));

    private static DisclosureCell Cell(string region, string? parent, string indicator, long value) =>
        new(region, parent, s_quarter, indicator, value, true, DisclosureLimits.Of(5));
}
