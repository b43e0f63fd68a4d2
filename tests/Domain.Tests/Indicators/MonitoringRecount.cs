using Revitalization.Domain.Calendar;
using Revitalization.Domain.Households;
using Revitalization.Domain.Indicators;
using Revitalization.Domain.Monitoring;
using static Revitalization.Domain.Indicators.IndicatorCodes;

namespace Revitalization.Domain.Tests.Indicators;

/// <summary>Monitoring figures counted plainly: each file is folded anew up to the day, each event looked at in its quarter.</summary>
internal static class MonitoringRecount
{
    public static bool Counts(string indicator) => indicator.StartsWith("monitoring.", StringComparison.Ordinal);

    public static long Of(IReadOnlyList<DrawnMonitoring> drawn, string village, Period period, string indicator, CountyPackDays packs)
    {
        var standing = drawn.Where(each => each.Household.Closed is not { Value.Kind: CloseKind.ListedInError } && each.Household.Registered is not null).ToList();
        return IndicatorCatalog.Of(indicator).Accumulation == Accumulation.Stock
            ? standing.Sum(each => Stock(each, village, period.LastDay, indicator, packs))
            : standing.Sum(each => Flow(each, village, period, indicator));
    }

    private static long Stock(DrawnMonitoring drawn, string village, DateOnly day, string indicator, CountyPackDays packs)
    {
        if (drawn.Household.AsOf(day) is not { Exists: true } view || view.Village != village) return 0;
        var file = StandingOn(drawn.Events, day);
        var isCleared = file.Admission is null && file.ClearedOn is not null;
        var counted = indicator switch
        {
            MonitoringFiles or MonitoringFilesPeople => file.Admission is not null || isCleared,
            MonitoringOpen or MonitoringOpenPeople => file.Admission is not null,
            MonitoringCleared or MonitoringClearedPeople => isCleared,
            MonitoringUnstableLifted or MonitoringUnstableLiftedPeople => KindOf(drawn.Events, file, isCleared) == MonitoredKind.UnstableLifted,
            MonitoringMarginal or MonitoringMarginalPeople => KindOf(drawn.Events, file, isCleared) == MonitoredKind.Marginal,
            MonitoringSuddenHardship or MonitoringSuddenHardshipPeople => KindOf(drawn.Events, file, isCleared) == MonitoredKind.SuddenHardship,
            MonitoringReadmittedStanding => file.Admission is not null && file.Round > 1,
            MonitoringSeverity1 => Severity(file, packs, village, day) == 1,
            MonitoringSeverity2 => Severity(file, packs, village, day) == 2,
            MonitoringSeverity3 => Severity(file, packs, village, day) == 3,
            MonitoringInProcedure => file.Step is >= MonitoringStep.Dispatch and <= MonitoringStep.CountyApproval,
            MonitoringStepDispatch => file.Step == MonitoringStep.Dispatch,
            MonitoringStepVerification => file.Step == MonitoringStep.Verification,
            MonitoringStepVillageReview => file.Step == MonitoringStep.VillageReview,
            MonitoringStepNotice => file.Step == MonitoringStep.Notice,
            MonitoringStepTownshipReview => file.Step == MonitoringStep.TownshipReview,
            MonitoringStepCountyApproval => file.Step == MonitoringStep.CountyApproval,
            MonitoringStepHelping => file.Step == MonitoringStep.Helping,
            MonitoringStepClearing => file.IsClearing,
            _ => throw new ArgumentException($"Not recounted: {indicator}", nameof(indicator)),
        };
        if (!counted) return 0;
        return indicator.EndsWith(".people", StringComparison.Ordinal) ? view.Members.Length : 1;
    }

