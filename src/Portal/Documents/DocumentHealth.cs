using Revitalization.Hosting.Health;

namespace Revitalization.Portal.Documents;

/// <summary>A refused release of documents makes the portal degraded: it serves what stands, and an operator must look.</summary>
internal sealed class DocumentHealth : IReadinessCheck
{
    private string? _rejection;

    public string Name => "documents";

    public ValueTask<string?> WhyNotReady(CancellationToken cancellation) => new((string?)null);

    public string? WhyDegraded() => Volatile.Read(ref _rejection) is { } reason ? $"a release of documents was refused: {reason}" : null;

    public void Rejected(string? reason) => Volatile.Write(ref _rejection, reason);
}
