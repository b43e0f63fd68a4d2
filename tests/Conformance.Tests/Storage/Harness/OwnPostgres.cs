namespace Revitalization.Conformance.Tests.Storage.Harness;

/// <summary>Tests that need a server of their own: to be maltreated, or with counters that are theirs alone.</summary>
public abstract class OwnPostgres : IAsyncLifetime
{
    private readonly PostgresServer _server = new();

    protected StorageLab Lab { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Lab = await StorageLab.OnPostgres(_server);

    public async ValueTask DisposeAsync()
    {
        await Lab.DisposeAsync();
        await _server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected Task<int> ServerProcess() => _server.ServerProcess();
}
