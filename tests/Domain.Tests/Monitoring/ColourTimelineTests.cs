using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Revitalization.Domain.Households;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Tests.Monitoring;

/// <summary>A list by colour reads the timeline, a household's own page the rule itself: they must never disagree.</summary>
public sealed class ColourTimelineTests
{
    private static readonly DateOnly s_start = new(2023, 1, 1);
    private static readonly Citation s_source = new("d", "c", "p", null);

    [Fact]
    public void On_every_day_after_the_last_assessment_the_timeline_shows_the_colour_that_the_rule_says() =>
        Properties.Holds(Cases.ToArbitrary(), drawn =>
        {
            var spans = ColourTimeline.Of(drawn.File, drawn.Forecasts, drawn.PackOn, drawn.PackDays);
            foreach (var day in drawn.Days.Where(day => day >= drawn.Forecasts[^1].On && day >= drawn.File.Admission!.On))
            {
                var shown = spans.SingleOrDefault(span => span.From <= day && day <= span.Until)?.Colour.Id;
                shown.ShouldBe(MonitoringColour.On(drawn.File, drawn.PackOn(day), day)?.Shown.Id);
            }
        });

    [Fact]
    public void A_cadre_is_wanted_on_exactly_the_days_on_which_the_colour_asks_for_a_higher_rank() =>
        Properties.Holds(Cases.ToArbitrary(), drawn =>
        {
            var wanted = CadreWanted.Of(ColourTimeline.Of(drawn.File, drawn.Forecasts, drawn.PackOn, drawn.PackDays), drawn.Named);
            foreach (var day in drawn.Days.Where(day => day >= drawn.Forecasts[^1].On && day >= drawn.File.Admission!.On))
            {
                var rank = MonitoringColour.On(drawn.File, drawn.PackOn(day), day)?.RequiredRank;
                var asked = rank is { } needed && (drawn.Named is not { } named || named < needed) ? rank : null;
                (wanted.SingleOrDefault(each => each.From <= day && day <= each.Until)?.Rank).ShouldBe(asked);
            }
        });

    // 12 January: admitted, blue. The anniversary itself is still blue in Jiange.
    [Fact]
    public void The_days_on_which_a_colour_will_turn_are_known_on_the_first()
    {
        var file = Given.Admitted();

        var spans = ColourTimeline.Of(file, ColourTimeline.After([], file.Finding), _ => Given.Jiange, []);

        spans.Select(span => (span.Colour.Id, span.From)).ShouldBe(
            [("blue", Given.AdmittedOn), ("yellow", Given.AdmittedOn.AddMonths(6).AddDays(1)), ("red", Given.AdmittedOn.AddMonths(12).AddDays(1))]);
        spans[^1].Until.ShouldBe(DateOnly.MaxValue);
    }

    [Fact]
    public void A_new_assessment_of_the_same_colour_turns_nothing()
    {
        var file = Given.Admitted(months: 9);
        var forecasts = ColourTimeline.After([], file.Finding);
        var again = file with { Finding = file.Finding! with { AssessedOn = Given.AdmittedOn.AddMonths(2), ExpectedClearOn = Given.AdmittedOn.AddMonths(11) } };

        ColourTimeline.Of(again, ColourTimeline.After(forecasts, again.Finding), _ => Given.Jiange, [])[0].ShouldBe(
            new(Given.AdmittedOn, Given.AdmittedOn.AddMonths(12), Given.Jiange.Colour("yellow")));
    }

    [Fact]
    public void An_assessment_of_an_earlier_day_replaces_what_was_said_after_it()
    {
        Finding Found(int day) => new([RiskKind.Illness], BasicNeeds.Met, s_start.AddDays(day), s_start.AddDays(day + 100));

        ImmutableArray<Forecast> said = [];
        foreach (var day in new[] { 0, 20, 10 }) said = ColourTimeline.After(said, Found(day));

        said.Select(forecast => forecast.On).ShouldBe([s_start, s_start.AddDays(10)]);
        ColourTimeline.After(said, null).ShouldBeEmpty();
    }

