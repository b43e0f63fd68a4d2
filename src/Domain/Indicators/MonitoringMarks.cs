using System.Diagnostics;
using Revitalization.Domain.Monitoring;
using static Revitalization.Domain.Indicators.IndicatorCodes;

namespace Revitalization.Domain.Indicators;

/// <summary>What is counted of a household's monitoring, each on its day.</summary>
internal static class MonitoringMarks
{
    /// <summary>Everything that was done until now and not taken back.</summary>
    public static IEnumerable<MonitoringMark> All(MonitoringRecord record) =>
        record.Marks.Concat(OfRound(record)).Concat(record.File.Clues.SelectMany(OfClue))
            .Concat(record.File.Checks.Select(check => new MonitoringMark(check.On, MonitoringChecked, 1)));

    /// <summary>Measures and visits, which a file keeps until it is admitted again.</summary>
    public static IEnumerable<MonitoringMark> OfRound(MonitoringRecord record)
    {
        foreach (var visit in record.File.Visits) yield return new(visit.On, MonitoringVisits, 1);
        foreach (var measure in record.File.Measures)
        {
            yield return new(measure.PlannedOn, MonitoringMeasuresPlanned, 1);
            if (measure.CompletedOn is not { } completed) continue;
            yield return new(completed, MonitoringMeasuresCompleted, 1);
            yield return new(completed, MonitoringMeasuresAmount, measure.AmountFen);
        }
        if (record.File.Measures.IsEmpty || record.FirstClueOn is not { } clue) yield break;
        var help = record.File.Measures.Min(measure => measure.PlannedOn);
        yield return new(help, MonitoringFirstHelped, 1);
        yield return new(help, MonitoringDaysToHelp, Math.Max(0, help.DayNumber - clue.DayNumber));
    }

    /// <summary>Steps of a procedure, which nothing takes back.</summary>
    public static IEnumerable<MonitoringMark> OfStep(MonitoringFile before, MonitoringEvent happened) => happened switch
    {
        CluesDispatched when before.Step == MonitoringStep.Dispatch => At(happened, MonitoringDispatched),
        CluesDispatched => [], // Another verifier, not another procedure.
        RiskVerified => At(happened, MonitoringVerified, MonitoringRiskFound),
        AdmissionDismissed { Reason: DismissalReason.NoRiskFound } => At(happened, MonitoringVerified, MonitoringDismissed),
        AdmissionDismissed => At(happened, MonitoringDismissed),
        MonitoringAdmitted { Round: > 1 } => At(happened, MonitoringAdmittedFlow, MonitoringReadmitted),
        MonitoringAdmitted => At(happened, MonitoringAdmittedFlow),
        MonitoringTakenOver => At(happened, MonitoringTakenOverFlow),
        RiskCleared => At(happened, MonitoringClearedFlow),
        MonitoringContinued => At(happened, MonitoringContinuedFlow),
        ClueReported or ClueWithdrawn or MeasurePlanned or MeasureCompleted or MeasureWithdrawn or VisitRecorded or VisitWithdrawn or CheckRecorded => [],
        VillageReviewAgreed or NoticePosted or ObjectionRaised or ObjectionSettled or NoticeClosed or TownshipReviewAgreed => [],
        CadreNamed or IncomeTargetSet or RiskReassessed or ClearingProposed or FileClosed or FileReopened => [],
        _ => throw new UnreachableException($"No figure was taught {happened.GetType().Name}."),
    };

    private static IEnumerable<MonitoringMark> OfClue(Clue clue) =>
        [new(clue.On, MonitoringClues, 1), new(clue.On, Origin(clue.Origin), 1), new(clue.On, Risk(clue.Risk), 1)];

    private static string Origin(ClueOrigin origin) => origin switch
    {
        ClueOrigin.Application => MonitoringClueApplication,
        ClueOrigin.Visit => MonitoringClueVisit,
        ClueOrigin.Department => MonitoringClueDepartment,
        _ => MonitoringClueScreening,
    };

    private static string Risk(RiskKind risk) => risk switch
    {
        RiskKind.Illness or RiskKind.Disability => MonitoringRiskHealth,
        RiskKind.Schooling => MonitoringRiskSchooling,
        RiskKind.Disaster or RiskKind.Accident => MonitoringRiskDisaster,
        RiskKind.IncomeLoss or RiskKind.WorkLoss or RiskKind.IndustryLoss => MonitoringRiskIncome,
        RiskKind.Housing or RiskKind.Water => MonitoringRiskLiving,
        _ => MonitoringRiskOther,
    };

    private static MonitoringMark[] At(MonitoringEvent happened, params string[] indicators) =>
        [.. indicators.Select(indicator => new MonitoringMark(happened.On, indicator, 1))];
}
