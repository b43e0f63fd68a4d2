using Revitalization.Domain.Calendar;
using Revitalization.Domain.Monitoring;

namespace Revitalization.Domain.Tests.Monitoring;

/// <summary>What was recorded by mistake can be taken back as long as nothing was built on it; the log keeps both.</summary>
public sealed class WithdrawalTests
{
    private static DateOnly Day(int day) => Given.Start.AddDays(day);

    private static WithdrawClue Clue(int day = 1, string id = "c1") => new(id, Day(day), Given.Says("误报"));

    [Fact]
    public void The_last_open_clue_taken_back_ends_the_procedure()
    {
        var two = Given.WithClue().After(Commands.Clue("c2", 1));

        two.After(Clue()).Step.ShouldBe(MonitoringStep.Dispatch);
        var none = two.After(Clue()).After(Clue(2, "c2"));
        none.Step.ShouldBe(MonitoringStep.Idle);
        none.Clues.ShouldBeEmpty();
    }

    [Fact]
    public void A_clue_that_was_sent_out_stands()
    {
        Given.Dispatched().Refuses(Clue(), MonitoringRefusal.ClueSentOut);
        Given.Admitted().After(Commands.Clue("c2", 60)).Refuses(Clue(61, "c2"), MonitoringRefusal.ClueSentOut);
        Given.WithClue().Refuses(Clue(id: "c9"), MonitoringRefusal.ClueUnknown);
        Given.WithClue().Refuses(Clue() with { Reason = null }, MonitoringRefusal.ReasonMissing);
        MonitoringFile.Empty.After(Commands.Clue(day: 5)).Refuses(Clue(day: 4), MonitoringRefusal.DayBeforeStep);
    }

    // The id stands in paper files and in the log: it must not mean something else tomorrow.
    [Fact]
    public void An_id_taken_back_is_not_used_again()
    {
        var visited = Given.Admitted().After(Commands.Visit());

        Given.WithClue().After(Clue()).Refuses(Commands.Clue(day: 2), MonitoringRefusal.IdWithdrawn);
        visited.After(Visit()).Refuses(Commands.Visit(22), MonitoringRefusal.IdWithdrawn);
        Given.Admitted().After(Commands.Measure()).After(Measure()).Refuses(Commands.Measure(), MonitoringRefusal.IdWithdrawn);
    }

    [Fact]
    public void Taking_back_twice_is_once()
    {
        foreach (var (file, command) in new (MonitoringFile, MonitoringCommand)[]
        {
            (Given.WithClue(), Clue()), (Given.Admitted().After(Commands.Visit()), Visit()), (Given.Admitted().After(Commands.Measure()), Measure()),
        })
        {
            var decision = MonitoringRules.Decide(file.After(command), command, Given.Context());
            decision.Refusal.ShouldBeNull();
            decision.Events.ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_visit_taken_back_moves_the_next_one_back()
    {
        var file = Given.Admitted().After(Commands.Visit()).After(Visit());

        file.Visits.ShouldBeEmpty();
        MonitoringDeadlines.Of(file, Given.Jiange, WorkdayCalendar.Shipped)
            .Single(deadline => deadline.Kind == DeadlineKinds.Visit).StartedOn.ShouldBe(Given.AdmittedOn);
        Given.Admitted().Refuses(Visit(), MonitoringRefusal.VisitUnknown);
        Given.Admitted().After(Commands.Visit()).Refuses(Visit() with { On = Day(19) }, MonitoringRefusal.DayBeforeStep);
        Given.Admitted().After(Commands.Visit()).Refuses(Visit() with { Reason = null }, MonitoringRefusal.ReasonMissing);
        Given.WithClue().Refuses(Visit(), MonitoringRefusal.NotMonitored);
    }

    [Fact]
    public void A_measure_is_taken_back_only_before_it_is_done()
    {
        Given.Admitted().After(Commands.Measure()).After(Measure()).Measures.ShouldBeEmpty();
        Given.Helped().Refuses(Measure() with { On = Day(40) }, MonitoringRefusal.MeasureCompleted);
        Given.Admitted().Refuses(Measure(), MonitoringRefusal.MeasureUnknown);
        Given.Admitted().After(Commands.Measure()).Refuses(Measure() with { On = Day(12) }, MonitoringRefusal.DayBeforeStep);
        Given.Admitted().After(Commands.Measure()).Refuses(Measure() with { Reason = null }, MonitoringRefusal.ReasonMissing);
        Given.WithClue().Refuses(Measure(), MonitoringRefusal.NotMonitored);
    }

    // Naming another verifier must not buy the county more days.
    [Fact]
    public void Another_verifier_may_be_named_before_the_verification_and_the_clock_runs_on()
    {
        var again = Given.Dispatched().After(new DispatchClues(Day(3), "verifier-2", 0));

        again.Verifier.ShouldBe("verifier-2");
        again.Since.ShouldBe(Day(1));
        MonitoringRules.Decide(again, new DispatchClues(Day(4), "verifier-2", 0), Given.Context()).Events.ShouldBeEmpty();
        Given.Verified().Refuses(new DispatchClues(Day(3), "verifier-2", 0), MonitoringRefusal.StepOutOfOrder);
    }

    private static WithdrawVisit Visit() => new("w1", Day(21), Given.Says("记错户"));

    private static WithdrawMeasure Measure() => new("m1", Day(20), Given.Says("重复登记"));
}
