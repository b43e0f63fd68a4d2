using Revitalization.Contracts.Releases;
using Revitalization.Storage.Releases;

namespace Revitalization.Silo.Releases;

/// <summary>
/// Appends signed releases to one channel: number, root before it, log of manifests. What was published is read once and then remembered; what
/// another process published in between is read when it is met.
/// </summary>
public sealed class ChannelLog(IReleaseStore store, ReleaseSigners signers, string channel)
{
    private readonly List<byte[]> _leaves = [];

    /// <summary>The newest release's manifest; null before the first.</summary>
    public ReleaseManifest? Last { get; private set; }

    /// <summary>Reads what is published by now.</summary>
    public async Task Refresh(CancellationToken cancellation)
    {
        var newest = await store.List(channel, cancellation) is [.., var last] ? last : 0;
        while (_leaves.Count < newest) await Remember(_leaves.Count + 1, cancellation);
    }

    /// <param name="rows">Every line of the release, in order.</param>
    /// <param name="files">Writes what else belongs to it.</param>
    /// <returns>False where another process published this number first: what there is to publish must be asked for anew.</returns>
    public async Task<bool> Append(
        DateOnly asOf, DateTimeOffset at, long logPosition, IReadOnlyList<RowLine> rows, Func<IReleaseDraft, CancellationToken, Task> files, CancellationToken cancellation)
    {
        var number = _leaves.Count + 1;
        var counts = rows.CountBy(row => row.Set, StringComparer.Ordinal).ToDictionary(count => count.Key, count => (long)count.Value, StringComparer.Ordinal);
        var root = Convert.ToHexStringLower(Merkle.Root([.. rows.Select(row => Merkle.Leaf(row.Bytes))]));
        var manifest = new ReleaseManifest(channel, number, asOf, at, logPosition, counts, root, Last?.RowsRoot, null, null);
        var head = new TreeHead(channel, number, ReleaseVerification.LogRoot(_leaves, manifest));
        var signer = await signers.Fresh(channel, cancellation);
        var signed = new SignedRelease(manifest, signer.Sign(ManifestJson.Write(manifest)), head, signer.Sign(ManifestJson.Write(head)));
        try
        {
            await Write(signed, rows, files, cancellation);
        }
        catch (ReleaseExistsException)
        {
            await Refresh(cancellation);
            return false;
        }
        await Remember(number, cancellation);
        return true;
    }

    private async Task Write(SignedRelease signed, IReadOnlyList<RowLine> rows, Func<IReleaseDraft, CancellationToken, Task> files, CancellationToken cancellation)
    {
        await using var draft = await store.Begin(channel, signed.Manifest.Number, cancellation);
        await using (var target = draft.Create(ReleaseFile.Rows))
        {
            foreach (var row in rows)
            {
                await target.WriteAsync(row.Bytes, cancellation);
                target.WriteByte((byte)'\n');
            }
        }
        await using (var target = draft.Create(ReleaseFile.Manifest)) await target.WriteAsync(ManifestJson.Write(signed), cancellation);
        await files(draft, cancellation);
        await draft.Publish(cancellation);
    }

    private async Task Remember(int number, CancellationToken cancellation)
    {
        await using var stream = await store.Open(channel, number, ReleaseFile.Manifest, cancellation)
            ?? throw new InvalidOperationException($"Release {number} of {channel} is missing from the store.");
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellation);
        Last = ManifestJson.Read(bytes.ToArray()).Manifest;
        _leaves.Add(ReleaseVerification.LeafOf(Last));
    }
}
