using System.Collections.Immutable;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Households;
using Revitalization.Domain.Policies;
using Revitalization.Domain.Privacy;

namespace Revitalization.Domain.Monitoring;

/// <summary>From a clue to admission (纳入监测).</summary>
public static partial class MonitoringRules
{
    private static Decision<MonitoringEvent> Report(MonitoringFile file, ReportClue c)
    {
        if (file.Clue(c.ClueId) is { } earlier)
            return earlier.On == c.On && earlier.Origin == c.Origin && earlier.Risk == c.Risk
                ? Decision<MonitoringEvent>.Nothing
                : MonitoringRefusal.ClueIdReused.On("clueId");
        if (file.WasWithdrawn("clue", c.ClueId)) return MonitoringRefusal.IdWithdrawn.On("clueId");
        return new ClueReported(c.On, c.ClueId, c.Origin, c.Risk, c.Note, c.Evidence.IsDefault ? [] : c.Evidence);
    }

    private static Decision<MonitoringEvent> Withdraw(MonitoringFile file, WithdrawClue c)
    {
        if (file.WasWithdrawn("clue", c.ClueId)) return Decision<MonitoringEvent>.Nothing;
        if (file.Clue(c.ClueId) is not { } clue) return MonitoringRefusal.ClueUnknown.On("clueId");
        if (clue.Settled || file.Step != MonitoringStep.Dispatch) return MonitoringRefusal.ClueSentOut.On("clueId");
        if (c.On < clue.On) return MonitoringRefusal.DayBeforeStep.On("on");
        return Says(c.Reason) ? new ClueWithdrawn(c.On, c.ClueId, c.Reason) : MonitoringRefusal.ReasonMissing.On("reason");
    }

    private static Decision<MonitoringEvent> Dispatch(MonitoringFile file, DispatchClues c, MonitoringContext context)
    {
        if (file.Step == MonitoringStep.Idle) return MonitoringRefusal.NoOpenClue.On();
        if (file.Step is not (MonitoringStep.Dispatch or MonitoringStep.Verification)) return MonitoringRefusal.StepOutOfOrder.On();
        if (file.Step == MonitoringStep.Verification && Same(file.Verifier!, c.Assignee)) return Decision<MonitoringEvent>.Nothing;
        var cap = context.Pack.Find<RangeRule>("monitoring.load-per-verifier")?.On(context.Today)?.Value.Most;
        if (cap is { } most && c.AssigneeLoad >= most) return MonitoringRefusal.VerifierOverloaded.On("assignee");
        return new CluesDispatched(c.On, c.Assignee);
    }

    private static Decision<MonitoringEvent> Verify(MonitoringFile file, RecordVerification c)
    {
        if (file.Step != MonitoringStep.Verification) return MonitoringRefusal.StepOutOfOrder.On();
        if (c.Evidence.IsDefaultOrEmpty) return MonitoringRefusal.EvidenceMissing.On("evidence");
        if (!c.RiskFound) return new AdmissionDismissed(c.On, DismissalReason.NoRiskFound, null, c.Evidence);
        if (c.Risks.IsDefaultOrEmpty) return MonitoringRefusal.RiskMissing.On("risks");
        if (c.ExpectedClearOn is not { } expected) return MonitoringRefusal.ExpectedClearingMissing.On("expectedClearOn");
        if (expected < c.On) return MonitoringRefusal.ExpectedClearingInPast.On("expectedClearOn");
        return new RiskVerified(c.On, c.VerificationId, c.Risks, c.Needs, expected, c.Evidence);
    }

    private static Decision<MonitoringEvent> Review(MonitoringFile file, RecordVillageReview c)
    {
        if (file.Step is not (MonitoringStep.VillageReview or MonitoringStep.ClearingReview)) return MonitoringRefusal.StepOutOfOrder.On();
        if (c.Present <= 0 || c.InFavour < 0 || c.InFavour > c.Present) return MonitoringRefusal.AttendanceImplausible.On("present");
        if (c.Evidence.IsDefaultOrEmpty) return MonitoringRefusal.EvidenceMissing.On("evidence");
        if (!c.Agreed) return Ended(file, c.On, DismissalReason.ReviewDisagreed, null, c.Evidence);
        if ((long)c.InFavour * 2 <= c.Present) return MonitoringRefusal.MajorityMissing.On("inFavour");
        return new VillageReviewAgreed(c.On, c.Present, c.InFavour, c.Evidence);
    }

    private static Decision<MonitoringEvent> ReviewAtTownship(MonitoringFile file, RecordTownshipReview c)
    {
        if (file.Step != MonitoringStep.TownshipReview) return MonitoringRefusal.StepOutOfOrder.On();
        if (c.Agreed) return Enum.IsDefined(c.Kind) ? new TownshipReviewAgreed(c.On, c.Kind) : MonitoringRefusal.KindMissing.On("kind");
        if (!Says(c.Reason)) return MonitoringRefusal.ReasonMissing.On("reason");
        return new AdmissionDismissed(c.On, DismissalReason.TownshipDisagreed, c.Reason);
    }

    private static Decision<MonitoringEvent> DecideAtCounty(MonitoringFile file, RecordCountyDecision c, MonitoringContext context)
    {
        if (file.Step != MonitoringStep.CountyApproval) return MonitoringRefusal.StepOutOfOrder.On();
        if (!c.Approved)
            return Says(c.Reason)
                ? new AdmissionDismissed(c.On, DismissalReason.CountyDisagreed, c.Reason)
                : MonitoringRefusal.ReasonMissing.On("reason");
        var kind = c.Kind == MonitoredKind.None ? file.Proposed : c.Kind;
        if (kind == MonitoredKind.None || !Enum.IsDefined(kind)) return MonitoringRefusal.KindMissing.On("kind");
        return new MonitoringAdmitted(c.On, kind, file.Round + 1, context.Pack.Id);
    }

    /// <summary>What the national system already decided is taken over as it states it; every later round goes through the steps.</summary>
    private static Decision<MonitoringEvent> TakeOver(MonitoringFile file, TakeOver c, MonitoringContext context)
    {
        if (file.Round > 0) return MonitoringRefusal.TakeOverTooLate.On();
        if (file.Step != MonitoringStep.Idle) return MonitoringRefusal.StepOutOfOrder.On();
        if (c.Kind == MonitoredKind.None || !Enum.IsDefined(c.Kind)) return MonitoringRefusal.KindMissing.On("kind");
        if (c.Risks.IsDefaultOrEmpty) return MonitoringRefusal.RiskMissing.On("risks");
        if (c.AdmittedOn > c.On) return MonitoringRefusal.DayInFuture.On("admittedOn");
        if (c.ExpectedClearOn < c.On) return MonitoringRefusal.ExpectedClearingInPast.On("expectedClearOn");
        return new MonitoringTakenOver(c.On, c.AdmittedOn, c.Kind, c.Risks, c.ExpectedClearOn, context.Pack.Id);
    }

    /// <summary>A procedure that was not agreed: admission ends, clearing falls back to help.</summary>
    private static MonitoringEvent Ended(MonitoringFile file, DateOnly on, DismissalReason reason, PersonalText? detail, ImmutableArray<string> evidence = default) =>
        file.IsClearing ? new MonitoringContinued(on, reason, detail, evidence) : new AdmissionDismissed(on, reason, detail, evidence);
}
