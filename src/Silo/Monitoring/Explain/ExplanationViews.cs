using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Policies;
using Revitalization.Silo.Households;
using Revitalization.Silo.Monitoring.Reading;
using Revitalization.Silo.Policies;

namespace Revitalization.Silo.Monitoring.Explain;

internal static class ExplanationViews
{
    public static MonitoringExplanation Of(string household, DateOnly on, DateOnly knownOn, MonitoringReasons reasons, PolicyPack pack)
    {
        var step = Terms.Code(reasons.File.Step);
        return new(
            household, on, knownOn, step, MonitoringTerms.Steps[step], reasons.Colour is { } colour ? MonitoringViews.View(colour) : null,
            [.. reasons.Because.Select(because => PolicyViews.Of(pack, because))], [.. reasons.Deadlines.Select(deadline => Deadline(deadline, on))],
            reasons.Changes, pack.Id);
    }

    private static DeadlineView Deadline(MonitoringDeadline deadline, DateOnly on) => new(
        deadline.Kind, MonitoringTerms.Deadlines[deadline.Kind], deadline.Subject, deadline.StartedOn, deadline.DueOn, deadline.IsProvisional,
        deadline.DueOn < on, deadline.Rule);
}
