namespace Revitalization.Hosting.Health;

/// <summary>Says whether one thing that the service cannot do without is there. Register as many as there are such things.</summary>
public interface IReadinessCheck
{
    /// <summary>Short name shown at <c>/health/ready</c>.</summary>
    string Name { get; }

    /// <summary>Null when ready, else why not (no personal data, no secrets). Called often: answer from memory or within a second.</summary>
    ValueTask<string?> WhyNotReady(CancellationToken cancellation);

    /// <summary>What an operator must look at although the service serves on; null where all is well. As cheap, and as discreet.</summary>
    string? WhyDegraded() => null;
}
