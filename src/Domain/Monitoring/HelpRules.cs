using Revitalization.Domain.Commands;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Monitoring;

/// <summary>Help while a household is monitored (监测帮扶): who answers for it, measures, visits, forecasts.</summary>
public static partial class MonitoringRules
{
    private static Decision<MonitoringEvent> Name(MonitoringFile file, NameCadre c, MonitoringContext context)
    {
        if (!file.IsMonitored) return MonitoringRefusal.NotMonitored.On();
        if (c.On < file.Admission!.On) return MonitoringRefusal.DayBeforeStep.On("on");
        if (MonitoringColour.On(file, context.Pack, context.Today) is { } colour && c.Rank < colour.RequiredRank)
            return MonitoringRefusal.CadreRankTooLow.On("rank");
        if (file.Cadre is { } present && Same(present.Account, c.Cadre) && present.Rank == c.Rank)
            return Decision<MonitoringEvent>.Nothing;
        return new CadreNamed(c.On, c.Cadre, c.Rank);
    }

    private static Decision<MonitoringEvent> Plan(MonitoringFile file, PutMeasure c)
    {
        if (!file.IsMonitored) return MonitoringRefusal.NotMonitored.On();
        if (c.On < file.Admission!.On) return MonitoringRefusal.DayBeforeStep.On("on");
        if (c.AmountFen < 0) return MonitoringRefusal.AmountNegative.On("amountFen");
        if (c.Quantity < 0) return MonitoringRefusal.AmountNegative.On("quantity");
        if (!Says(c.Kind)) return MonitoringRefusal.TextImplausible.On("kind");
        if (!Says(c.Unit)) return MonitoringRefusal.TextImplausible.On("unit");
        if (c.DueOn < c.On) return MonitoringRefusal.DueBeforePlan.On("dueOn");
        var planned = new Measure(c.MeasureId, c.Kind, c.AmountFen, c.Quantity, c.Unit, c.Cadre, c.On, c.DueOn, null, c.Member);
        if (file.Measure(c.MeasureId) is { } present)
        {
            if (present == planned) return Decision<MonitoringEvent>.Nothing;
            if (present.CompletedOn is not null) return MonitoringRefusal.MeasureCompleted.On("measureId");
        }
        if (file.WasWithdrawn("measure", c.MeasureId)) return MonitoringRefusal.IdWithdrawn.On("measureId");
        return new MeasurePlanned(c.On, c.MeasureId, c.Kind, c.AmountFen, c.Quantity, c.Unit, c.Cadre, c.DueOn, c.Member);
    }

    private static Decision<MonitoringEvent> Complete(MonitoringFile file, CompleteMeasure c)
    {
        if (!file.IsMonitored) return MonitoringRefusal.NotMonitored.On();
        if (file.Measure(c.MeasureId) is not { } measure) return MonitoringRefusal.MeasureUnknown.On("measureId");
        if (measure.CompletedOn == c.On) return Decision<MonitoringEvent>.Nothing;
        if (measure.CompletedOn is not null) return MonitoringRefusal.MeasureCompleted.On("measureId");
        if (c.On < measure.PlannedOn) return MonitoringRefusal.DueBeforePlan.On("on");
        if (!Says(c.Result)) return MonitoringRefusal.ReasonMissing.On("result");
        return new MeasureCompleted(c.On, c.MeasureId, c.Result, c.Evidence.IsDefault ? [] : c.Evidence);
    }

    private static Decision<MonitoringEvent> Visit(MonitoringFile file, RecordVisit c)
    {
        if (!file.IsMonitored) return MonitoringRefusal.NotMonitored.On();
        if (c.On < file.Admission!.On) return MonitoringRefusal.DayBeforeStep.On("on");
        if (file.Visit(c.VisitId) is { } earlier)
            return earlier.On == c.On && earlier.Needs == c.Needs ? Decision<MonitoringEvent>.Nothing : MonitoringRefusal.VisitIdReused.On("visitId");
        if (file.WasWithdrawn("visit", c.VisitId)) return MonitoringRefusal.IdWithdrawn.On("visitId");
        return new VisitRecorded(c.On, c.VisitId, c.Needs, c.By, c.Note, c.Evidence.IsDefault ? [] : c.Evidence);
    }

    private static Decision<MonitoringEvent> Withdraw(MonitoringFile file, WithdrawMeasure c)
    {
        if (file.WasWithdrawn("measure", c.MeasureId)) return Decision<MonitoringEvent>.Nothing;
        if (!file.IsMonitored) return MonitoringRefusal.NotMonitored.On();
        if (file.Measure(c.MeasureId) is not { } measure) return MonitoringRefusal.MeasureUnknown.On("measureId");
        if (measure.CompletedOn is not null) return MonitoringRefusal.MeasureCompleted.On("measureId");
        if (c.On < measure.PlannedOn) return MonitoringRefusal.DayBeforeStep.On("on");
        return Says(c.Reason) ? new MeasureWithdrawn(c.On, c.MeasureId, c.Reason) : MonitoringRefusal.ReasonMissing.On("reason");
    }

    private static Decision<MonitoringEvent> Withdraw(MonitoringFile file, WithdrawVisit c)
    {
        if (file.WasWithdrawn("visit", c.VisitId)) return Decision<MonitoringEvent>.Nothing;
        if (!file.IsMonitored) return MonitoringRefusal.NotMonitored.On();
        if (file.Visit(c.VisitId) is not { } visit) return MonitoringRefusal.VisitUnknown.On("visitId");
        if (c.On < visit.On) return MonitoringRefusal.DayBeforeStep.On("on");
        return Says(c.Reason) ? new VisitWithdrawn(c.On, c.VisitId, c.Reason) : MonitoringRefusal.ReasonMissing.On("reason");
    }

    private static Decision<MonitoringEvent> Reassess(MonitoringFile file, ReassessRisk c)
    {
        if (!file.IsMonitored) return MonitoringRefusal.NotMonitored.On();
        if (c.ExpectedClearOn < c.On) return MonitoringRefusal.ExpectedClearingInPast.On("expectedClearOn");
        if (!Says(c.Reason)) return MonitoringRefusal.ReasonMissing.On("reason");
        return new RiskReassessed(c.On, c.ExpectedClearOn, c.Reason);
    }
}