    /// <summary>The file as it stood after the last step entered by the day; a procedure whose only clues were taken back never stood.</summary>
    private static MonitoringFile StandingOn(IReadOnlyList<MonitoringEvent> events, DateOnly day)
    {
        var (file, states) = (MonitoringFile.Empty, new List<(DateOnly From, MonitoringFile File)> { (DateOnly.MinValue, MonitoringFile.Empty) });
        foreach (var happened in WithoutReopened(events))
        {
            var before = file;
            file = MonitoringEvolve.Evolve(file, happened);
            if (happened is ClueWithdrawn && before.Step == MonitoringStep.Dispatch && file.Step == MonitoringStep.Idle)
                states.RemoveAt(states.Count - 1);
            else if (file.Step != before.Step || happened is RiskReassessed)
                states.Add((Later(states[^1].From, happened is RiskReassessed ? happened.On : file.Since), file));
        }
        return states.Last(state => state.From <= day).File;
    }

    private static DateOnly Later(DateOnly left, DateOnly right) => left > right ? left : right;

    /// <summary>A file forgets the kind when it is cleared: it is that of the last admission before.</summary>
    private static MonitoredKind? KindOf(IReadOnlyList<MonitoringEvent> events, MonitoringFile file, bool isCleared) => file.Admission?.Kind ?? (isCleared
        ? events.Where(happened => happened is MonitoringAdmitted admitted && admitted.Round == file.Round || happened is MonitoringTakenOver && file.Round == 1)
            .Select(happened => happened is MonitoringAdmitted admitted ? admitted.Kind : ((MonitoringTakenOver)happened).Kind).Last()
        : null);

    private static int? Severity(MonitoringFile file, CountyPackDays packs, string village, DateOnly day) =>
        MonitoringColour.On(file, packs.On(village, day), day)?.Shown.Severity;

    private static long Flow(DrawnMonitoring drawn, string village, Period period, string indicator)
    {
        var days = MonitoringDays(drawn.Events, Base(indicator)).Where(each => period.Contains(each.On) && At(drawn.Household, each.On) == village).ToList();
        if (indicator == Base(indicator) && indicator is not (MonitoringChecked or MonitoringClueHouseholds) && !IsOnce(indicator)) return days.Sum(each => each.Number);
        if (!indicator.EndsWith("-in-year", StringComparison.Ordinal)) return days.Count > 0 ? 1 : 0;
        // A year's households stand in the first of its quarters that saw them there.
        var earlier = MonitoringDays(drawn.Events, Base(indicator)).Any(each => each.On.Year == period.Year && each.On < period.FirstDay && At(drawn.Household, each.On) == village);
        return days.Count > 0 && !earlier ? 1 : 0;
    }

    private static bool IsOnce(string indicator) => indicator.StartsWith("monitoring.clue-households.", StringComparison.Ordinal);

    /// <summary>The indicator whose days are counted.</summary>
    private static string Base(string indicator) => indicator switch
    {
        MonitoringClueHouseholds or MonitoringClueHouseholdsYear => MonitoringClues,
        MonitoringVisited or MonitoringVisitedYear => MonitoringVisits,
        MonitoringPlannedHouseholds or MonitoringPlannedHouseholdsYear => MonitoringMeasuresPlanned,
        MonitoringHelpedHouseholds or MonitoringHelpedHouseholdsYear => MonitoringMeasuresCompleted,
        MonitoringCheckedYear => MonitoringChecked,
        _ => indicator,
    };

    private static string At(Household household, DateOnly day) => household.VillageOn(day) ?? household.Villages[0].Value.Village;

    private static IEnumerable<(DateOnly On, long Number)> MonitoringDays(IReadOnlyList<MonitoringEvent> events, string indicator) => indicator switch
    {
        MonitoringMeasuresPlanned => MeasureRecount.Of(events).Select(measure => (measure.PlannedOn, 1L)),
        MonitoringMeasuresCompleted => MeasureRecount.Of(events).Where(measure => measure.CompletedOn is not null).Select(measure => (measure.CompletedOn!.Value, 1L)),
        MonitoringMeasuresAmount => MeasureRecount.Of(events).Where(measure => measure.CompletedOn is not null).Select(measure => (measure.CompletedOn!.Value, measure.AmountFen)),
        MonitoringFirstHelped => MeasureRecount.FirstHelp(events).Select(help => (help.On, 1L)),
        MonitoringDaysToHelp => MeasureRecount.FirstHelp(events).Select(help => (help.On, (long)help.Days)),
        MonitoringDispatched => FirstDispatches(events).Select(day => (day, 1L)),
        _ => Kept(events).Where(happened => Is(happened, indicator)).Select(happened => (happened.On, 1L)),
    };

