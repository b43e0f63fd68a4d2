using System.Data.Common;
using Revitalization.Contracts.Releases;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Documents;
using Revitalization.Silo.Releases;
using Revitalization.Silo.Outages;
using Revitalization.Storage;
using Revitalization.Storage.Releases;

namespace Revitalization.Silo.Documents.Releases;

/// <summary>
/// Releases of the channel <c>documents</c>, made without a proposal: two people stand behind each document already. The log's acts are the fact;
/// a release says up to which place of the log it speaks, so the publisher may be killed at any moment and goes on from the newest release.
/// </summary>
public sealed partial class DocumentPublisher(
    IGrainFactory grains, IReleaseStore store, ReleaseSigners signers, KeyChangeWork keyChanges, DocumentActs acts, DocumentTexts texts, DocumentFiles files, TimeProvider clock, ILogger<DocumentPublisher> log) : BackgroundService
{
    public const string Channel = "documents";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly ChannelLog _channel = new(store, signers, Channel);
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Releases everything that the list of acts holds and no release has.</summary>
    /// <returns>The newest release's number, 0 before the first.</returns>
    public async Task<int> CatchUp(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            await _channel.Refresh(cancellation);
            while (await acts.After(_channel.Last?.LogPosition ?? 0, cancellation) is { Documents: [_, ..] changed, Until: var until })
                if (await Release(changed, until, cancellation)) Released(log, _channel.Last!.Number, changed.Count);
            await keyChanges.CatchUp(Channel, cancellation); // Between two releases, as the statement names the next.
            return _channel.Last?.Number ?? 0;
        }
        finally
        {
            _one.Release();
        }
    }

    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var outage = new OutageLog(log, clock, "Who releases published documents");
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await CatchUp(stoppingToken);
                outage.Answered();
            }
            catch (Exception failed) when (failed is IOException or StorageFaultException or TimeoutException or DbException)
            {
                outage.Failed(failed);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> Release(IReadOnlyList<string> changed, long until, CancellationToken cancellation)
    {
        var rows = new List<PublicDocument>(changed.Count);
        foreach (var id in changed) rows.Add(await Row(id, cancellation));
        var attached = rows.SelectMany(row => row.Attachments.Select(file => (row.Id, file.Sha256))).DistinctBy(file => file.Sha256).ToList();
        return await _channel.Append(
            clock.ChinaToday(), clock.GetUtcNow(), until, [.. rows.Select(RowLine.Of)], async (draft, stop) =>
            {
                foreach (var (id, sha256) in attached) await Copy(draft, id, sha256, stop);
            }, cancellation);
    }

    private async Task<PublicDocument> Row(string id, CancellationToken cancellation)
    {
        Document document = await grains.GetGrain<IDocumentGrain>(id).Read();
        return DocumentRows.Of(id, document, await texts.Read(id, document.Text!, cancellation));
    }

    /// <summary>The name of an attachment's file in a release.</summary>
    public static string FileOf(string sha256) => sha256;

    private async Task Copy(IReleaseDraft draft, string id, string sha256, CancellationToken cancellation)
    {
        await using var from = files.Open(id, sha256);
        await using var to = draft.Create(FileOf(sha256));
        await from.CopyToAsync(to, cancellation);
    }

    [LoggerMessage(LogLevel.Information, "Release {Number} of documents is published with {Count} document(s).")]
    private static partial void Released(ILogger log, int number, int count);
}
