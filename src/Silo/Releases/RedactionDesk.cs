using System.Globalization;
using Revitalization.Contracts.Releases;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Releases;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;
using Revitalization.Storage.Releases;

namespace Revitalization.Silo.Releases;

/// <summary>The one way in for redacting a row of a published release. Finding it reads the release, so one is sought at a time.</summary>
public sealed class RedactionDesk(
    IGrainFactory grains, IReleaseStore store, RedactionWork work, ReleasePublisher publisher, ContentHash contentHash, TimeProvider clock) : IDisposable
{
    private const int LatestMost = 20;

    private readonly SemaphoreSlim _seeking = new(1, 1);

    public async Task<CommandReply> Ask(string channel, int number, RedactionBody body, Sender by, CancellationToken cancellation)
    {
        if (!ReleaseChannels.OfFigures.Contains(channel)) return CommandReply.From(RedactionRefusal.ChannelUnknown.On("channel"));
        await publisher.CatchUp(cancellation);
        var done = await work.Known(channel, cancellation);
        var row = await Find(channel, body, cancellation);
        var command = new AskRedaction(number, done.Count, row, body.Reason, by.Account);
        var hash = contentHash.Of("redaction.ask", new { channel, number, row?.Leaf, body.Reason, by.Account });
        return await Grain(channel, number).Handle(command, by.Context($"redaction/{channel}/{number}/asked", hash));
    }

    public async Task<CommandReply> Approve(string channel, int number, string? leaf, Sender by, CancellationToken cancellation)
    {
        if (!ReleaseChannels.OfFigures.Contains(channel)) return CommandReply.From(RedactionRefusal.ChannelUnknown.On("channel"));
        var hash = contentHash.Of("redaction.approve", new { channel, number, by.Account });
        var context = (by with { IsAct = true }).Context($"redaction/{channel}/{number}/approval/{by.Account}", hash);
        var reply = await Grain(channel, number).Handle(new ApproveRedaction(by.Account, clock.GetUtcNow(), leaf), context);
        if (reply.Refusal is null) await publisher.CatchUp(cancellation);
        return reply;
    }

    public async Task<RedactionView?> View(string channel, int number, CancellationToken cancellation)
    {
        if (!ReleaseChannels.OfFigures.Contains(channel)) return null;
        var redaction = await Grain(channel, number).Read();
        if (redaction.Row is not { } row) return null;
        if (redaction.IsApproved) await publisher.CatchUp(cancellation);
        var state = (await work.Known(channel, cancellation)).Count >= number ? "done" : redaction.IsApproved ? "approved" : "asked";
        return new(
            channel, number, state, row.Release, row.Set, row.Position, row.Leaf, redaction.Reason!, redaction.AskedBy!, redaction.ApprovedBy, redaction.ApprovedAt);
    }

    public async Task<RedactionPageView?> Latest(string channel, CancellationToken cancellation)
    {
        if (!ReleaseChannels.OfFigures.Contains(channel)) return null;
        await publisher.CatchUp(cancellation);
        var next = (await work.Known(channel, cancellation)).Count + 1;
        var found = new List<RedactionView>();
        for (var number = next; number > Math.Max(0, next - LatestMost); number--)
            if (await View(channel, number, cancellation) is { } view) found.Add(view);
        return new(channel, next, found);
    }

    public void Dispose() => _seeking.Dispose();

    private async Task<RedactedRow?> Find(string channel, RedactionBody body, CancellationToken cancellation)
    {
        if (body.Release < 1 || body.RowId is not { Length: > 0 and < 400 } rowId) return null;
        await _seeking.WaitAsync(cancellation);
        try
        {
            await using var rows = await store.Open(channel, body.Release, ReleaseFile.Rows, cancellation);
            return rows is null ? null : await RedactedRows.Find(rows, body.Release, rowId, cancellation);
        }
        finally
        {
            _seeking.Release();
        }
    }

    private IRedactionGrain Grain(string channel, int number) =>
        grains.GetGrain<IRedactionGrain>(string.Create(CultureInfo.InvariantCulture, $"{channel}/{number}"));
}
