using Revitalization.Domain.Disclosure;
using Revitalization.Domain.Indicators;

namespace Revitalization.Domain.Tests.Disclosure;

/// <summary>Who solves everything ever published, exactly, must not tell any hidden figure closer than its interval.</summary>
public sealed class IntervalTests
{
    private const int Counties = 10;

    // In tens: so many tests cost more to name than to run.
    public static TheoryData<int> Tens => new(Enumerable.Range(0, 20));

    public static TheoryData<int> Sequences => new(Enumerable.Range(0, 2).Select(ten => ten * Counties));

    [Theory]
    [MemberData(nameof(Tens))]
    public void No_hidden_figure_of_a_release_can_be_narrowed(int ten)
    {
        for (var seed = ten * Counties; seed < (ten + 1) * Counties; seed++)
        {
            var cells = new SmallCounty(seed).Cells();
            var outcome = DisclosureControl.Apply(cells, PublishedHistory.None);
            var reader = new Reader();

            reader.Read(cells, outcome.Verdicts);

            outcome.Open.ShouldBeEmpty($"County {seed}.");
            reader.Narrowed(Width).ShouldBeEmpty($"County {seed}.");
        }
    }

    // The danger is in comparing: what one release hides another must not tell, in either direction. Where counties are this small, what was said
    // once may leave no way to keep a later figure as wide as it should be: those the control names, one by one, and no other can be told closer.
    [Theory]
    [MemberData(nameof(Sequences))]
    public void Nor_can_it_by_comparing_releases_but_for_those_the_control_names(int first)
    {
        var closed = 0;
        for (var seed = first; seed < first + Counties; seed++)
        {
            var (county, reader, history) = (new SmallCounty(seed), new Reader(), PublishedHistory.None);
            for (var release = 1; release <= 3; release++)
            {
                var cells = county.Cells();
                var outcome = DisclosureControl.Apply(cells, history);
                reader.Read(cells, outcome.Verdicts);
                history = After(history, cells, outcome);
                reader.Narrowed(Width).Select(narrowed => narrowed.Figure).Except(Named(history)).ShouldBeEmpty($"County {seed}, release {release}.");
                closed += outcome.Open.Count > 0 ? 1 : 0;
                county.LiveOn();
            }
        }
        closed.ShouldBeLessThanOrEqualTo(2);
    }

    // Without the defence the same reader succeeds, or the tests above would prove nothing.
    [Fact]
    public void The_reader_does_narrow_what_the_first_rule_alone_hides()
    {
        var fallen = 0;
        for (var seed = 0; seed < 20; seed++)
        {
            var cells = new SmallCounty(seed).Cells();
            var reader = new Reader();
            reader.Read(cells, [.. DisclosureControl.Apply(cells, PublishedHistory.None).Verdicts.Select(verdict => verdict.Reason == DisclosureReason.Complementary ? DisclosureVerdict.Shown : verdict)]);
            if (reader.Narrowed(Width).Any()) fallen++;
        }
        fallen.ShouldBeGreaterThan(15);
    }

    // Each release by itself is safe; it is their order that gives it away.
    [Fact]
    public void The_reader_does_narrow_releases_that_know_nothing_of_one_another()
    {
        var fallen = 0;
        for (var seed = 0; seed < 20; seed++)
        {
            var (county, reader) = (new SmallCounty(seed), new Reader());
            for (var release = 1; release <= 4; release++)
            {
                var cells = county.Cells();
                reader.Read(cells, DisclosureControl.Apply(cells));
                county.LiveOn();
            }
            if (reader.Narrowed(Width).Any()) fallen++;
        }
        fallen.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void A_figure_that_was_published_stays_published_while_it_is_the_same()
    {
        var cells = new SmallCounty(3).Cells();
        var first = DisclosureControl.Apply(cells, PublishedHistory.None);

        var second = DisclosureControl.Apply(cells, new([Kept(cells, first.Verdicts)], []));

        second.Verdicts.Select(verdict => verdict.Status).ShouldBe(first.Verdicts.Select(verdict => verdict.Status));
    }

    internal static IEnumerable<Reader.Figure> Named(PublishedHistory history) => history.Opened.Select(open => new Reader.Figure(open.Region, open.Period, open.Indicator, open.Value));

    internal static PublishedHistory After(PublishedHistory history, IReadOnlyList<DisclosureCell> cells, DisclosureOutcome outcome) =>
        history with { Releases = [.. history.Releases, Kept(cells, outcome.Verdicts)], Opened = [.. history.Opened, .. outcome.Open] };

    internal static List<EarlierFigure> Kept(IReadOnlyList<DisclosureCell> cells, IReadOnlyList<DisclosureVerdict> verdicts) =>
        [.. cells.Select((cell, at) => new EarlierFigure(cell.Region, cell.Parent, cell.Period, cell.Indicator, cell.Value, verdicts[at].Status == DisclosureStatus.Published, verdicts[at].Width))];

    internal static long Width(string indicator, long value) => IndicatorCatalog.Of(indicator).Scale == 0 ? 3 : 1;
}
