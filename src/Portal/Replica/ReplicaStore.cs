using Microsoft.Extensions.Logging.Abstractions;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.Cube;

namespace Revitalization.Portal.Replica;

/// <summary>The replica: its database, its files and the state that stands. Only <see cref="CatchUp"/> changes it.</summary>
public sealed class ReplicaStore : IDisposable
{
    private readonly ReleaseIngest _ingest;
    private readonly RedactionIngest _redactions;
    private readonly PortalOptions _options;
    private ReplicaState _state;

    public ReplicaStore(PortalOptions options, ILogger<ReplicaStore>? log = null)
    {
        _options = options;
        Database = new ReplicaDatabase(options.DataDirectory);
        Files = new ReleaseFiles(options.DataDirectory);
        Cubes = new CubeBook(Database, Files, log ?? NullLogger<ReplicaStore>.Instance);
        _ingest = new ReleaseIngest(Database, Files, Cubes, options.ReleasesKept);
        _redactions = new RedactionIngest(Database, Files, Cubes);
        _state = ReplicaState.Load(Database.Writer);
        Cubes.Start(_state);
    }

    public ReplicaDatabase Database { get; }
    public ReleaseFiles Files { get; }
    internal CubeBook Cubes { get; }
    public ReplicaState State => Volatile.Read(ref _state);

    /// <summary>
    /// Pulls, checks and takes in whatever the source has and this replica has not: changes of key, redactions, releases. One caller at a time.
    /// </summary>
    /// <returns>How many releases were taken in.</returns>
    /// <exception cref="ReleaseRejectedException">Something did not hold; what was taken in before it stands.</exception>
    public async Task<int> CatchUp(IReleaseSource source, CancellationToken cancellation)
    {
        var (newest, first) = (await source.Newest(cancellation), State.Known.Length + 1);
        ReleaseVerification.Require(newest >= first - 1, "the source has fewer releases than this replica: its log was cut back");
        if (first > 1) await RequireSameLog(source, cancellation);
        var (statements, redactions) = (await source.Keys(cancellation), await source.Redactions(cancellation));
        ReleaseVerification.Require(KeyChain.IsExtendedBy(State.KeyStatements, statements), "the source's changes of key are not the ones known so far");
        ReleaseVerification.Require(redactions is not null || State.Signed is null, "the list of redactions forgets one");
        if (_redactions.IsScrubDue) _redactions.Scrub();
        if (newest < first && statements.Count == State.KeyStatements.Count && !IsNew(redactions)) return 0;

        using var pinned = await PinnedKey.Load(_options, cancellation);
        var keys = KeyChain.Read(_options.Channel, pinned, statements);
        if (statements.Count > State.KeyStatements.Count) Follow(statements);
        if (IsNew(redactions)) await Redact(redactions!, keys, cancellation);
        for (var number = first; number <= newest; number++) await Take(source, number, newest, keys, cancellation);
        return Math.Max(0, newest - first + 1);
    }

    public void Dispose()
    {
        Cubes.Dispose();
        Database.Dispose();
    }

    // The head of a size is signed once and for all: another one means that what was published was published anew.
    private async Task RequireSameLog(IReleaseSource source, CancellationToken cancellation)
    {
        var known = State.Known[^1].Signed.Head;
        var stated = await source.Manifest(State.Known.Length, cancellation);
        ReleaseVerification.Require(stated.Head == known, "the source's log is not the one known so far: it was rewritten");
    }

    private bool IsNew(SignedRedactions? redactions) => redactions is not null && redactions.List.Redactions.Count != State.Redactions.Count;

    // A key that signed releases already taken in cannot come to light afterwards.
    private void Follow(IReadOnlyList<SignedKeyStatement> statements)
    {
        ReleaseVerification.Require(
            statements.Skip(State.KeyStatements.Count).All(signed => signed.Statement.FromRelease > State.Known.Length), "a change of key reaches back behind known releases");
        ChannelFiles.Write(Database.Writer, null, ChannelFiles.Keys, KeyStatementJson.Write(statements));
        Volatile.Write(ref _state, State with { KeyStatements = statements });
    }

    private async Task Redact(SignedRedactions redactions, KeyChain keys, CancellationToken cancellation)
    {
        RedactionVerification.Check(redactions, _options.Channel, keys, State.Signed?.List);
        var known = State.Redactions.Count;
        Volatile.Write(ref _state, await _redactions.Take(redactions, State, cancellation));
        foreach (var release in redactions.List.Redactions.Select(redaction => redaction.Release).Distinct()) Files.DropPrepared(release, State);
        _redactions.Finish(redactions.List.Redactions.Skip(known).Select(redaction => redaction.Release).Distinct(), State);
    }

    private async Task Take(IReleaseSource source, int number, int newest, KeyChain keys, CancellationToken cancellation)
    {
        var release = await source.Manifest(number, cancellation);
        var known = State.Known;
        var previous = known.LastOrDefault()?.Signed.Manifest.RowsRoot;
        ReleaseVerification.Check(release, _options.Channel, keys, [.. known.Select(earlier => earlier.Leaf)], previous);
        await using var rows = number > newest - _options.ReleasesKept ? await source.Rows(number, cancellation) : null;
        Volatile.Write(ref _state, await _ingest.Take(release, rows, State.Redactions, cancellation));
    }
}
