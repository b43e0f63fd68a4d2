using Revitalization.Contracts.Releases;
using Revitalization.Domain.Releases;
using Revitalization.Storage.Releases;

namespace Revitalization.Silo.Releases;

/// <summary>One release of one channel, to be signed and put on disk.</summary>
/// <param name="CorrectsOf">The release of this channel that it corrects.</param>
public sealed record ApprovedRelease(string Channel, int Number, Release Release, FrozenRows Rows, int? CorrectsOf);

/// <summary>Signs a release with its channel's key, appends it to the channel's log and writes its folder.</summary>
public sealed class ReleaseWriter(IReleaseStore store, ProposedRows proposed, ReleaseSigners signers)
{
    public async Task Publish(ApprovedRelease approved, CancellationToken cancellation)
    {
        var (channel, number) = (approved.Channel, approved.Number);
        var earlier = await Earlier(channel, number, cancellation);
        var manifest = new ReleaseManifest(
            channel, number, approved.Release.AsOf, approved.Release.ApprovedAt!.Value, approved.Rows.LogPosition,
            approved.Rows.Counts.ToDictionary(count => count.Set, count => count.Rows, StringComparer.Ordinal), approved.Rows.RowsRoot,
            earlier.LastOrDefault()?.Manifest.RowsRoot, approved.CorrectsOf, approved.Release.Note);
        var head = new TreeHead(channel, number, ReleaseVerification.LogRoot(earlier.Select(one => ReleaseVerification.LeafOf(one.Manifest)), manifest));
        var signer = await signers.Fresh(channel, cancellation);
        await Write(new(manifest, signer.Sign(ManifestJson.Write(manifest)), head, signer.Sign(ManifestJson.Write(head))), cancellation);
    }

    private async Task Write(SignedRelease signed, CancellationToken cancellation)
    {
        var manifest = signed.Manifest;
        await using var draft = await store.Begin(manifest.Channel, manifest.Number, cancellation);
        await using (var source = proposed.Open(manifest.RowsRoot))
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

    private async Task<List<SignedRelease>> Earlier(string channel, int number, CancellationToken cancellation)
    {
        var earlier = new List<SignedRelease>();
        for (var each = 1; each < number; each++)
        {
            await using var stream = await store.Open(channel, each, ReleaseFile.Manifest, cancellation)
                ?? throw new InvalidOperationException($"Release {each} of channel {channel} is missing from the store.");
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, cancellation);
            earlier.Add(ManifestJson.Read(bytes.ToArray()));
        }
        return earlier;
    }
}
