using Revitalization.Domain.Calendar;
using Revitalization.Domain.Disclosure;
using Revitalization.Domain.Indicators;
using static Revitalization.Domain.Indicators.IndicatorCodes;

namespace Revitalization.Domain.Tests.Disclosure;

/// <summary>A figure that a document says (文中公开的数字) is published, whatever the release hides: nobody may be told another by it.</summary>
public sealed class StatedFigureTests
{
    private static readonly Period s_quarter = Period.OfQuarter(2023, 3);

    // 20 monitored, 13 of one kind and 7 of another: nothing to hide. Once a page says that 17 of the 20 are cleared, the rest are three families.
    [Fact]
    public void What_a_document_says_is_taken_off_by_readers_too()
    {
        DisclosureCell[] cells = [Cell(HouseholdsMonitored, 20), Cell(HouseholdsCleared, 17), Cell(HouseholdsUncleared, 3)];

        DisclosureControl.Apply(cells).Count(verdict => verdict.Status == DisclosureStatus.Suppressed).ShouldBe(2);
        // With the 17 known, the total goes; with both known nothing helps, and the control says so.
        var knowing = DisclosureControl.Apply(cells, Knowing(Of(cells[1])));
        knowing.Verdicts[0].Status.ShouldBe(DisclosureStatus.Suppressed);
        knowing.Open.ShouldBeEmpty();
        DisclosureControl.Apply(cells, Knowing(Of(cells[0]), Of(cells[1]))).Open.ShouldHaveSingleItem().Indicator.ShouldBe(HouseholdsUncleared);
    }

    // The officer let the document say it. A slip in what he wrote down beside it must not publish a small figure here.
    [Fact]
    public void A_small_figure_that_a_document_says_is_still_not_published_by_the_release()
    {
        DisclosureCell[] cells = [Cell(HouseholdsMonitored, 4)];

        var outcome = DisclosureControl.Apply(cells, Knowing(Of(cells[0])));

        outcome.Verdicts[0].Status.ShouldBe(DisclosureStatus.Suppressed);
        outcome.Open.ShouldBeEmpty();
    }

    // It counts for what it said: of another number, of another day, readers know nothing.
    [Fact]
    public void A_figure_that_was_another_when_the_document_said_it_is_not_known()
    {
        DisclosureCell[] cells = [Cell(HouseholdsMonitored, 20), Cell(HouseholdsCleared, 17), Cell(HouseholdsUncleared, 3)];
        var none = DisclosureControl.Apply(cells).Select(verdict => verdict.Status).ToList();

        DisclosureControl.Apply(cells, Knowing(Of(cells[0]) with { Value = 19 })).Verdicts.Select(verdict => verdict.Status).ShouldBe(none);
        DisclosureControl.Apply(cells, Knowing(Of(cells[0]) with { Period = Period.OfQuarter(2023, 2) })).Verdicts.Select(verdict => verdict.Status).ShouldBe(none);
    }

    // Somebody who keeps every release and reads every page: the figures said in prose are his as well.
    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void Who_reads_the_documents_too_tells_nothing_but_what_the_control_names(int first)
    {
        for (var seed = first; seed < first + 10; seed++)
        {
            var (county, reader, history, dice) = (new SmallCounty(seed), new Reader(), PublishedHistory.None, new Random(seed));
            for (var release = 1; release <= 2; release++)
            {
                var cells = county.Cells();
                var said = Said(cells, dice);
                history = history with { Stated = [.. history.Stated, .. said.Select(Of)] };
                var outcome = DisclosureControl.Apply(cells, history);
                reader.Read(cells, outcome.Verdicts);
                foreach (var cell in said) reader.Hear(new(cell.Region, cell.Period, cell.Indicator, cell.Value));
                history = IntervalTests.After(history, cells, outcome);

                reader.Narrowed(IntervalTests.Width).Select(narrowed => narrowed.Figure).Except(IntervalTests.Named(history)).Where(figure => !IsSaid(figure, cells, history))
                    .ShouldBeEmpty($"County {seed}, release {release}.");
                county.LiveOn();
            }
        }
    }

    // Without the defence the same reader succeeds: a release that knew nothing of the documents would tell more than it names.
    [Fact]
    public void The_reader_does_narrow_what_a_release_hides_that_knows_nothing_of_the_documents()
    {
        var fallen = 0;
        for (var seed = 0; seed < 20; seed++)
        {
            var (cells, reader) = (new SmallCounty(seed).Cells(), new Reader());
            reader.Read(cells, DisclosureControl.Apply(cells));
            foreach (var cell in Said(cells, new(seed))) reader.Hear(new(cell.Region, cell.Period, cell.Indicator, cell.Value));
            if (reader.Narrowed(IntervalTests.Width).Any()) fallen++;
        }
        fallen.ShouldBeGreaterThan(10);
    }

    /// <summary>As a village's page does: how many are monitored, and how many of them are cleared.</summary>
    internal static List<DisclosureCell> Said(IReadOnlyList<DisclosureCell> cells, Random dice)
    {
        var village = cells.Where(cell => cell.Region.Length == 12 && cell.Indicator == HouseholdsMonitored && cell.Value > 0).Select(cell => cell.Region).OrderBy(_ => dice.Next()).FirstOrDefault();
        return [.. cells.Where(cell => cell.Region == village && cell.Indicator is HouseholdsMonitored or PeopleMonitored or HouseholdsCleared).Where(cell => cell.Region == village && cell.Value > 0)];
    }

    /// <summary>What a document says of a village it says of the township whose only village that is.</summary>
    private static bool IsSaid(Reader.Figure figure, IReadOnlyList<DisclosureCell> cells, PublishedHistory history)
    {
        var twice = new PrintedTwice(cells);
        return history.Stated.Any(said => twice.Of(said.Region) == twice.Of(figure.Region) && said.Period == figure.Period && said.Indicator == figure.Indicator && said.Value == figure.Value);
    }

    private static PublishedHistory Knowing(params StatedFigure[] stated) => PublishedHistory.None with { Stated = stated };

    internal static StatedFigure Of(DisclosureCell cell) => new(cell.Region, cell.Period, cell.Indicator, cell.Value);

    private static DisclosureCell Cell(string indicator, long value) => new("510823", null, s_quarter, indicator, value, true, DisclosureLimits.Of(5));
}
