using System.Diagnostics;
using Revitalization.Domain.Monitoring;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Screening;

/// <summary>Who looked at a household and what was lacking, collected over a batch and written in few statements.</summary>
internal sealed class SeenRows
{
    private readonly Dictionary<(string, string), object?[]> _checks = [];
    private readonly Dictionary<(string, string), object?[]> _needs = [];

    /// <summary>False for an event that changes rows which already stand there.</summary>
    public bool TakeIfOnlyRows(string household, MonitoringEvent happened)
    {
        switch (happened)
        {
            case CheckRecorded e:
                _checks[(e.Campaign, household)] = [e.Campaign, household, PersonFields.Day(e.On), e.By];
                Saw(household, $"check/{e.Campaign}", e.On, e.Needs);
                return true;
            case VisitRecorded e:
                Saw(household, $"visit/{e.VisitId}", e.On, e.Needs);
                return true;
            case RiskVerified e:
                Saw(household, $"verification/{e.VerificationId}", e.On, e.Needs);
                return true;
            case ClearingProposed e: // Refused unless all needs are met.
                Saw(household, $"clearing/{e.ClearingId}", e.On, BasicNeeds.Met);
                return true;
            case ClueReported e when e.ClueId.StartsWith(ScreeningIds.CluePrefix, StringComparison.Ordinal):
            case VisitWithdrawn:
                return false;
            // None of these says whether a basic need is met, or whether anybody was seen.
            case ClueReported or ClueWithdrawn or CluesDispatched or VillageReviewAgreed or NoticePosted or ObjectionRaised or ObjectionSettled or NoticeClosed
                or TownshipReviewAgreed or MonitoringAdmitted or MonitoringTakenOver or AdmissionDismissed or CadreNamed or MeasurePlanned or MeasureCompleted
                or MeasureWithdrawn or IncomeTargetSet or RiskReassessed or MonitoringContinued or RiskCleared or FileClosed or FileReopened:
                return true;
            default:
                throw new UnreachableException($"No screening rule for {happened.GetType().Name}.");
        }
    }

    public async Task Write(ProjectionBatch batch, CancellationToken cancellation)
    {
        if (_checks.Count > 0) await batch.Upsert(ScreeningTables.CheckRow, [.. _checks.Values], cancellation);
        if (_needs.Count > 0) await batch.Upsert(ScreeningTables.NeedsRow, [.. _needs.Values], cancellation);
        _checks.Clear();
        _needs.Clear();
    }

    private void Saw(string household, string what, DateOnly on, BasicNeeds needs) =>
        _needs[(household, what)] = [household, what, PersonFields.Day(on), (long)needs];
}
