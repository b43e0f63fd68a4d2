using System.Text.Json;
using Microsoft.Data.Sqlite;
using Revitalization.Contracts.Releases;

namespace Revitalization.Portal.Documents;

/// <summary>Asks for newer releases of documents at an interval. What fails is logged and tried again; what stands goes on being shown.</summary>
internal sealed partial class DocumentPuller(
    DocumentReplica replica, DocumentHealth health, PortalOptions options, TimeProvider clock, ILogger<DocumentPuller> log, IDocumentSource? source = null) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _ = replica.State; // So that answers know their edition from the start.
        if (source is null) return; // It serves what it holds.
        using var timer = new PeriodicTimer(options.PollInterval, clock);
        do
        {
            await Pull(source, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Pull(IDocumentSource from, CancellationToken cancellation)
    {
        try
        {
            var taken = await replica.CatchUp(from, cancellation);
            health.Rejected(null);
            if (taken > 0) Taken(log, taken, replica.State.Edition);
        }
        catch (ReleaseRejectedException rejected)
        {
            health.Rejected(rejected.Message);
            Rejected(log, replica.State.Edition + 1, rejected.Message);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or JsonException or SqliteException
            || (failed is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            Failed(log, failed.Message);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Took in {Count} release(s) of documents; release {Number} is served.")]
    private static partial void Taken(ILogger log, int count, int number);

    [LoggerMessage(2, LogLevel.Error, "Release {Number} of documents is refused: {Reason}.")]
    private static partial void Rejected(ILogger log, int number, string reason);

    [LoggerMessage(3, LogLevel.Warning, "Releases of documents cannot be pulled: {Reason}")]
    private static partial void Failed(ILogger log, string reason);
}
