using System.Globalization;
using Revitalization.Contracts.Releases;
using Revitalization.Domain.Releases;
using Revitalization.Storage;
using Revitalization.Storage.Releases;

namespace Revitalization.Silo.Releases;

/// <summary>
/// Carries out what two people approved: releases, changes of key, redactions. The approval in the log is the fact, so all of it may be killed
/// and run again: what is done already is left alone.
/// </summary>
public sealed partial class ReleasePublisher(
    IGrainFactory grains, IReleaseStore store, ProposedRows proposed, ReleaseWriter writer, KeyChangeWork keyChanges, RedactionWork redactions, ILogger<ReleasePublisher> log)
    : BackgroundService
{
    public const string PublicChannel = ReleaseChannels.Public;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    // One thing at a time: a change of key must know which release is the next.
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Does whatever is approved and not done yet, in order.</summary>
    /// <returns>The newest published number of the public channel, 0 before the first.</returns>
    public async Task<int> CatchUp(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var newest = await Publish(cancellation);
            foreach (var channel in ReleaseChannels.OfFigures)
            {
                await keyChanges.CatchUp(channel, cancellation);
                await redactions.CatchUp(channel, cancellation);
            }
            return newest;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Number of a channel's newest published release, 0 before the first.</summary>
    public static async Task<int> Newest(IReleaseStore store, CancellationToken cancellation, string channel = PublicChannel) =>
        await store.List(channel, cancellation) is [.., var newest] ? newest : 0;

    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await CatchUp(stoppingToken);
            }
            catch (Exception failed) when (failed is IOException or StorageFaultException or TimeoutException)
            {
                TryAgain(log, failed);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // The province's goes first: the public release's folder then says that both are there.
    private async Task<int> Publish(CancellationToken cancellation)
    {
        while (true)
        {
            var newest = await Newest(store, cancellation);
            var next = await grains.GetGrain<IReleaseGrain>(string.Create(CultureInfo.InvariantCulture, $"{PublicChannel}/{newest + 1}")).Read();
            if (!next.IsApproved) return newest;
            var proposedAt = proposed.ProposedAt([next.Rows!.RowsRoot, .. next.Province is { } of ? [of.Rows.RowsRoot] : Array.Empty<string>()]);
            if (next.Province is { } province && await Newest(store, cancellation, ReleaseChannels.Province) < province.Number)
                await writer.Publish(new(ReleaseChannels.Province, province.Number, next, province.Rows, CorrectsOf: province.Corrects), cancellation);
            await writer.Publish(new(PublicChannel, newest + 1, next, next.Rows, CorrectsOf: next.Corrects), cancellation);
            proposed.Sweep(proposedAt); // These, and what they replaced; the next release's may lie there already.
            Published(log, newest + 1);
        }
    }

    [LoggerMessage(LogLevel.Information, "Release {Number} is published.")]
    private static partial void Published(ILogger log, int number);

    [LoggerMessage(LogLevel.Error, "What was approved could not be put on disk; it is tried again.")]
    private static partial void TryAgain(ILogger log, Exception failed);
}
