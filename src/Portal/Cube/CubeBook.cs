using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.Cube.Files;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Cube;

/// <summary>
/// The cubes of the releases held, beside their rows. A release without one is answered by SQL, so a start waits for nothing: what
/// is there is opened, newest first, and what is missing or damaged is built again behind it.
/// </summary>
internal sealed partial class CubeBook(ReplicaDatabase database, ReleaseFiles files, ILogger log) : IDisposable
{
    private readonly ConcurrentDictionary<int, CubeFile> _open = new();
    private readonly CancellationTokenSource _stopping = new();
    private int _disposed;

    /// <summary>Completes when every release held has its cube, or was found unfit for one.</summary>
    public Task Ready { get; private set; } = Task.CompletedTask;

    /// <summary>Null where SQL must answer.</summary>
    public CubeLease? Lease(int release) => _open.TryGetValue(release, out var file) ? CubeLease.Of(file) : null;

    public void Start(ReplicaState state)
    {
        var held = state.Known.Where(release => release.Held).Select(release => release.Signed.Manifest).Reverse().ToList();
        if (held.Count > 0) Ready = Task.Run(() => held.ForEach(OpenOrRebuild));
    }

    /// <summary>Builds a release's cube where its files are gathered, before they take their place.</summary>
    /// <param name="connection">The ingest's, which sees its uncommitted rows.</param>
    public void Build(SqliteConnection connection, ReleaseManifest manifest, string path)
    {
        try
        {
            CubeBuilder.Build(connection, manifest, path);
        }
        catch (CubeUnfitException unfit)
        {
            Unfit(log, manifest.Number, unfit.Message);
            File.Delete(path);
        }
    }

    public void Open(ReleaseManifest manifest)
    {
        if (CubeFile.Open(files.Cube(manifest.Number), manifest.Number, manifest.RowsRoot) is { } file && !_open.TryAdd(manifest.Number, file)) file.Dispose();
    }

    public void Forget(int release)
    {
        if (_open.TryRemove(release, out var file)) file.Dispose();
    }

    /// <summary>Lets go of a cube and its file: what it says is no longer to be said.</summary>
    public void Remove(int release)
    {
        Ready.Wait(); // Whatever is being built behind the start is built from the rows as they were.
        Forget(release);
        File.Delete(files.Cube(release));
    }

    /// <summary>After <see cref="Remove"/>, from the rows as they are now.</summary>
    public void BuildAgain(ReleaseManifest manifest) => OpenOrRebuild(manifest);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        _stopping.Cancel();
        Ready.Wait();
        foreach (var release in _open.Keys) Forget(release);
        _stopping.Dispose();
    }

    private void OpenOrRebuild(ReleaseManifest manifest)
    {
        if (_stopping.IsCancellationRequested) return;
        Open(manifest);
        if (_open.ContainsKey(manifest.Number)) return;
        try
        {
            Rebuild(manifest);
            Open(manifest);
            Rebuilt(log, manifest.Number);
        }
        catch (CubeUnfitException unfit)
        {
            Unfit(log, manifest.Number, unfit.Message);
        }
        catch (Exception failed) when (failed is IOException or SqliteException or InvalidOperationException)
        {
            NotRebuilt(log, manifest.Number, failed.Message); // Perhaps it was just let go; otherwise the next start tries again.
        }
    }

    // A transaction, so that its rows and its regions are of one moment.
    private void Rebuild(ReleaseManifest manifest)
    {
        var path = files.Cube(manifest.Number);
        using var lease = database.ReadNow();
        using var transaction = lease.Connection.BeginTransaction(deferred: true);
        CubeBuilder.Build(lease.Connection, manifest, path + ".new");
        File.Move(path + ".new", path, overwrite: true);
    }

    [LoggerMessage(1, LogLevel.Information, "The cube of release {Number} was built again.")]
    private static partial void Rebuilt(ILogger log, int number);

    [LoggerMessage(2, LogLevel.Warning, "Release {Number} has no cube: {Reason}. SQL answers it.")]
    private static partial void Unfit(ILogger log, int number, string reason);

    [LoggerMessage(3, LogLevel.Error, "The cube of release {Number} was not built: {Reason}. SQL answers it.")]
    private static partial void NotRebuilt(ILogger log, int number, string reason);
}
