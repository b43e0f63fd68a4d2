using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Events;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Tests.Monitoring;

/// <summary>What holds of every file, whatever is tried on it, under every pack that ships.</summary>
public sealed class PropertyTests
{
    [Fact]
    public void A_file_stands_in_exactly_one_step_and_holds_what_belongs_to_it() => Properties.Holds(Histories.Arbitrary, history =>
    {
        foreach (var (before, command, came, after) in history.Steps)
        {
            var told = $"{command} on {before.Step} came to {after.Step}";
            if (came.Refusal is not null) came.Events.ShouldBeEmpty(told);
            after.Version.ShouldBe(before.Version + came.Events.Count, told);
            after.IsMonitored.ShouldBe(after.Step >= MonitoringStep.Helping, told);
            (after.Clearing is not null).ShouldBe(after.IsClearing, told);
            if (after.Notice is not null) after.Step.ShouldBeOneOf(MonitoringStep.Notice, MonitoringStep.ClearingNotice);
            after.Clues.Any(clue => !clue.Settled).ShouldBe(after.Step is > MonitoringStep.Idle and < MonitoringStep.Helping, told);
            if (after.Step is >= MonitoringStep.Verification and < MonitoringStep.Helping && !after.IsMonitored) after.Verifier.ShouldNotBeNull(told);
            if (after.Step >= MonitoringStep.VillageReview) after.Finding.ShouldNotBeNull(told);
            if (after.ClosedOn is not null) after.Step.ShouldBe(MonitoringStep.Idle, told);
            after.Withdrawn.Intersect(Ids(after)).ShouldBeEmpty(told);
        }
    });

    // Counted from the events alone, so that a state that is wrong about itself is found out.
    [Fact]
    public void Nothing_is_admitted_or_cleared_that_skips_a_step_except_a_takeover_which_says_so()
    {
        var (admitted, cleared, takenOver) = (0, 0, 0);
        Properties.Holds(Histories.Arbitrary, history =>
        {
            var passed = new List<Type>();
            foreach (var happened in history.Events)
            {
                if (happened is MonitoringAdmitted) passed.ShouldBe(s_admission);
                if (happened is RiskCleared) passed.ShouldBe(s_clearing);
                if (happened is MonitoringAdmitted) admitted++;
                if (happened is RiskCleared) cleared++;
                if (happened is MonitoringTakenOver) takenOver++;
                if (happened is MonitoringTakenOver or MonitoringAdmitted or MonitoringContinued or RiskCleared or AdmissionDismissed) passed.Clear();
                else if (s_steps.Contains(happened.GetType()) && (passed.Count == 0 || passed[^1] != happened.GetType())) passed.Add(happened.GetType());
            }
            var starts = history.Events.Where(happened => happened is MonitoringAdmitted or MonitoringTakenOver).ToList();
            starts.Skip(1).ShouldAllBe(start => start is MonitoringAdmitted);
            if (history.File.Admission is { } admission) admission.TakenOver.ShouldBe(starts[^1] is MonitoringTakenOver);
        }, cases: 1_500);
        Math.Min(admitted, Math.Min(cleared, takenOver)).ShouldBeGreaterThan(20, "The lives drawn must get that far.");
    }

    [Fact]
    public void The_derived_colour_never_improves_by_time_alone() => Properties.Holds(Histories.Arbitrary, history =>
    {
        foreach (var file in history.Steps.Select(step => step.After).Where(file => file.IsMonitored).Distinct())
        {
            var (worst, from) = (0, file.Finding!.AssessedOn);
            for (var day = from; day < from.AddYears(3); day = day.AddDays(23))
            {
                if (MonitoringColour.On(file, history.Pack, day) is not { } colour) continue;
                colour.Shown.Severity.ShouldBeGreaterThanOrEqualTo(worst);
                worst = colour.Shown.Severity;
                // The assessed half is the same on every day: it is measured from the assessment, not from the day of looking.
                colour.Assessed.Result.ShouldBe(MonitoringColour.On(file, history.Pack, day.AddDays(1))!.Assessed.Result);
            }
        }
    }, cases: 120);

