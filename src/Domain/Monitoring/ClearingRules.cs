using Revitalization.Domain.Commands;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Monitoring;

/// <summary>Clearing a risk (风险消除): a procedure guarded by the pack's conditions, never a flag.</summary>
public static partial class MonitoringRules
{
    private static Decision<MonitoringEvent> Propose(MonitoringFile file, ProposeClearing c, MonitoringContext context)
    {
        if (!file.IsMonitored) return MonitoringRefusal.NotMonitored.On();
        if (file.Step != MonitoringStep.Helping) return MonitoringRefusal.StepOutOfOrder.On();
        if (c.Evidence.IsDefaultOrEmpty) return MonitoringRefusal.EvidenceMissing.On("evidence");
        if (c.Needs != BasicNeeds.Met) return MonitoringRefusal.NeedsUnmet.On("needs");
        if (!c.IncomeStable) return MonitoringRefusal.IncomeUnstable.On("incomeStable");
        return Guarded(file, c, context.Pack) is { } refusal ? refusal.On() : new ClearingProposed(c.On, c.ClearingId, c.Evidence);
    }

    private static MonitoringRefusal? Guarded(MonitoringFile file, ProposeClearing c, PolicyPack pack)
    {
        var months = pack.Find<DeadlineRule>("monitoring.clearing.least-observation")?.On(c.On)?.Value.Count ?? 0;
        if (c.On < file.Admission!.On.AddMonths(months)) return MonitoringRefusal.ObservationTooShort;
        var measures = pack.Find<FloorRule>("monitoring.clearing.least-measures")?.On(c.On)?.Value.Least ?? 0;
        if (file.Measures.Count(measure => measure.CompletedOn <= c.On) < measures) return MonitoringRefusal.MeasuresTooFew;
        var never = pack.Find<SwitchRule>("monitoring.clearing.never-without-labour")?.On(c.On)?.Value.On ?? false;
        return never && !c.AnyLabour ? MonitoringRefusal.NoLabour : null;
    }

    private static Decision<MonitoringEvent> DecideClearing(MonitoringFile file, DecideClearing c)
    {
        if (file.Step != MonitoringStep.ClearingApproval) return MonitoringRefusal.StepOutOfOrder.On();
        if (!Same(file.Clearing!, c.ClearingId)) return MonitoringRefusal.ClearingUnknown.On("clearing");
        if (c.Approved) return new RiskCleared(c.On, file.Round, file.Admission!.Kind);
        return Says(c.Reason)
            ? new MonitoringContinued(c.On, DismissalReason.CountyDisagreed, c.Reason)
            : MonitoringRefusal.ReasonMissing.On("reason");
    }
}
