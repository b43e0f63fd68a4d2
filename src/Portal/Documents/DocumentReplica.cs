using Revitalization.Contracts.Releases;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Documents;

/// <summary>
/// The replica of the channel <c>documents</c>: pulled, checked against the pinned key and the channel's own log, and taken in, one transaction a
/// release. Unlike figures, documents stay: an old release's rows are shown until a later one changes them.
/// </summary>
public sealed class DocumentReplica(ReplicaStore store, PortalOptions options)
{
    public const string Channel = "documents";
    private DocumentState? _state;

    public DocumentState State => Volatile.Read(ref _state) ?? Reload();

    public DocumentFiles Files { get; } = new(options.DataDirectory);

    /// <returns>How many releases were taken in.</returns>
    /// <exception cref="ReleaseRejectedException">One did not hold; those before it stand.</exception>
    public async Task<int> CatchUp(IDocumentSource source, CancellationToken cancellation)
    {
        var (newest, first) = (await source.Newest(cancellation), State.Releases.Length + 1);
        ReleaseVerification.Require(newest >= first - 1, "the source has fewer releases of documents than this replica: its log was cut back");
        if (newest < first) return 0;
        using var pinned = await PinnedKey.Load(options, cancellation);
        var keys = KeyChain.Read(Channel, pinned, await Statements(source, cancellation));
        for (var number = first; number <= newest; number++) await Take(source, number, keys, cancellation);
        return newest - first + 1;
    }

    // A change of key that was once seen is never unseen: else a retired key could sign again.
    private async Task<IReadOnlyList<SignedKeyStatement>> Statements(IDocumentSource source, CancellationToken cancellation)
    {
        var known = ChannelFiles.Read(store.Database.Documents, ChannelFiles.Keys) is { } bytes ? KeyStatementJson.Read(bytes) : [];
        var stated = await source.Keys(cancellation);
        ReleaseVerification.Require(KeyChain.IsExtendedBy(known, stated), "the source's changes of key are not the ones known so far");
        return stated;
    }

    private async Task Take(IDocumentSource source, int number, KeyChain keys, CancellationToken cancellation)
    {
        var release = await source.Manifest(number, cancellation);
        var known = State.Releases;
        ReleaseVerification.Check(release, Channel, keys, [.. known.Select(earlier => earlier.Leaf)], known.LastOrDefault()?.Signed.Manifest.RowsRoot);
        await using var rows = await source.Rows(number, cancellation);
        await new DocumentIngest(store.Database.Documents, Files, source).Take(release, rows, cancellation);
        if (keys.Statements.Count > 0) ChannelFiles.Write(store.Database.Documents, null, ChannelFiles.Keys, KeyStatementJson.Write(keys.Statements));
        Reload();
    }

    private DocumentState Reload()
    {
        var state = DocumentState.Load(store.Database);
        store.Database.DocumentEdition = state.Edition;
        Volatile.Write(ref _state, state);
        return state;
    }
}
