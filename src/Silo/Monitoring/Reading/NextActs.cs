using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Monitoring;

namespace Revitalization.Silo.Monitoring.Reading;

/// <summary>What a role may do with a file now (可办事项): what the step asks, and of that what the role may.</summary>
public static class NextActs
{
    public static IReadOnlyList<string> Of(MonitoringFile file, string role, DateOnly today, bool stands) =>
        stands && file.ClosedOn is null ? [.. OfStep(file, today).Where(act => MonitoringRoles.May(role, act))] : [];

    private static IEnumerable<string> OfStep(MonitoringFile file, DateOnly today)
    {
        foreach (var act in Procedure(file, today)) yield return act;
        if (file.Step == MonitoringStep.Idle && file.Round == 0) yield return MonitoringActs.TakeOver;
        yield return MonitoringActs.Clue;
        yield return MonitoringActs.Check;
        if (file.IsMonitored)
        {
            foreach (var act in Help(file)) yield return act;
        }
        if (IsWithdrawable(file)) yield return MonitoringActs.Withdrawal;
    }

    private static IEnumerable<string> Procedure(MonitoringFile file, DateOnly today) => file.Step switch
    {
        MonitoringStep.Dispatch => [MonitoringActs.Dispatch],
        MonitoringStep.Verification => [MonitoringActs.Verification, MonitoringActs.Dispatch],
        MonitoringStep.VillageReview or MonitoringStep.ClearingReview => [MonitoringActs.VillageReview],
        MonitoringStep.Notice or MonitoringStep.ClearingNotice => Notice(file.Notice, today),
        MonitoringStep.TownshipReview => [MonitoringActs.TownshipReview],
        MonitoringStep.CountyApproval => [MonitoringActs.CountyDecision],
        MonitoringStep.Helping => [MonitoringActs.Clearing],
        MonitoringStep.ClearingApproval => [MonitoringActs.ClearingDecision],
        _ => [],
    };

    private static IEnumerable<string> Notice(Notice? notice, DateOnly today)
    {
        if (notice is null)
        {
            yield return MonitoringActs.Notice;
            yield break;
        }
        yield return MonitoringActs.Objection;
        if (notice.AnyOpen) yield return MonitoringActs.Settlement;
        else if (today > NoticeClock.LastDay(notice)) yield return MonitoringActs.NoticeClosing;
    }

    private static IEnumerable<string> Help(MonitoringFile file)
    {
        yield return MonitoringActs.Visit;
        yield return MonitoringActs.Measure;
        if (file.Measures.Any(measure => measure.CompletedOn is null)) yield return MonitoringActs.Completion;
        yield return MonitoringActs.Cadre;
        yield return MonitoringActs.Assessment;
        yield return MonitoringActs.IncomeTarget;
    }

    private static bool IsWithdrawable(MonitoringFile file) =>
        file.Step == MonitoringStep.Dispatch || (file.IsMonitored && (!file.Visits.IsEmpty || file.Measures.Any(measure => measure.CompletedOn is null)));
}
