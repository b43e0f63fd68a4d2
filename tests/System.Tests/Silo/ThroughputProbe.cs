using System.Diagnostics;
using Revitalization.Contracts.Households;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;

namespace Revitalization.SystemTests.Silo;

/// <summary>Not a benchmark (bench/ has those): notices when the way in becomes slower by an order of magnitude.</summary>
public sealed class ThroughputProbe(ITestOutputHelper output)
{
    [Fact]
    public async Task Some_thousand_households_come_in_and_are_projected_within_seconds()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var desk = silo.Get<RegisterDesk>();
        var (count, watch) = (2000, new CpuWatch());
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (n, _) =>
            (await desk.PutHousehold($"H{n}", Given.Household(), RunningSilo.County with { CommandId = $"c{n}" })).Refusal.ShouldBeNull());
        output.WriteLine($"households, 64 clients: {watch.Per(count)}");

        watch = new CpuWatch();
        foreach (var chunk in Enumerable.Range(0, count * 2).Chunk(500))
        {
            var replies = await desk.PutMembers([.. chunk.Select(n => new MemberToPut(
                $"H{n / 2}", $"{n % 2}", Given.Member(n, n % 2 == 0 ? "head" : "spouse"), RunningSilo.County with { CommandId = $"m{n}" }))]);
            replies.ShouldAllBe(reply => reply.Refusal == null);
        }
        output.WriteLine($"members in bulk: {watch.Per(count * 2)}");

        watch = new CpuWatch();
        await silo.Projected();
        output.WriteLine($"caught up: {watch.Per(1)}");
        watch = new CpuWatch();
        await silo.Get<ProjectionService>().Rebuild(RegisterProjection.ProjectionName, default);
        output.WriteLine($"rebuild of {count * 3} events: {watch.Per(count * 3)}");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(2));
    }
}

/// <summary>Wall time and processor time: on a shared machine only the second says what the code costs.</summary>
internal sealed class CpuWatch
{
    private readonly TimeSpan _cpu = Process.GetCurrentProcess().TotalProcessorTime;
    private readonly Stopwatch _wall = Stopwatch.StartNew();

    public TimeSpan Elapsed => _wall.Elapsed;

    public string Per(int count) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{count / _wall.Elapsed.TotalSeconds:F0}/s, {(Process.GetCurrentProcess().TotalProcessorTime - _cpu).TotalMicroseconds / count:F0} µs of processor each");
}
