using Revitalization.Hosting.Health;

namespace Revitalization.Portal.Replica;

/// <summary>
/// What the last pull came to, for <c>/health/ready</c>. The portal serves the last good release whatever becomes of the next, so it
/// stays ready; a refused one makes it degraded: an operator must look. A source that is away is shown on the page of releases.
/// </summary>
internal sealed class ReplicaHealth : IReadinessCheck
{
    private string? _rejection;
    private string? _unreachable;
    private DateTimeOffset? _succeededAt;

    public string Name => "releases";

    public string? Unreachable => Volatile.Read(ref _unreachable);

    public DateTimeOffset? SucceededAt => _succeededAt;

    public ValueTask<string?> WhyNotReady(CancellationToken cancellation) => new((string?)null);

    public string? WhyDegraded() => Volatile.Read(ref _rejection) is { } reason ? $"a release was refused: {reason}" : null;

    public void Succeeded(DateTimeOffset at)
    {
        _succeededAt = at;
        Volatile.Write(ref _rejection, null);
        Volatile.Write(ref _unreachable, null);
    }

    public void Rejected(string reason) => Volatile.Write(ref _rejection, reason);

    public void UnreachableBecause(string reason) => Volatile.Write(ref _unreachable, reason);
}
