using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Revitalization.Bench.Harness;
using Revitalization.Engine;

namespace Revitalization.Bench.Engine;

/// <summary>What a grain costs by itself. The limit of a call is a bare hop to the thread pool and back, which no actor can do without.</summary>
public sealed class EngineSection : IBenchSection
{
    private const int Callers = 64;
    private const int IdleGrains = 100_000;
    private const long FirstIdleGrain = 1_000_000;

    public string Name => "engine";

    public int Order => 20;

    public async Task Run(BenchRun run)
    {
        using var host = Build();
        await host.StartAsync();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        await Calls(run, grains);
        await Memory(run, grains);
        await host.StopAsync();
    }

    private static IHost Build()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.AddEngine(new EngineOptions { ResponseTimeout = TimeSpan.FromMinutes(1) }, typeof(CounterGrain).Assembly);
        return builder.Build();
    }

    private async Task Calls(BenchRun run, IGrainFactory grains)
    {
        var packet = new Packet("户", 123_45, [1, 2, 3, 4]);
        foreach (var callers in (int[])[Callers, 1])
        {
            var hop = await Timed(callers, run.Time, _ => Task.Run(static () => 1));
            await Report(run, callers, "calls", hop, caller => grains.GetGrain<ICounterGrain>(caller).Add(1));
            await Report(run, callers, "calls with a copied record there and back", hop, caller => grains.GetGrain<ICounterGrain>(caller).Echo(packet));
            await Report(run, callers, "calls that make one more from grain to grain", hop,
                caller => grains.GetGrain<ICounterGrain>(caller).AddThrough(Callers + caller));
        }
    }

    private async Task Report(BenchRun run, int callers, string what, Timing hop, Func<int, Task> call)
    {
        var timing = await Timed(callers, run.Time, call);
        var who = callers == 1 ? "one caller" : $"{callers} callers";
        run.Report(new(Name, EngineInfo.Name, $"{what}, {who}", timing.PerSecond, "calls/s", hop.PerSecond, ""));
        run.Report(new(Name, EngineInfo.Name, $"processor time of {what}, {who}", timing.ProcessorNs, "ns", hop.ProcessorNs,
            EngineInfo.Name == "Local" && callers == Callers ? "≤ 2,000 ns" : ""));
    }

    /// <summary>The first second goes unmeasured, while the code is compiled, and compiled again once it is known to be hot.</summary>
    private static async Task<Timing> Timed(int callers, TimeSpan time, Func<int, Task> operation)
    {
        await Measure.PerSecond(callers, TimeSpan.FromSeconds(1), (caller, _) => operation(caller));
        var (processor, done) = (Environment.CpuUsage.TotalTime, 0L);
        var rate = await Measure.PerSecond(callers, time, (caller, _) =>
        {
            Interlocked.Increment(ref done);
            return operation(caller);
        });
        return new Timing(rate, (Environment.CpuUsage.TotalTime - processor).TotalNanoseconds / done);
    }

    private async Task Memory(BenchRun run, IGrainFactory grains)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var key = FirstIdleGrain; key < FirstIdleGrain + IdleGrains; key += 1000)
            await Task.WhenAll(Enumerable.Range(0, 1000).Select(offset => grains.GetGrain<ICounterGrain>(key + offset).Add(1)));
        var each = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / IdleGrains;
        run.Report(new(Name, EngineInfo.Name, $"memory of one of {IdleGrains:N0} idle grains, key and counter included", each, "bytes", 1024, "< 1,024"));
    }

    private readonly record struct Timing(double PerSecond, double ProcessorNs);
}
