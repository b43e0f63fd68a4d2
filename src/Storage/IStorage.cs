using Revitalization.Storage.EventLog;
using Revitalization.Storage.Keyring;
using Revitalization.Storage.Registry;
using Revitalization.Storage.Releases;

namespace Revitalization.Storage;

/// <summary>Everything a Silo keeps. Which database stands behind it is decided once, in <see cref="StorageOptions"/>.</summary>
public interface IStorage : IAsyncDisposable
{
    IEventLog Events { get; }

    IKeyring Keyring { get; }

    IRegistryDatabase Registry { get; }

    IReleaseStore Releases { get; }
}