    // A notice hangs its days, not counting those on which an objection was open: counted here one by one.
    [Fact]
    public void A_notice_comes_down_when_it_hung_its_days_without_an_open_objection() => Properties.Holds(Histories.Arbitrary, history =>
    {
        foreach (var step in history.Steps.Where(step => step.Command is CloseNotice && step.Before.Notice is { AnyOpen: false }))
        {
            var (notice, close) = (step.Before.Notice!, (CloseNotice)step.Command);
            if (close.NoticeId != notice.Id || step.Before.ClosedOn is not null || notice.Objections.Any(objection => close.On < objection.SettledOn)) continue;
            if (step.Came.Refusal?.Code is "monitoring.household-absent" or "monitoring.day-before-step") continue;
            var hung = 0;
            for (var day = notice.PostedOn; day < close.On; day = day.AddDays(1))
                if (!notice.Objections.Any(objection => objection.RaisedOn <= day && day < objection.SettledOn)) hung++;
            var needed = history.Pack.Find<DeadlineRule>("monitoring.notice.days")?.On(notice.PostedOn)?.Value.Count ?? 1;
            (step.Came.Refusal is null).ShouldBe(hung >= Math.Max(1, needed), $"{hung} of {needed} days");
        }
    }, cases: 1_000);

    [Fact]
    public void A_limit_in_working_days_is_what_a_wall_calendar_counts()
    {
        var calendar = WorkdayCalendar.Shipped;
        var limits = from day in Gen.Choose(0, 3_600) from count in Gen.Choose(1, 40) select (From: new DateOnly(2018, 1, 1).AddDays(day), Count: count);
        Properties.Holds(limits.ToArbitrary(), limit =>
        {
            var due = MonitoringDeadlines.Due(new TimeLimit(limit.Count, TimeUnit.WorkingDays, "x"), limit.From, calendar);
            var days = Enumerable.Range(1, due.Value.DayNumber - limit.From.DayNumber).Select(limit.From.AddDays).ToList();
            days.Count(calendar.IsWorkday).ShouldBe(limit.Count);
            calendar.IsWorkday(due.Value).ShouldBeTrue();
            due.IsProvisional.ShouldBe(days.Prepend(limit.From).Any(day => !calendar.Knows(day.Year)));
        }, cases: 2_000);
    }

    [Fact]
    public void Open_limits_start_no_later_than_they_end_and_a_file_that_stands_nowhere_has_none() => Properties.Holds(Histories.Arbitrary, history =>
    {
        foreach (var step in history.Steps)
        {
            var open = MonitoringDeadlines.Of(step.After, history.Pack, WorkdayCalendar.Shipped);
            open.ShouldAllBe(deadline => deadline.StartedOn <= deadline.DueOn);
            if (step.After.Step == MonitoringStep.Idle) open.ShouldBeEmpty();
            open.Select(deadline => (deadline.Kind, deadline.Subject)).ShouldBeUnique();
        }
    }, cases: 200);

    [Fact]
    public void Every_event_of_every_history_reads_back_as_it_was_written_and_so_does_every_snapshot()
    {
        var kinds = new HashSet<Type>();
        Properties.Holds(Histories.Arbitrary, history =>
        {
            foreach (var happened in history.Events)
            {
                kinds.Add(happened.GetType());
                var written = EventCatalog.WriteAny(happened);
                var again = EventCatalog.Read<MonitoringEvent>(written.Type, written.SchemaVersion, written.Data);
                Text(EventCatalog.WriteAny(again).Data).ShouldBe(Text(written.Data));
            }
            var snapshot = Snapshots.MonitoringFile.Write(history.File);
            Text(Snapshots.MonitoringFile.Write(Snapshots.MonitoringFile.Read(snapshot))).ShouldBe(Text(snapshot));
        }, cases: 1_000);
        kinds.ShouldBe(EventCatalog.Forms.Select(form => form.Clr).Where(clr => clr.IsAssignableTo(typeof(MonitoringEvent))), ignoreOrder: true);
    }

    private static readonly HashSet<Type> s_steps =
    [
        typeof(CluesDispatched), typeof(RiskVerified), typeof(VillageReviewAgreed), typeof(NoticePosted), typeof(NoticeClosed), typeof(TownshipReviewAgreed),
        typeof(ClearingProposed),
    ];

    private static readonly Type[] s_admission =
        [typeof(CluesDispatched), typeof(RiskVerified), typeof(VillageReviewAgreed), typeof(NoticePosted), typeof(NoticeClosed), typeof(TownshipReviewAgreed)];

    private static readonly Type[] s_clearing = [typeof(ClearingProposed), typeof(VillageReviewAgreed), typeof(NoticePosted), typeof(NoticeClosed)];

    private static IEnumerable<string> Ids(MonitoringFile file) =>
    [
        .. file.Clues.Select(clue => $"clue/{clue.Id}"), .. file.Visits.Select(visit => $"visit/{visit.Id}"), .. file.Measures.Select(measure => $"measure/{measure.Id}"),
    ];

    private static string Text(ReadOnlyMemory<byte> data) => Encoding.UTF8.GetString(data.Span);
}
