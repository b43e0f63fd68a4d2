using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Policies;
using Revitalization.Silo.Policies;

namespace Revitalization.Silo.Monitoring.Explain;

internal static class ExplanationViews
{
    public static MonitoringExplanation Of(string household, DateOnly on, DateOnly knownOn, MonitoringReasons reasons, PolicyPack pack)
    {
        var step = StepName(reasons.File.Step);
        return new(
            household, on, knownOn, step, MonitoringTerms.Steps[step], reasons.Colour is { } colour ? Colour(colour) : null,
            [.. reasons.Because.Select(because => PolicyViews.Of(pack, because))], [.. reasons.Deadlines.Select(deadline => Deadline(deadline, on))],
            reasons.Changes, pack.Id);
    }

    private static ColourView Colour(ColourOnDay colour) => new(
        colour.Shown.Id, colour.Shown.Name, colour.Shown.Severity, colour.Shown.Help, colour.Shown.Rank, colour.Shown.RankName,
        colour.Assessed.Result, colour.Elapsed.Result);

    private static DeadlineView Deadline(MonitoringDeadline deadline, DateOnly on) => new(
        deadline.Kind, MonitoringTerms.Deadlines.GetValueOrDefault(deadline.Kind, deadline.Kind), deadline.Subject, deadline.StartedOn, deadline.DueOn,
        deadline.IsProvisional, deadline.DueOn < on, deadline.Rule);

    private static string StepName(MonitoringStep step) => step switch
    {
        MonitoringStep.Idle => "idle",
        MonitoringStep.Dispatch => "dispatch",
        MonitoringStep.Verification => "verification",
        MonitoringStep.VillageReview => "village-review",
        MonitoringStep.Notice => "notice",
        MonitoringStep.TownshipReview => "township-review",
        MonitoringStep.CountyApproval => "county-approval",
        MonitoringStep.Helping => "helping",
        MonitoringStep.ClearingReview => "clearing-review",
        MonitoringStep.ClearingNotice => "clearing-notice",
        MonitoringStep.ClearingApproval => "clearing-approval",
        _ => throw new System.Diagnostics.UnreachableException($"No name for {step}."),
    };
}
