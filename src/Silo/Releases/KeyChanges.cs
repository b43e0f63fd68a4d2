using System.Globalization;
using Revitalization.Contracts.Releases;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Releases;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;
using Revitalization.Storage.Releases;

namespace Revitalization.Silo.Releases;

/// <summary>The one way in for changing the key of a channel. The approval in the log is the fact; the publisher carries it out between two releases.</summary>
public sealed class KeyChanges(IGrainFactory grains, ReleaseSigners signers, ReleasePublisher publisher, ContentHash contentHash, TimeProvider clock)
{
    private const int LatestMost = 20;

    public async Task<CommandReply> Ask(string channel, int number, KeyChangeBody body, Sender by, CancellationToken cancellation)
    {
        if (!ReleaseChannels.All.Contains(channel)) return CommandReply.From(KeyChangeRefusal.ChannelUnknown.On("channel"));
        await publisher.CatchUp(cancellation);
        var done = (await signers.Fresh(channel, cancellation)).Chain.Statements.Count;
        var command = new AskKeyChange(number, done, body.Reason, by.Account);
        var hash = contentHash.Of("release-key.ask", new { channel, number, body.Reason, by.Account });
        return await Grain(channel, number).Handle(command, by.Context($"release-key/{channel}/{number}/asked", hash));
    }

    public async Task<CommandReply> Approve(string channel, int number, Sender by, CancellationToken cancellation)
    {
        if (!ReleaseChannels.All.Contains(channel)) return CommandReply.From(KeyChangeRefusal.ChannelUnknown.On("channel"));
        var hash = contentHash.Of("release-key.approve", new { channel, number, by.Account });
        var context = (by with { IsAct = true }).Context($"release-key/{channel}/{number}/approval/{by.Account}", hash);
        var reply = await Grain(channel, number).Handle(new ApproveKeyChange(by.Account, clock.GetUtcNow()), context);
        if (reply.Refusal is null) await publisher.CatchUp(cancellation);
        return reply;
    }

    public async Task<KeyChangeView?> Find(string channel, int number, CancellationToken cancellation)
    {
        if (!ReleaseChannels.All.Contains(channel)) return null;
        var change = await Grain(channel, number).Read();
        if (change.AskedBy is null) return null;
        if (change.IsApproved) await publisher.CatchUp(cancellation);
        var statement = (await signers.Fresh(channel, cancellation)).Chain.Statements.ElementAtOrDefault(number - 1)?.Statement;
        var state = statement is not null ? "done" : change.IsApproved ? "approved" : "asked";
        return new(
            channel, number, state, change.Reason!, change.AskedBy, change.ApprovedBy, change.ApprovedAt, statement?.FromRelease,
            statement is null ? null : ReleaseKey.Of(statement.Next).Id);
    }

    public async Task<KeyChangePageView?> Latest(string channel, CancellationToken cancellation)
    {
        if (!ReleaseChannels.All.Contains(channel)) return null;
        await publisher.CatchUp(cancellation);
        var signer = await signers.Fresh(channel, cancellation);
        var (next, found) = (signer.Chain.Statements.Count + 1, new List<KeyChangeView>());
        for (var number = next; number > Math.Max(0, next - LatestMost); number--)
            if (await Find(channel, number, cancellation) is { } view) found.Add(view);
        return new(channel, next, signer.Public.Id, found);
    }

    private IKeyChangeGrain Grain(string channel, int number) =>
        grains.GetGrain<IKeyChangeGrain>(string.Create(CultureInfo.InvariantCulture, $"{channel}/{number}"));
}
