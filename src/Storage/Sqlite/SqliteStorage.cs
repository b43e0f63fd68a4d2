using Revitalization.Storage.EventLog;
using Revitalization.Storage.Keyring;
using Revitalization.Storage.Registry;
using Revitalization.Storage.Releases;

namespace Revitalization.Storage.Sqlite;

/// <summary>One machine: four files and a folder in the data directory.</summary>
internal sealed class SqliteStorage : IStorage
{
    public SqliteStorage(StorageOptions options, TimeProvider clock, StorageSeam seam)
    {
        var wrap = new KeyWrap(options.MasterKey);
        Events = new SqliteEventLog(options.DataDirectory, seam);
        Keyring = new CachedKeyring(new SqliteKeyTable(options.DataDirectory, wrap, seam), wrap, clock);
        Registry = new SqliteRegistry(options.DataDirectory, seam);
        Releases = new FolderReleaseStore(Path.Combine(options.DataDirectory, "releases"));
    }

    public IEventLog Events { get; }

    public IKeyring Keyring { get; }

    public IRegistryDatabase Registry { get; }

    public IReleaseStore Releases { get; }

    public async ValueTask DisposeAsync()
    {
        await Events.DisposeAsync();
        await Keyring.DisposeAsync();
        await Registry.DisposeAsync();
    }
}
