using System.Collections.Immutable;
using System.Diagnostics;
using Revitalization.Domain.Households;

namespace Revitalization.Domain.Monitoring;

public static class MonitoringEvolve
{
    /// <summary>The file after one more fact. Total over every event.</summary>
    public static MonitoringFile Evolve(MonitoringFile file, MonitoringEvent happened)
    {
        var after = happened switch
        {
            ClueReported e => Report(file, e),
            ClueWithdrawn e => WithdrawClue(file, e),
            CluesDispatched e => (file.Step == MonitoringStep.Verification ? file : file.Enter(MonitoringStep.Verification, e.On)) with { Verifier = e.Assignee },
            RiskVerified e => file.Enter(MonitoringStep.VillageReview, e.On) with { Finding = new(e.Risks, e.Needs, e.On, e.ExpectedClearOn) },
            VillageReviewAgreed e => file.Enter(file.IsClearing ? MonitoringStep.ClearingNotice : MonitoringStep.Notice, e.On) with { Notice = null },
            NoticePosted e => file with { Notice = new(e.NoticeId, e.On, e.Until, []) },
            ObjectionRaised e => file with { Notice = file.Notice! with { Objections = file.Notice.Objections.Add(new(e.ObjectionId, e.On, null)) } },
            ObjectionSettled e => file with { Notice = Settle(file.Notice!, e) },
            NoticeClosed e => file.Enter(file.IsClearing ? MonitoringStep.ClearingApproval : MonitoringStep.TownshipReview, e.On) with { Notice = null },
            TownshipReviewAgreed e => file.Enter(MonitoringStep.CountyApproval, e.On) with { Proposed = e.Kind },
            MonitoringAdmitted e => Admit(file, e),
            MonitoringTakenOver e => TakeOver(file, e),
            AdmissionDismissed e => file.Enter(MonitoringStep.Idle, e.On) with { Clues = Settled(file), Verifier = null, Finding = null, Notice = null, Proposed = MonitoredKind.None },
            CadreNamed e => file with { Cadre = new(e.Cadre, e.Rank, e.On) },
            MeasurePlanned e => file with { Measures = Put(file.Measures, new(e.MeasureId, e.Kind, e.AmountFen, e.Quantity, e.Unit, e.Cadre, e.On, e.DueOn, null, e.Member)) },
            MeasureCompleted e => file with { Measures = Put(file.Measures, file.Measure(e.MeasureId)! with { CompletedOn = e.On }) },
            MeasureWithdrawn e => file.Withdraw("measure", e.MeasureId) with { Measures = file.Measures.RemoveAll(measure => Same(measure.Id, e.MeasureId)) },
            VisitRecorded e => file with { Visits = file.Visits.Add(new(e.VisitId, e.On, e.Needs, e.By)) },
            VisitWithdrawn e => file.Withdraw("visit", e.VisitId) with { Visits = file.Visits.RemoveAll(visit => Same(visit.Id, e.VisitId)) },
            CheckRecorded e => file with { Checks = file.Checks.Add(new(e.Campaign, e.On, e.Needs, e.By)) },
            IncomeTargetSet e => file with { Targets = [.. file.Targets.Where(target => target.Year != e.Year), new(e.Year, e.PerHeadFen)] },
            RiskReassessed e => file with { Finding = file.Finding! with { AssessedOn = e.On, ExpectedClearOn = e.ExpectedClearOn } },
            ClearingProposed e => file.Enter(MonitoringStep.ClearingReview, e.On) with { Clearing = e.ClearingId },
            MonitoringContinued e => file.Enter(MonitoringStep.Helping, e.On) with { Notice = null, Clearing = null },
            RiskCleared e => Clear(file, e.On) with { ClearedOn = e.On },
            FileClosed e => Clear(file, e.On) with { ClosedOn = e.On, BeforeClosing = file },
            FileReopened => file.BeforeClosing!,
            _ => throw new UnreachableException($"A monitoring file was never taught {happened.GetType().Name}."),
        };
        return after with { Version = file.Version + 1 };
    }

    private static MonitoringFile Enter(this MonitoringFile file, MonitoringStep step, DateOnly on) => file with { Step = step, Since = on };

    private static MonitoringFile Report(MonitoringFile file, ClueReported e)
    {
        var reported = file with { Clues = file.Clues.Add(new(e.ClueId, e.On, e.Origin, e.Risk, Settled: file.IsMonitored)) };
        return file.Step == MonitoringStep.Idle ? reported.Enter(MonitoringStep.Dispatch, e.On) : reported;
    }

    /// <summary>With its last open clue the procedure ends: there is nothing left to send out.</summary>
    private static MonitoringFile WithdrawClue(MonitoringFile file, ClueWithdrawn e)
    {
        var left = file.Withdraw("clue", e.ClueId) with { Clues = file.Clues.RemoveAll(clue => Same(clue.Id, e.ClueId)) };
        return left.Clues.Any(clue => !clue.Settled) ? left : left.Enter(MonitoringStep.Idle, e.On);
    }

    private static MonitoringFile Withdraw(this MonitoringFile file, string kind, string id) => file with { Withdrawn = file.Withdrawn.Add($"{kind}/{id}") };

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);

    private static Notice Settle(Notice notice, ObjectionSettled e)
    {
        var settled = notice.Objections.Select(objection =>
            Same(objection.Id, e.ObjectionId) ? objection with { SettledOn = e.On } : objection).ToImmutableArray();
        return notice with { Objections = settled };
    }

    private static MonitoringFile Admit(MonitoringFile file, MonitoringAdmitted e) =>
        file.Enter(MonitoringStep.Helping, e.On) with
        {
            Admission = new(e.On, e.Kind), Round = e.Round, Clues = Settled(file), ClearedOn = null,
            Measures = [], Visits = [], Targets = [], Cadre = null, Proposed = MonitoredKind.None,
        };

    /// <summary>What the needs were is not known: the first visit says.</summary>
    private static MonitoringFile TakeOver(MonitoringFile file, MonitoringTakenOver e) =>
        file.Enter(MonitoringStep.Helping, e.On) with
        {
            Admission = new(e.AdmittedOn, e.Kind, TakenOver: true, TakenOn: e.On), Round = 1,
            Finding = new(e.Risks, BasicNeeds.Met, e.On, e.ExpectedClearOn),
        };

    private static MonitoringFile Clear(MonitoringFile file, DateOnly on) =>
        file.Enter(MonitoringStep.Idle, on) with { Admission = null, Notice = null, Cadre = null, Verifier = null, Clearing = null, Clues = Settled(file), Proposed = MonitoredKind.None };

    private static ImmutableArray<Clue> Settled(MonitoringFile file) => [.. file.Clues.Select(clue => clue with { Settled = true })];

    private static ImmutableArray<Measure> Put(ImmutableArray<Measure> measures, Measure measure)
    {
        for (var at = 0; at < measures.Length; at++)
            if (Same(measures[at].Id, measure.Id))
                return measures.SetItem(at, measure);
        return measures.Add(measure);
    }
}
