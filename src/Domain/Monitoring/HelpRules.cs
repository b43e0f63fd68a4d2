using Revitalization.Domain.Commands;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Monitoring;

/// <summary>Help while a household is monitored (监测帮扶): who answers for it, measures, visits, forecasts.</summary>
public static partial class MonitoringRules
{
    private static Decision<MonitoringEvent> Name(MonitoringFile file, NameCadre c, MonitoringContext context)
    {
        if (!file.IsMonitored) return MonitoringRefusal.NotMonitored.On();
        if (MonitoringColour.On(file, context.Pack, context.Today) is { } colour && c.Rank < colour.RequiredRank)
            return MonitoringRefusal.CadreRankTooLow.On("rank");
        if (file.Cadre is { } present && string.Equals(present.Account, c.Cadre, StringComparison.Ordinal) && present.Rank == c.Rank)
            return Decision<MonitoringEvent>.Nothing;
        return new CadreNamed(c.On, c.Cadre, c.Rank);
    }

    private static Decision<MonitoringEvent> Plan(MonitoringFile file, PutMeasure c)
    {
        if (!file.IsMonitored) return MonitoringRefusal.NotMonitored.On();
        if (c.AmountFen < 0) return MonitoringRefusal.AmountNegative.On("amountFen");
        if (c.Quantity < 0) return MonitoringRefusal.AmountNegative.On("quantity");
        if (!Says(c.Kind)) return MonitoringRefusal.TextImplausible.On("kind");
        if (c.DueOn < c.On) return MonitoringRefusal.DueBeforePlan.On("dueOn");
        var planned = new Measure(c.MeasureId, c.Kind, c.AmountFen, c.Quantity, c.Unit, c.Cadre, c.On, c.DueOn, null);
        if (file.Measure(c.MeasureId) is { } present)
        {
            if (present == planned) return Decision<MonitoringEvent>.Nothing;
            if (present.CompletedOn is not null) return MonitoringRefusal.MeasureCompleted.On("measureId");
        }
        return new MeasurePlanned(c.On, c.MeasureId, c.Kind, c.AmountFen, c.Quantity, c.Unit, c.Cadre, c.DueOn);
    }

    private static Decision<MonitoringEvent> Complete(MonitoringFile file, CompleteMeasure c)
    {
        if (!file.IsMonitored) return MonitoringRefusal.NotMonitored.On();
        if (file.Measure(c.MeasureId) is not { } measure) return MonitoringRefusal.MeasureUnknown.On("measureId");
        if (measure.CompletedOn == c.On) return Decision<MonitoringEvent>.Nothing;
        if (measure.CompletedOn is not null) return MonitoringRefusal.MeasureCompleted.On("measureId");
        if (c.On < measure.PlannedOn) return MonitoringRefusal.DueBeforePlan.On("on");
        if (!Says(c.Result)) return MonitoringRefusal.TextImplausible.On("result");
        return new MeasureCompleted(c.On, c.MeasureId, c.Result, c.Evidence.IsDefault ? [] : c.Evidence);
    }

    private static Decision<MonitoringEvent> Visit(MonitoringFile file, RecordVisit c)
    {
        if (!file.IsMonitored) return MonitoringRefusal.NotMonitored.On();
        if (c.On < file.Admission!.On) return MonitoringRefusal.DayBeforeStep.On("on");
        if (file.Visits.FirstOrDefault(each => string.Equals(each.Id, c.VisitId, StringComparison.Ordinal)) is { } earlier)
            return earlier.On == c.On ? Decision<MonitoringEvent>.Nothing : MonitoringRefusal.VisitIdReused.On("visitId");
        return new VisitRecorded(c.On, c.VisitId, c.Needs, c.Note, c.Evidence.IsDefault ? [] : c.Evidence);
    }

    private static Decision<MonitoringEvent> Reassess(MonitoringFile file, ReassessRisk c)
    {
        if (!file.IsMonitored) return MonitoringRefusal.NotMonitored.On();
        if (c.ExpectedClearOn < c.On) return MonitoringRefusal.ExpectedClearingInPast.On("expectedClearOn");
        if (!Says(c.Reason)) return MonitoringRefusal.ReasonMissing.On("reason");
        return new RiskReassessed(c.On, c.ExpectedClearOn, c.Reason);
    }
}
