using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Documents;

/// <summary>Pulls releases of documents.</summary>
internal sealed partial class DocumentPuller(
    DocumentReplica replica, DocumentHealth health, PortalOptions options, TimeProvider clock, ILogger<DocumentPuller> log, IDocumentSource? source = null)
    : Puller<IDocumentSource>(options, clock, source)
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _ = replica.State; // So that answers know their edition from the start.
        return base.ExecuteAsync(stoppingToken);
    }

    protected override Task<int> CatchUp(IDocumentSource from, CancellationToken cancellation) => replica.CatchUp(from, cancellation);

    protected override void Succeeded(int taken)
    {
        health.Rejected(null);
        if (taken > 0) Taken(log, taken, replica.State.Edition);
    }

    protected override void Refused(string reason)
    {
        health.Rejected(reason);
        Rejected(log, replica.State.Edition + 1, reason);
    }

    protected override void Unreachable(Exception failed) => Failed(log, failed.Message);

    [LoggerMessage(1, LogLevel.Information, "Took in {Count} release(s) of documents; release {Number} is served.")]
    private static partial void Taken(ILogger log, int count, int number);

    [LoggerMessage(2, LogLevel.Error, "Release {Number} of documents is refused: {Reason}.")]
    private static partial void Rejected(ILogger log, int number, string reason);

    [LoggerMessage(3, LogLevel.Warning, "Releases of documents cannot be pulled: {Reason}")]
    private static partial void Failed(ILogger log, string reason);
}
