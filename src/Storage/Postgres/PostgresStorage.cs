using Npgsql;
using Revitalization.Storage.EventLog;
using Revitalization.Storage.Keyring;
using Revitalization.Storage.Registry;
using Revitalization.Storage.Releases;

namespace Revitalization.Storage.Postgres;

/// <summary>Many machines: three schemas of one database, and a folder for releases.</summary>
internal sealed class PostgresStorage(
    NpgsqlDataSource source, NpgsqlDataSource writers, PostgresEventLog events, CachedKeyring keyring, PostgresRegistry registry, string releases) : IStorage
{
    public IEventLog Events => events;

    public IKeyring Keyring => keyring;

    public IRegistryDatabase Registry => registry;

    public IReleaseStore Releases { get; } = new FolderReleaseStore(releases);

    public static async Task<PostgresStorage> Open(
        StorageOptions options, TimeProvider clock, StorageSeam seam, CancellationToken cancellation)
    {
        await using var undo = new Undo();
        var source = undo.Keep(PostgresSource.Create(options.PostgresConnection!, "log", PostgresSource.ByKeyOnly));
        var writers = undo.Keep(PostgresSource.Create(options.PostgresConnection!, "log writer", PostgresSource.ByKeyOnly));
        await PostgresSource.CheckDurable(source, cancellation);
        await PostgresKeyTable.Migrate(source, cancellation);
        var events = undo.Keep(await PostgresEventLog.Open(source, writers, seam, cancellation));
        var wrap = new KeyWrap(options.MasterKey);
        var keyring = undo.Keep(new CachedKeyring(new PostgresKeyTable(source, wrap, seam), wrap, clock));
        var registry = await PostgresRegistry.Open(options.PostgresConnection!, cancellation);
        undo.Forget();
        return new(source, writers, events, keyring, registry, Path.Combine(options.DataDirectory, "releases"));
    }

    public async ValueTask DisposeAsync()
    {
        await events.DisposeAsync();
        await keyring.DisposeAsync();
        await registry.DisposeAsync();
        await writers.DisposeAsync();
        await source.DisposeAsync();
    }
}
