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

    [Fact]
    public void A_monitored_household_is_owed_a_first_measure_and_a_visit()
    {
        var kinds = MonitoringDeadlines.Of(Given.Admitted(), Given.Jiange, Calendar).Select(deadline => deadline.Kind);

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

    [Fact]
    public void A_cleared_household_owes_nothing() =>
        MonitoringDeadlines.Of(Given.Cleared(), Given.Jiange, Calendar).ShouldBeEmpty();
}
