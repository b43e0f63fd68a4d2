using Revitalization.Conformance.Tests.Engine.Grains;
using Revitalization.Conformance.Tests.Storage.Harness;
using Revitalization.Engine;

namespace Revitalization.Conformance.Tests.Engine;

/// <summary>More than one machine means Orleans; the membership table is PostgreSQL's, by the product's own DDL.</summary>
public sealed class ClusterTests : IAsyncLifetime
{
    private readonly PostgresServer _postgres = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();

    // Starting both at once also shows that the DDL may run concurrently, and again at every start.
    [Fact]
    public async Task Two_silos_share_grains_and_one_takes_over_when_the_other_stops()
    {
        Assert.SkipUnless(EngineInfo.Name == "Orleans", "This build's engine is one process.");
        var options = new EngineOptions { ClusterConnection = await _postgres.CreateDatabase(), ResponseTimeout = TimeSpan.FromSeconds(30) };
        var hosts = await Task.WhenAll(EngineHost.Start(options), EngineHost.Start(options));

        var sums = await Task.WhenAll(Enumerable.Range(0, 100).Select(async key =>
        {
            await hosts[0].Grains.GetGrain<ISmallGrain>(key).Add(1);
            return await hosts[1].Grains.GetGrain<ISmallGrain>(key).Add(1);
        }));
        sums.ShouldAllBe(sum => sum == 2);
        (await hosts[0].Control.CountActivations()).ShouldBeGreaterThan(10);
        (await hosts[1].Control.CountActivations()).ShouldBeGreaterThan(10);

        await hosts[0].DisposeAsync();
        foreach (var key in Enumerable.Range(0, 100)) (await hosts[1].Grains.GetGrain<ISmallGrain>(key).Add(1)).ShouldBeInRange(1, 3);
        await hosts[1].DisposeAsync();
    }

    [Fact]
    public async Task Silos_that_start_together_again_and_again_find_each_others_tables()
    {
        Assert.SkipUnless(EngineInfo.Name == "Orleans", "This build's engine is one process.");
        var options = new EngineOptions { ClusterConnection = await _postgres.CreateDatabase() };
        for (var round = 0; round < 2; round++)
        {
            await using var host = await EngineHost.Start(options);
            (await host.Grains.GetGrain<ISmallGrain>(round).Add(round)).ShouldBe(round);
        }
    }

    [Fact]
    public async Task An_engine_of_one_process_refuses_to_be_a_cluster()
    {
        Assert.SkipUnless(EngineInfo.Name == "Local", "This build's engine can be a cluster.");

        var refused = await Should.ThrowAsync<InvalidOperationException>(
            () => EngineHost.Start(new EngineOptions { ClusterConnection = "Host=elsewhere" }));

        refused.Message.ShouldContain("Orleans");
    }
}
