using Revitalization.Domain.Calendar;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Aid;

/// <summary>Limits of aid between partners, from the county's pack.</summary>
public static class AidLimits
{
    /// <summary>The county answers a report within this (协作支援答复时限).</summary>
    public const string AnswerRule = "aid.answer";

    /// <summary>The last day in time; null where no rule held when the county was asked.</summary>
    public static DateOnly? AnswerDueOn(PolicyPack pack, DateOnly asked, WorkdayCalendar calendar) =>
        pack.Find<DeadlineRule>(AnswerRule)?.On(asked)?.Value is { } limit ? MonitoringDeadlines.Due(limit, asked, calendar).Value : null;
}
