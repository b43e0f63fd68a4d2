using Revitalization.Storage.EventLog;
using Revitalization.Storage.Keyring;
using Revitalization.Storage.Registry;
using Revitalization.Storage.Releases;

namespace Revitalization.Storage.Sqlite;

/// <summary>One machine: three database files and a folder of releases in the data directory.</summary>
internal sealed class SqliteStorage(SqliteEventLog events, CachedKeyring keyring, SqliteRegistry registry, string releases) : IStorage
{
    public IEventLog Events => events;

    public IKeyring Keyring => keyring;

    public IRegistryDatabase Registry => registry;

    public IReleaseStore Releases { get; } = new FolderReleaseStore(releases);

    public static async Task<SqliteStorage> Open(StorageOptions options, TimeProvider clock, StorageSeam seam)
    {
        var folder = options.DataDirectory;
        await using var undo = new Undo();
        var events = undo.Keep(new SqliteEventLog(folder, seam));
        var wrap = new KeyWrap(options.MasterKey);
        var keyring = undo.Keep(new CachedKeyring(new SqliteKeyTable(folder, wrap, seam), wrap, clock));
        var registry = undo.Keep(new SqliteRegistry(folder, seam));
        undo.Forget();
        return new(events, keyring, registry, Path.Combine(folder, "releases"));
    }

    public async ValueTask DisposeAsync()
    {
        await events.DisposeAsync();
        await keyring.DisposeAsync();
        await registry.DisposeAsync();
    }
}
