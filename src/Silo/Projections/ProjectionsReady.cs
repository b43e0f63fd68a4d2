using Revitalization.Hosting.Health;

namespace Revitalization.Silo.Projections;

/// <summary>A projection that stopped before an event it cannot take makes the Silo not ready: figures would be silently old.</summary>
internal sealed class ProjectionsReady(ProjectionService projections) : IReadinessCheck
{
    public string Name => "projections";

    public ValueTask<string?> WhyNotReady(CancellationToken cancellation) =>
        new(projections.Projectors.FirstOrDefault(projector => projector.Error is not null)?.Error);
}
