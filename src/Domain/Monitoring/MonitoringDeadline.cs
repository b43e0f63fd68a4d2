using System.Globalization;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Monitoring;

/// <summary>What a file must have done by a day (时限). "Overdue" is derived from it when read, never stored.</summary>
/// <param name="Kind">Of <see cref="DeadlineKinds"/>; with the household it names the deadline.</param>
/// <param name="Subject">The measure or the year it is about, else empty.</param>
/// <param name="StartedOn">From here on it is open: that of a new year is known before the year begins.</param>
/// <param name="DueOn">Last day on which it is in time.</param>
/// <param name="IsProvisional">The count crossed a year whose holidays are not yet published.</param>
/// <param name="StoppedDays">Days on which its clock stood still; <see cref="DueOn"/> counts them.</param>
public sealed record MonitoringDeadline(string Kind, string Subject, DateOnly StartedOn, DateOnly DueOn, bool IsProvisional, string Rule, int StoppedDays = 0);

public static class DeadlineKinds
{
    public const string Dispatch = "dispatch";               // 线索派发
    public const string Verification = "verification";       // 入户核查
    public const string VillageReview = "village-review";    // 民主评议
    public const string Notice = "notice";                   // 张贴公示
    public const string NoticeEnd = "notice-end";            // 公示期满办结
    public const string Objection = "objection";             // 处理公示异议; its subject is the objection
    public const string TownshipReview = "township-review";  // 乡镇审核
    public const string CountyApproval = "county-approval";  // 县级审定
    public const string FirstMeasure = "first-measure";      // 落实首项措施
    public const string Measure = "measure";                 // 措施到期
    public const string Visit = "visit";                     // 走访
    public const string IncomeTarget = "income-target";      // 制定新年度增收目标
    public const string ClearingReview = "clearing-review";
    public const string ClearingApproval = "clearing-approval";
}

/// <summary>Every deadline that a file has open, from its step, its pack and the working-day calendar.</summary>
public static class MonitoringDeadlines
{
    public static IReadOnlyList<MonitoringDeadline> Of(MonitoringFile file, PolicyPack pack, WorkdayCalendar calendar) => Of(file, _ => pack, calendar);

    /// <param name="packOn">The county's pack of a day: a limit follows from the pack in force on the day its clock started.</param>
    /// <param name="calendar">Where working days are counted.</param>
    /// <inheritdoc cref="Of(MonitoringFile, PolicyPack, WorkdayCalendar)"/>
    public static IReadOnlyList<MonitoringDeadline> Of(MonitoringFile file, Func<DateOnly, PolicyPack> packOn, WorkdayCalendar calendar)
    {
        var open = new List<MonitoringDeadline>();
        if (OfStep(file) is var (kind, rule, from))
            Add(open, packOn, calendar, kind, "", rule, from);
        if (file.Notice is { } notice) AddNotice(open, notice, packOn, calendar);
        if (file.Admission is { } admission) AddHelp(open, file, admission, packOn, calendar);
        return open;
    }

    private static (string Kind, string Rule, DateOnly From)? OfStep(MonitoringFile file) => file.Step switch
    {
        MonitoringStep.Dispatch => (DeadlineKinds.Dispatch, "monitoring.step.dispatch", file.Since),
        MonitoringStep.Verification => (DeadlineKinds.Verification, "monitoring.step.verification", file.Since),
        MonitoringStep.VillageReview => (DeadlineKinds.VillageReview, "monitoring.step.village-review", file.Since),
        MonitoringStep.Notice or MonitoringStep.ClearingNotice when file.Notice is null => (DeadlineKinds.Notice, "monitoring.step.notice", file.Since),
        MonitoringStep.TownshipReview => (DeadlineKinds.TownshipReview, "monitoring.step.township-review", file.Since),
        MonitoringStep.CountyApproval => (DeadlineKinds.CountyApproval, "monitoring.step.county-approval", file.Since),
        MonitoringStep.ClearingReview => (DeadlineKinds.ClearingReview, "monitoring.step.village-review", file.Since),
        MonitoringStep.ClearingApproval => (DeadlineKinds.ClearingApproval, "monitoring.step.county-approval", file.Since),
        _ => null,
    };

    /// <summary>While an objection is open the notice's clock stands still and nothing is late by it: whoever looks into the objection has a limit of his own.</summary>
    private static void AddNotice(List<MonitoringDeadline> open, Notice notice, Func<DateOnly, PolicyPack> packOn, WorkdayCalendar calendar)
    {
        if (!notice.AnyOpen) open.Add(NoticeEnd(notice));
        foreach (var objection in notice.Objections.Where(objection => objection.SettledOn is null))
            Add(open, packOn, calendar, DeadlineKinds.Objection, objection.Id, MonitoringRuleIds.Objection, objection.RaisedOn);
    }

    private static MonitoringDeadline NoticeEnd(Notice notice) => new(
        DeadlineKinds.NoticeEnd, "", notice.PostedOn, NoticeClock.LastDay(notice).AddDays(1), false, "monitoring.notice.days", NoticeClock.StoppedDays(notice));

    private static void AddHelp(List<MonitoringDeadline> open, MonitoringFile file, Admission admission, Func<DateOnly, PolicyPack> packOn, WorkdayCalendar calendar)
    {
        if (file.Measures.IsEmpty)
            Add(open, packOn, calendar, DeadlineKinds.FirstMeasure, "", "monitoring.step.measures", admission.On);
        foreach (var measure in file.Measures.Where(measure => measure.CompletedOn is null))
            open.Add(new(DeadlineKinds.Measure, measure.Id, measure.PlannedOn, measure.DueOn, false, ""));
        var lastSeen = file.Visits.IsEmpty ? admission.On : file.Visits.Max(visit => visit.On);
        Add(open, packOn, calendar, DeadlineKinds.Visit, "", "monitoring.visit.interval", lastSeen);
        var year = YearWithoutTarget(file, admission);
        Add(open, packOn, calendar, DeadlineKinds.IncomeTarget, year.ToString(CultureInfo.InvariantCulture), MonitoringRuleIds.NewYearTarget, new(year, 1, 1));
    }

    /// <summary>The first year to come for which nothing is aimed at: the one after admission, or after the last that has a target.</summary>
    private static int YearWithoutTarget(MonitoringFile file, Admission admission) =>
        Math.Max(admission.PlannedFrom.Year, file.Targets.IsEmpty ? 0 : file.Targets.Max(target => target.Year)) + 1;

    private static void Add(
        List<MonitoringDeadline> open, Func<DateOnly, PolicyPack> packOn, WorkdayCalendar calendar, string kind, string subject, string rule, DateOnly from)
    {
        if (packOn(from).Find<DeadlineRule>(rule)?.On(from)?.Value is not { } limit) return;
        var due = Due(limit, from, calendar);
        open.Add(new(kind, subject, from, due.Value, due.IsProvisional, rule));
    }

    /// <summary>The last day in time. A limit in days is counted from the day after.</summary>
    public static WorkdayResult<DateOnly> Due(TimeLimit limit, DateOnly from, WorkdayCalendar calendar) => limit.Unit switch
    {
        TimeUnit.WorkingDays => calendar.Add(from, limit.Count),
        TimeUnit.CalendarDays => new(from.AddDays(limit.Count), false),
        TimeUnit.Months => new(from.AddMonths(limit.Count), false),
        _ => throw new ArgumentOutOfRangeException(nameof(limit), limit.Unit, "A unit that was never defined."),
    };
}
