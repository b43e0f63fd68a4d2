using Revitalization.Domain.Calendar;
using Revitalization.Domain.Disclosure;
using static Revitalization.Domain.Indicators.IndicatorCodes;

namespace Revitalization.Domain.Tests.Disclosure;

/// <summary>A county with one township prints each number twice; both are one figure to whoever reads them.</summary>
public sealed class PrintedTwiceTests
{
    private const string Province = "510000", City = "510800", County = "510823", Township = "510823101", Village = "510823101901", OtherVillage = "510823101902";
    private static readonly Period s_quarter = Period.OfQuarter(2023, 3);

    [Fact]
    public void Places_with_one_child_and_its_figures_are_judged_once()
    {
        var cells = Chain((HouseholdsAll, 8), (HouseholdsLifted, 2)).ToList();

        var twice = new PrintedTwice(cells);

        twice.Cells.Count.ShouldBe(2);
        twice.Cells.ShouldAllBe(cell => cell.Region == Village && cell.Parent == null);
        Enumerable.Range(0, cells.Count).ShouldAllBe(at => twice.Cells[twice.At(at)].Value == cells[at].Value);
    }

    [Fact]
    public void A_place_with_another_child_or_another_number_stands_for_itself()
    {
        var cells = Chain((HouseholdsAll, 8)).ToList();

        new PrintedTwice([.. cells, Cell(OtherVillage, Township, HouseholdsAll, 1)]).Cells.Count.ShouldBe(3); // Two villages, and all above them as one.
        new PrintedTwice([.. cells.Select(cell => cell.Region == County ? cell with { Value = 9 } : cell)]).Cells.Count.ShouldBe(3);
    }

    // The province's pack may ask for more than the county's: what is one figure keeps both promises.
    [Fact]
    public void The_stricter_rule_of_its_places_holds()
    {
        var cells = Chain((HouseholdsAll, 8)).Select(cell => cell.Region == Province ? cell with { Limits = DisclosureLimits.Of(10) } : cell).ToList();

        DisclosureControl.Apply(cells).ShouldAllBe(verdict => verdict.Reason == DisclosureReason.SmallCount);
    }

    // Eight households, two of them lifted: how many there are in all tells nothing, and stays.
    [Fact]
    public void A_county_of_eight_households_keeps_its_totals()
    {
        var cells = Chain((HouseholdsAll, 8), (HouseholdsOrdinary, 6), (HouseholdsLifted, 2), (PeopleAll, 25), (PeopleOrdinary, 20), (PeopleLifted, 5)).ToList();

        var verdicts = DisclosureControl.Apply(cells);

        for (var at = 0; at < cells.Count; at++)
            verdicts[at].Status.ShouldBe(cells[at].Indicator is HouseholdsAll or PeopleAll ? DisclosureStatus.Published : DisclosureStatus.Suppressed, cells[at].ToString());
    }

    // A second village opens: what stood for both now stands for one, and what was hidden then stays so.
    [Fact]
    public void A_chain_that_opens_gives_nothing_away()
    {
        var before = Chain((HouseholdsAll, 8), (HouseholdsOrdinary, 6), (HouseholdsLifted, 2)).ToList();
        var reader = new Reader();
        var first = DisclosureControl.Apply(before, PublishedHistory.None);
        reader.Read(before, first.Verdicts);
        var history = IntervalTests.After(PublishedHistory.None, before, first);
        DisclosureCell[] added = [Cell(OtherVillage, Township, HouseholdsAll, 30), Cell(OtherVillage, Township, HouseholdsOrdinary, 20), Cell(OtherVillage, Township, HouseholdsLifted, 10)];
        DisclosureCell[] after = [.. before.Select(cell => cell.Region == Village ? cell : cell with { Value = cell.Value + added.Single(one => one.Indicator == cell.Indicator).Value }), .. added];

        var second = DisclosureControl.Apply(after, history);

        reader.Read(after, second.Verdicts);
        second.Open.ShouldBeEmpty();
        reader.Narrowed(IntervalTests.Width).ShouldBeEmpty();
    }

    private static IEnumerable<DisclosureCell> Chain(params (string Indicator, long Value)[] figures) =>
        from place in new (string Region, string? Parent)[] { (Province, null), (City, Province), (County, City), (Township, County), (Village, Township) }
        from figure in figures
        select Cell(place.Region, place.Parent, figure.Indicator, figure.Value);

    private static DisclosureCell Cell(string region, string? parent, string indicator, long value) => new(region, parent, s_quarter, indicator, value, true, DisclosureLimits.Of(5));
}
