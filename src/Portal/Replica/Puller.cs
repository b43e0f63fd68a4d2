using System.Text.Json;
using Microsoft.Data.Sqlite;
using Revitalization.Contracts.Releases;

namespace Revitalization.Portal.Replica;

/// <summary>Asks a source for newer releases at an interval. What fails is told and tried again; what stands goes on being shown.</summary>
/// <param name="source">Null: it serves what it holds.</param>
internal abstract class Puller<TSource>(PortalOptions options, TimeProvider clock, TSource? source) : BackgroundService where TSource : class
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (source is null) return;
        using var timer = new PeriodicTimer(options.PollInterval, clock);
        do
        {
            await Pull(source, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task Pull(TSource from, CancellationToken cancellation)
    {
        try
        {
            Succeeded(await CatchUp(from, cancellation));
        }
        catch (ReleaseRejectedException rejected)
        {
            Refused(rejected.Message);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or JsonException or SqliteException
            || (failed is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            Unreachable(failed);
        }
    }

    /// <summary>Takes in what is new; how many releases that were.</summary>
    protected abstract Task<int> CatchUp(TSource from, CancellationToken cancellation);

    protected abstract void Succeeded(int taken);

    protected abstract void Refused(string reason);

    protected abstract void Unreachable(Exception failed);
}