    private sealed record Case(MonitoringFile File, ImmutableArray<Forecast> Forecasts, PolicyPack First, PolicyPack Second, DateOnly Adopted, CadreRank? Named, DateOnly[] Days)
    {
        public IReadOnlyList<DateOnly> PackDays => [Adopted];

        public PolicyPack PackOn(DateOnly day) => day < Adopted ? First : Second;
    }

    private static Gen<DateOnly> Day => Gen.Choose(0, 1_400).Select(days => s_start.AddDays(days));

    private static Gen<PolicyPack> Pack =>
        from boundary in Gen.Elements(Comparison.Above, Comparison.AtLeast)
        from elapsed in Ladder(boundary)
        from other in Gen.Elements(Comparison.Above, Comparison.AtLeast)
        from assessed in Ladder(other)
        from later in Ladder(boundary)
        from changes in Day
        from ranks in Gen.Shuffle(new[] { "other-cadre", "section-leader", "county-leader" })
        select PackOf([new(DateOnly.MinValue, elapsed, s_source), new(changes, later, s_source)], [new(DateOnly.MinValue, assessed, s_source)], ranks);

    private static Gen<Ladder> Ladder(Comparison boundary) =>
        from second in Gen.Choose(1, 8)
        from third in Gen.Choose(9, 14)
        from labels in Gen.Elements<string[]>(["a", "b", "c"], ["a", "c", "b"], ["b", "b", "c"])
        select new Ladder(boundary, [new(0, labels[0]), new(second, labels[1]), new(third, labels[2])]);

    private static Gen<Case> Cases =>
        from first in Pack
        from second in Pack
        from adopted in Day
        from admitted in Day
        from said in Gen.ListOf(Gen.Two(Day))
        from verified in Gen.Choose(0, 600)
        from named in Gen.Elements<CadreRank?>(null, CadreRank.OtherCadre, CadreRank.SectionLeader, CadreRank.CountyLeader)
        from days in Gen.ListOf(Gen.Choose(0, 2_600).Select(day => s_start.AddDays(day)))
        select CaseOf(first, second, adopted, admitted, [(admitted.AddDays(-9), admitted.AddDays(verified)), .. said], named, [.. days]);

    private static Case CaseOf(PolicyPack first, PolicyPack second, DateOnly adopted, DateOnly admitted, (DateOnly On, DateOnly Until)[] said, CadreRank? named, DateOnly[] days)
    {
        ImmutableArray<Forecast> forecasts = [];
        Finding? finding = null;
        foreach (var (on, until) in said.Where(each => each.On <= each.Until))
        {
            finding = new([RiskKind.Illness], BasicNeeds.Met, on, until);
            forecasts = ColourTimeline.After(forecasts, finding);
        }
        var file = MonitoringFile.Empty with { Step = MonitoringStep.Helping, Admission = new(admitted, MonitoredKind.Marginal), Finding = finding };
        var edges = new[] { admitted, adopted, forecasts[^1].On }.Concat(Enumerable.Range(0, 16).Select(admitted.AddMonths)).SelectMany(day => new[] { day, day.AddDays(1), day.AddDays(-1) });
        return new(file, forecasts, first, second, adopted, named, [.. days.Concat(edges)]);
    }

    private static PolicyPack PackOf(List<PolicyValue<Ladder>> elapsed, List<PolicyValue<Ladder>> assessed, string[] ranks) => new(
        "drawn", "510823", "drawn", [],
        [new("a", "甲", 1, "", ranks[0], ""), new("b", "乙", 2, "", ranks[1], ""), new("c", "丙", 3, "", ranks[2], "")],
        new Dictionary<string, PolicyRule>(StringComparer.Ordinal)
        {
            ["monitoring.colour.elapsed"] = new LadderRule("monitoring.colour.elapsed", "", "", elapsed),
            ["monitoring.colour.assessed"] = new LadderRule("monitoring.colour.assessed", "", "", assessed),
        });
}