    private static bool Is(MonitoringEvent happened, string indicator) => indicator switch
    {
        MonitoringClues => happened is ClueReported,
        MonitoringClueApplication => happened is ClueReported { Origin: ClueOrigin.Application },
        MonitoringClueVisit => happened is ClueReported { Origin: ClueOrigin.Visit },
        MonitoringClueDepartment => happened is ClueReported { Origin: ClueOrigin.Department },
        MonitoringClueScreening => happened is ClueReported { Origin: ClueOrigin.Screening },
        MonitoringRiskHealth => happened is ClueReported { Risk: RiskKind.Illness or RiskKind.Disability },
        MonitoringRiskSchooling => happened is ClueReported { Risk: RiskKind.Schooling },
        MonitoringRiskDisaster => happened is ClueReported { Risk: RiskKind.Disaster or RiskKind.Accident },
        MonitoringRiskIncome => happened is ClueReported { Risk: RiskKind.IncomeLoss or RiskKind.WorkLoss or RiskKind.IndustryLoss },
        MonitoringRiskLiving => happened is ClueReported { Risk: RiskKind.Housing or RiskKind.Water },
        MonitoringRiskOther => happened is ClueReported { Risk: RiskKind.Other },
        MonitoringVerified => happened is RiskVerified or AdmissionDismissed { Reason: DismissalReason.NoRiskFound },
        MonitoringRiskFound => happened is RiskVerified,
        MonitoringDismissed => happened is AdmissionDismissed,
        MonitoringAdmittedFlow => happened is MonitoringAdmitted,
        MonitoringReadmitted => happened is MonitoringAdmitted { Round: > 1 },
        MonitoringTakenOverFlow => happened is MonitoringTakenOver,
        MonitoringClearedFlow => happened is RiskCleared,
        MonitoringContinuedFlow => happened is MonitoringContinued,
        MonitoringVisits => happened is VisitRecorded,
        MonitoringChecked => happened is CheckRecorded,
        _ => throw new ArgumentException($"Not recounted: {indicator}", nameof(indicator)),
    };

    private static IEnumerable<DateOnly> FirstDispatches(IReadOnlyList<MonitoringEvent> events)
    {
        var file = MonitoringFile.Empty;
        foreach (var happened in events)
        {
            if (happened is CluesDispatched && file.Step == MonitoringStep.Dispatch) yield return happened.On;
            file = MonitoringEvolve.Evolve(file, happened);
        }
    }

    /// <summary>Without what was taken back.</summary>
    internal static IReadOnlyList<MonitoringEvent> Kept(IReadOnlyList<MonitoringEvent> events)
    {
        var kept = events.ToList();
        foreach (var happened in events)
        {
            switch (happened)
            {
                case ClueWithdrawn e: kept.RemoveAll(each => each == happened || each is ClueReported clue && clue.ClueId == e.ClueId); break;
                case VisitWithdrawn e: kept.Remove(happened); kept.RemoveAt(kept.FindLastIndex(each => each is VisitRecorded visit && visit.VisitId == e.VisitId)); break;
                case MeasureWithdrawn: kept.Remove(happened); break;
                default: break;
            }
        }
        return kept;
    }

    private static List<MonitoringEvent> WithoutReopened(IReadOnlyList<MonitoringEvent> events)
    {
        var kept = events.ToList();
        foreach (var reopened in events.OfType<FileReopened>())
        {
            var at = kept.FindIndex(each => ReferenceEquals(each, reopened));
            kept.RemoveAt(at);
            kept.RemoveAt(kept.FindLastIndex(at - 1, each => each is FileClosed));
        }
        return kept;
    }
}
