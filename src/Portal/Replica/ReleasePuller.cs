using System.Text.Json;
using Microsoft.Data.Sqlite;
using Revitalization.Contracts.Releases;

namespace Revitalization.Portal.Replica;

/// <summary>Asks the source for newer releases at an interval. What fails is logged, shown on /health/ready and tried again.</summary>
internal sealed partial class ReleasePuller(
    ReplicaStore store, ReplicaHealth health, PortalOptions options, TimeProvider clock, ILogger<ReleasePuller> log,
    IReleaseSource? source = null) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (source is null) return; // It serves what it holds.
        using var timer = new PeriodicTimer(options.PollInterval, clock);
        do
        {
            await Pull(source, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task Pull(IReleaseSource from, CancellationToken cancellation)
    {
        try
        {
            var taken = await store.CatchUp(from, cancellation);
            health.Succeeded(clock.GetUtcNow());
            if (taken > 0) Taken(log, taken, store.State.Current?.Number ?? 0);
        }
        catch (ReleaseRejectedException rejected)
        {
            health.Rejected(rejected.Message);
            Rejected(log, store.State.Known.Length + 1, rejected.Message);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or JsonException or SqliteException
            || (failed is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            health.UnreachableBecause(failed.GetType().Name);
            Failed(log, failed.Message);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Took in {Count} release(s); release {Number} is served.")]
    private static partial void Taken(ILogger log, int count, int number);

    [LoggerMessage(2, LogLevel.Error, "Release {Number} is refused: {Reason}.")]
    private static partial void Rejected(ILogger log, int number, string reason);

    [LoggerMessage(3, LogLevel.Warning, "Releases cannot be pulled: {Reason}")]
    private static partial void Failed(ILogger log, string reason);
}
