using Microsoft.Extensions.Logging.Abstractions;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.Cube;

namespace Revitalization.Portal.Replica;

/// <summary>The replica: its database, its files and the state that stands. Only <see cref="CatchUp"/> changes it.</summary>
public sealed class ReplicaStore : IDisposable
{
    private readonly ReleaseIngest _ingest;
    private readonly PortalOptions _options;
    private ReplicaState _state;

    public ReplicaStore(PortalOptions options, ILogger<ReplicaStore>? log = null)
    {
        _options = options;
        Database = new ReplicaDatabase(options.DataDirectory);
        Files = new ReleaseFiles(options.DataDirectory);
        Cubes = new CubeBook(Database, Files, log ?? NullLogger<ReplicaStore>.Instance);
        _ingest = new ReleaseIngest(Database, Files, Cubes, options.ReleasesKept);
        _state = ReplicaState.Load(Database.Writer);
        Cubes.Start(_state);
    }

    public ReplicaDatabase Database { get; }
    public ReleaseFiles Files { get; }
    internal CubeBook Cubes { get; }
    public ReplicaState State => Volatile.Read(ref _state);

    /// <summary>Pulls, checks and takes in every release that the source has and this replica has not. One caller at a time.</summary>
    /// <returns>How many were taken in.</returns>
    /// <exception cref="ReleaseRejectedException">One did not hold; those before it stand.</exception>
    public async Task<int> CatchUp(IReleaseSource source, CancellationToken cancellation)
    {
        var (newest, first) = (await source.Newest(cancellation), State.Known.Length + 1);
        ReleaseVerification.Require(newest >= first - 1, "the source has fewer releases than this replica: its log was cut back");
        if (newest < first) return 0;
        using var key = await PinnedKey.Load(_options, cancellation);
        for (var number = first; number <= newest; number++) await Take(source, number, newest, key, cancellation);
        return newest - first + 1;
    }

    public void Dispose()
    {
        Cubes.Dispose();
        Database.Dispose();
    }

    private async Task Take(IReleaseSource source, int number, int newest, ReleaseKey key, CancellationToken cancellation)
    {
        var release = await source.Manifest(number, cancellation);
        var known = State.Known;
        var previous = known.LastOrDefault()?.Signed.Manifest.RowsRoot;
        ReleaseVerification.Check(release, _options.Channel, key, [.. known.Select(earlier => earlier.Leaf)], previous);
        await using var rows = number > newest - _options.ReleasesKept ? await source.Rows(number, cancellation) : null;
        Volatile.Write(ref _state, await _ingest.Take(release, rows, cancellation));
    }
}
