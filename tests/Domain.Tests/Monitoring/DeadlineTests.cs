using Revitalization.Domain.Calendar;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Tests.Monitoring;

public sealed class DeadlineTests
{
    private static readonly WorkdayCalendar Calendar = WorkdayCalendar.Shipped;

    private static MonitoringDeadline Only(MonitoringFile file, string kind) =>
        MonitoringDeadlines.Of(file, Given.Jiange, Calendar).Where(deadline => deadline.Kind == kind).ShouldHaveSingleItem();

    [Fact]
    public void A_step_is_due_so_many_working_days_after_it_was_entered()
    {
        var deadline = Only(Given.Dispatched(), DeadlineKinds.Verification);

        deadline.StartedOn.ShouldBe(Given.Start.AddDays(1));
        deadline.DueOn.ShouldBe(Calendar.Add(deadline.StartedOn, 5).Value);
        deadline.Rule.ShouldBe("monitoring.step.verification");
    }

    // 2023-01-20 was the last working day before the Spring Festival; make-up days 28 and 29 January were worked.
    [Fact]
    public void The_spring_festival_does_not_run_down_the_clock() =>
        MonitoringDeadlines.Due(new TimeLimit(2, TimeUnit.WorkingDays, "x"), new(2023, 1, 20), Calendar).Value.ShouldBe(new DateOnly(2023, 1, 29));

    [Fact]
    public void A_deadline_beyond_the_published_holidays_is_provisional() =>
        MonitoringDeadlines.Due(new TimeLimit(2, TimeUnit.WorkingDays, "x"), new(2026, 12, 31), Calendar).IsProvisional.ShouldBeTrue();

    // Nobody is late by a clock that stands still; whoever has to look into the objection has a limit of his own.
    [Fact]
    public void An_open_objection_stops_the_notices_limit_and_has_its_own()
    {
        var rules = ShippedPacks.Default;
        var raised = Given.Noticed().After(new RaiseObjection("o1", new(2023, 1, 9), null));
        var open = MonitoringDeadlines.Of(raised, rules, Calendar);
        open.ShouldNotContain(deadline => deadline.Kind == DeadlineKinds.NoticeEnd);
        open.Single(deadline => deadline.Kind == DeadlineKinds.Objection).ShouldSatisfyAllConditions(
            limit => limit.Subject.ShouldBe("o1"), limit => limit.DueOn.ShouldBe(new(2023, 1, 16)), limit => limit.Rule.ShouldBe(MonitoringRuleIds.Objection));

        var settled = MonitoringDeadlines.Of(raised.After(new SettleObjection("o1", new(2023, 1, 12), false, Given.Says("不成立"))), rules, Calendar);
        settled.ShouldNotContain(deadline => deadline.Kind == DeadlineKinds.Objection);
        settled.Single(deadline => deadline.Kind == DeadlineKinds.NoticeEnd).ShouldSatisfyAllConditions(
            limit => limit.StoppedDays.ShouldBe(3), limit => limit.DueOn.ShouldBe(new(2023, 1, 15)));
    }

    [Fact]
    public void A_monitored_household_is_owed_a_first_measure_and_a_visit()
    {
        var kinds = MonitoringDeadlines.Of(Given.Admitted(), Given.Jiange, Calendar).Where(deadline => deadline.StartedOn <= Given.AdmittedOn).Select(deadline => deadline.Kind);

        kinds.ShouldBe([DeadlineKinds.FirstMeasure, DeadlineKinds.Visit], ignoreOrder: true);
    }

    [Fact]
    public void A_visit_moves_the_next_one()
    {
        var on = Given.Start.AddDays(30);
        var visited = Given.Admitted().After(new RecordVisit("w1", on, BasicNeeds.Met, "monitor-1", null, []));

        Only(visited, DeadlineKinds.Visit).DueOn.ShouldBe(on.AddMonths(1));
    }

    [Fact]
    public void A_measure_done_is_due_no_more()
    {
        Only(Given.Admitted().After(Commands.Measure()), DeadlineKinds.Measure).DueOn.ShouldBe(Given.Start.AddDays(40));
        MonitoringDeadlines.Of(Given.Helped(), Given.Jiange, Calendar).ShouldNotContain(deadline => deadline.Kind == DeadlineKinds.Measure);
    }

    // Known before the year begins and open from its first day: nothing has to happen on New Year's Day for the task to be there.
    [Fact]
    public void A_new_year_asks_for_its_target_until_that_is_set()
    {
        var admitted = Given.Admitted();
        Only(admitted, DeadlineKinds.IncomeTarget).ShouldSatisfyAllConditions(
            asked => asked.Subject.ShouldBe("2024"), asked => asked.StartedOn.ShouldBe(new(2024, 1, 1)), asked => asked.DueOn.ShouldBe(new(2024, 1, 31)),
            asked => asked.Rule.ShouldBe(MonitoringRuleIds.NewYearTarget));

        Only(admitted.After(new SetIncomeTarget(2023, Given.Start.AddDays(20), 900_000)), DeadlineKinds.IncomeTarget).Subject.ShouldBe("2024");
        Only(admitted.After(new SetIncomeTarget(2024, new(2024, 1, 20), 900_000)), DeadlineKinds.IncomeTarget).Subject.ShouldBe("2025");
        MonitoringDeadlines.Of(Given.Cleared(), Given.Jiange, Calendar).ShouldNotContain(deadline => deadline.Kind == DeadlineKinds.IncomeTarget);
    }

    // What the national system monitored since 2021 the county plans for since it took it over.
    [Fact]
    public void A_household_taken_over_is_not_asked_for_targets_of_years_before() =>
        Only(MonitoringFile.Empty.After(Commands.TakeOver()), DeadlineKinds.IncomeTarget).Subject.ShouldBe("2024");

    // No rule, no task: a county whose pack says nothing is asked for nothing.
    [Fact]
    public void A_pack_without_the_rule_asks_for_no_target()
    {
        var silent = Given.Jiange with { Rules = Given.Jiange.Rules.Where(rule => rule.Key != MonitoringRuleIds.NewYearTarget).ToDictionary(rule => rule.Key, rule => rule.Value) };

        MonitoringDeadlines.Of(Given.Admitted(), silent, Calendar).ShouldNotContain(deadline => deadline.Kind == DeadlineKinds.IncomeTarget);
    }

    [Fact]
    public void A_cleared_household_owes_nothing() =>
        MonitoringDeadlines.Of(Given.Cleared(), Given.Jiange, Calendar).ShouldBeEmpty();
}
