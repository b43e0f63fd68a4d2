using Revitalization.Conformance.Tests.Engine.Grains;
using Revitalization.Engine;

namespace Revitalization.Conformance.Tests.Engine;

/// <summary>By itself, after all others: what else lives in the process would be counted too.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public sealed class MemoryTests
{
    /// <summary>Bytes of an idle grain beside its own state, key text included.</summary>
    private static int Limit => EngineInfo.Name == "Local" ? 1024 : 4096;

    // Jiange alone has 96,000 households on the ledger: all of them active at once must fit a small machine.
    [Fact]
    public async Task A_hundred_thousand_idle_grains_take_little_memory()
    {
        const int grains = 100_000;
        await using var host = await EngineHost.Start(new EngineOptions { ResponseTimeout = TimeSpan.FromMinutes(1) });
        await host.Grains.GetGrain<ISmallGrain>(-1).Add(1);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        foreach (var chunk in Enumerable.Range(0, grains).Chunk(1000))
            await Task.WhenAll(chunk.Select(key => host.Grains.GetGrain<ISmallGrain>(key).Add(1)));
        var each = (GC.GetTotalMemory(forceFullCollection: true) - before) / grains;

        (await host.Control.CountActivations()).ShouldBeGreaterThanOrEqualTo(grains);
        TestContext.Current.TestOutputHelper?.WriteLine($"{each} bytes per idle grain");
        each.ShouldBeLessThan(Limit);
        (await host.Grains.GetGrain<ISmallGrain>(7).Add(1)).ShouldBe(2);
    }
}
