namespace Revitalization.Portal.Replica;

/// <summary>Pulls releases of figures; how that goes is shown on /health/ready.</summary>
internal sealed partial class ReleasePuller(
    ReplicaStore store, ReplicaHealth health, PortalOptions options, TimeProvider clock, ILogger<ReleasePuller> log,
    IReleaseSource? source = null) : Puller<IReleaseSource>(options, clock, source)
{
    private readonly TimeProvider _clock = clock;

    protected override Task<int> CatchUp(IReleaseSource from, CancellationToken cancellation) => store.CatchUp(from, cancellation);

    protected override void Succeeded(int taken)
    {
        health.Succeeded(_clock.GetUtcNow());
        if (taken > 0) Taken(log, taken, store.State.Current?.Number ?? 0);
    }

    protected override void Refused(string reason)
    {
        health.Rejected(reason);
        Rejected(log, store.State.Known.Length + 1, reason);
    }

    protected override void Unreachable(Exception failed)
    {
        health.UnreachableBecause(failed.GetType().Name);
        Failed(log, failed.Message);
    }

    [LoggerMessage(1, LogLevel.Information, "Took in {Count} release(s); release {Number} is served.")]
    private static partial void Taken(ILogger log, int count, int number);

    [LoggerMessage(2, LogLevel.Error, "Release {Number} is refused: {Reason}.")]
    private static partial void Rejected(ILogger log, int number, string reason);

    [LoggerMessage(3, LogLevel.Warning, "Releases cannot be pulled: {Reason}")]
    private static partial void Failed(ILogger log, string reason);
}
