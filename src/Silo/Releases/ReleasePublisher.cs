using Revitalization.Contracts.Releases;
using Revitalization.Domain.Releases;
using Revitalization.Storage;
using Revitalization.Storage.Releases;

namespace Revitalization.Silo.Releases;

/// <summary>
/// Puts approved releases on disk, signed. The approval in the log is the fact; this only carries it out, so it may be killed and
/// run again: a release that is there is left alone.
/// </summary>
public sealed partial class ReleasePublisher(
    IGrainFactory grains, IReleaseStore store, ProposedRows proposed, ReleaseSigner signer, ILogger<ReleasePublisher> log) : BackgroundService
{
    public const string PublicChannel = "public";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Publishes every approved release that is not there yet, in order.</summary>
    /// <returns>The newest published number, 0 before the first.</returns>
    public async Task<int> CatchUp(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            while (true)
            {
                var newest = await Newest(store, cancellation);
                var next = await grains.GetGrain<IReleaseGrain>($"{PublicChannel}/{newest + 1}").Read();
                if (!next.IsApproved) return newest;
                await Publish(newest + 1, next, cancellation);
                Published(log, newest + 1);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Number of the newest published release, 0 before the first.</summary>
    public static async Task<int> Newest(IReleaseStore store, CancellationToken cancellation) =>
        await store.List(PublicChannel, cancellation) is [.., var newest] ? newest : 0;

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

    private async Task Publish(int number, Release release, CancellationToken cancellation)
    {
        var earlier = await Earlier(number, cancellation);
        var rows = release.Rows ?? throw new InvalidOperationException($"Release {number} was approved without rows.");
        var manifest = new ReleaseManifest(
            PublicChannel, number, release.AsOf, release.ApprovedAt!.Value, rows.LogPosition,
            rows.Counts.ToDictionary(count => count.Set, count => count.Rows, StringComparer.Ordinal), rows.RowsRoot,
            earlier.LastOrDefault()?.Manifest.RowsRoot, release.Corrects, release.Note);
        var head = new TreeHead(PublicChannel, number, ReleaseVerification.LogRoot(earlier.Select(one => ReleaseVerification.LeafOf(one.Manifest)), manifest));
        var signed = new SignedRelease(manifest, signer.Sign(ManifestJson.Write(manifest)), head, signer.Sign(ManifestJson.Write(head)));
        await Write(number, signed, cancellation);
        proposed.Sweep(root => root != rows.RowsRoot);
    }

    private async Task Write(int number, SignedRelease signed, CancellationToken cancellation)
    {
        await using var draft = await store.Begin(PublicChannel, number, cancellation);
        await using (var source = proposed.Open(signed.Manifest.RowsRoot))
        await using (var target = draft.Create(ReleaseFile.Rows))
        {
            await source.CopyToAsync(target, cancellation);
        }
        await using (var target = draft.Create(ReleaseFile.Manifest))
        {
            await target.WriteAsync(ManifestJson.Write(signed), cancellation);
        }
        await draft.Publish(cancellation);
    }

    private async Task<List<SignedRelease>> Earlier(int number, CancellationToken cancellation)
    {
        var earlier = new List<SignedRelease>();
        for (var each = 1; each < number; each++)
        {
            await using var stream = await store.Open(PublicChannel, each, ReleaseFile.Manifest, cancellation)
                ?? throw new InvalidOperationException($"Release {each} is missing from the store.");
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, cancellation);
            earlier.Add(ManifestJson.Read(bytes.ToArray()));
        }
        return earlier;
    }

    [LoggerMessage(LogLevel.Information, "Release {Number} is published.")]
    private static partial void Published(ILogger log, int number);

    [LoggerMessage(LogLevel.Error, "An approved release could not be put on disk; it is tried again.")]
    private static partial void TryAgain(ILogger log, Exception failed);
}
