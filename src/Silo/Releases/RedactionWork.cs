using System.Globalization;
using Revitalization.Contracts.Releases;
using Revitalization.Domain.Releases;
using Revitalization.Storage.Releases;

namespace Revitalization.Silo.Releases;

/// <summary>
/// Carries out approved redactions: the row's text leaves the release's file first, then the signed list tells the portals. Killed between the
/// two, it is begun again: a line that is redacted stays as it is.
/// </summary>
public sealed partial class RedactionWork(IGrainFactory grains, IReleaseStore store, ReleaseSigners signers, ILogger<RedactionWork> log)
{
    public async Task CatchUp(string channel, CancellationToken cancellation)
    {
        while (true)
        {
            var known = await Known(channel, cancellation);
            var number = known.Count + 1;
            var next = await grains.GetGrain<IRedactionGrain>(string.Create(CultureInfo.InvariantCulture, $"{channel}/{number}")).Read();
            if (!next.IsApproved) return;
            var row = next.Row!;
            await Rewrite(channel, row, cancellation);
            var list = new RedactionList(channel, await ReleasePublisher.Newest(store, cancellation, channel) + 1,
                [.. known, new(number, row.Release, row.Position, row.Set, row.Leaf, next.Reason!, next.ApprovedAt!.Value)]);
            var signature = (await signers.Fresh(channel, cancellation)).Sign(RedactionJson.Write(list));
            await store.WriteOfChannel(channel, ChannelFile.Redactions, RedactionJson.Write(new SignedRedactions(list, signature)), cancellation);
            Redacted(log, row.Position, row.Release, channel);
        }
    }

    public async Task<IReadOnlyList<PublishedRedaction>> Known(string channel, CancellationToken cancellation) =>
        await store.ReadOfChannel(channel, ChannelFile.Redactions, cancellation) is { } bytes ? RedactionJson.Read(bytes).List.Redactions : [];

    private async Task Rewrite(string channel, RedactedRow row, CancellationToken cancellation)
    {
        await using var rows = await store.Open(channel, row.Release, ReleaseFile.Rows, cancellation)
            ?? throw new InvalidOperationException($"Release {row.Release} of channel {channel} is missing from the store.");
        await store.Replace(channel, row.Release, ReleaseFile.Rows, async target => await RedactedRows.Copy(rows, target, row, cancellation), cancellation);
    }

    [LoggerMessage(LogLevel.Warning, "Row {Position} of release {Release} of channel {Channel} is redacted.")]
    private static partial void Redacted(ILogger log, long position, int release, string channel);
}
