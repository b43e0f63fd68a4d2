using FsCheck;
using FsCheck.Fluent;
using Revitalization.Domain.Aid.Checks;
using Revitalization.Domain.Events;

namespace Revitalization.Domain.Tests.Aid.Checks;

/// <summary>The loop of what was found, over random histories: commands are drawn blindly, those refused do not happen.</summary>
public sealed class FindingLoopTests
{
    private static readonly CheckPeriod s_period = CheckPeriod.Read("2022-H1")!.Value;

    private static Gen<AidCheckCommand> Command =>
        from kind in Gen.Choose(0, 4)
        from finding in Gen.Elements("a", "b", "c")
        from days in Gen.Choose(-2, 40)
        from text in Gen.Elements("资金", "项目", "")
        select Drawn(kind, finding, s_period.LastDay.AddDays(days), text);

    private static AidCheckCommand Drawn(int kind, string finding, DateOnly day, string text) => kind switch
    {
        0 => new TakeAidCheck(day, "xs-wc", s_period.Code, day.DayNumber, GivenCheck.Figures with { ReportedFen = day.DayNumber }),
        1 => new RaiseFinding(day, finding, text, "旺苍县", day.AddDays(5), null),
        2 => new RectifyFinding(day, finding, text, []),
        3 => new SettleFinding(day, finding, true, null),
        _ => new SettleFinding(day, finding, false, text),
    };

    [Fact]
    public void However_it_went_figures_stay_days_go_forward_and_only_what_was_put_right_is_struck_off() =>
        Properties.Holds(Gen.ArrayOf(Command, 60).ToArbitrary(), commands =>
        {
            var check = AidCheck.Empty;
            foreach (var command in commands)
            {
                var decision = check.Decide(command);
                var after = decision.Events.Aggregate(check, AidCheck.Evolve);
                Holds(check, after, command);
                check = after;
            }
        });

    private static void Holds(AidCheck before, AidCheck after, AidCheckCommand command)
    {
        if (before.Taken is not null) after.Taken.ShouldBe(before.Taken);
        if (after.Taken is null) after.Findings.ShouldBeEmpty();
        foreach (var was in before.Findings)
        {
            var now = after.Find(was.Id).ShouldNotBeNull();
            (now.Text, now.Responsible, now.DueOn, now.On).ShouldBe((was.Text, was.Responsible, was.DueOn, was.On));
            now.LastOn.ShouldBeGreaterThanOrEqualTo(was.LastOn);
            if (now.State != was.State) Moves(was, now, command);
        }
        // A retry succeeds and changes nothing.
        if (after.Version > before.Version) (after.Decide(command) is { Refusal: null, Events.Count: 0 } || command is SettleFinding { Accepted: false }).ShouldBeTrue();
        Snapshots.AidCheck.Read(Snapshots.AidCheck.Write(after)).Findings.Select(each => (each.Id, each.State)).ShouldBe(after.Findings.Select(each => (each.Id, each.State)));
    }

    private static void Moves(CheckFinding was, CheckFinding now, AidCheckCommand command) => (Was: was.State, Now: now.State, By: command).ShouldSatisfyAllConditions(
        move => (move.Was, move.Now).ShouldBeOneOf(
            (FindingState.Open, FindingState.Rectified), (FindingState.Rectified, FindingState.Closed), (FindingState.Rectified, FindingState.Open)),
        move => (move.Now == FindingState.Rectified).ShouldBe(move.By is RectifyFinding));
}
