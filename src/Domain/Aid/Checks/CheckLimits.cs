using System.Diagnostics;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Aid.Checks;

/// <summary>Until when a period is to be checked (盘点时限), from the county's pack. A cycle that the pack does not name is not due.</summary>
public static class CheckLimits
{
    /// <summary>The last day in time; null where the county does not hold this cycle.</summary>
    /// <param name="pack">The rules on the period's last day.</param>
    public static DateOnly? DueOn(PolicyPack pack, CheckPeriod period, WorkdayCalendar calendar) =>
        pack.Find<DeadlineRule>(RuleOf(period.Cycle))?.On(period.LastDay)?.Value is { } limit ? MonitoringDeadlines.Due(limit, period.LastDay, calendar).Value : null;

    private static string RuleOf(CheckCycle cycle) => cycle switch
    {
        CheckCycle.Bimonthly => "aid.check.bimonthly",
        CheckCycle.Quarterly => "aid.check.quarterly",
        CheckCycle.HalfYear => "aid.check.half-year",
        CheckCycle.YearEnd => "aid.check.year-end",
        _ => throw new UnreachableException($"No rule for {cycle}."),
    };
}
