using Orleans;
using Revitalization.Conformance.Tests.Engine.Grains;

namespace Revitalization.Conformance.Tests.Engine;

/// <summary>A grain's code is written as if it were alone; these tests are why it may be.</summary>
public sealed class TurnTests(EngineHost host) : IClassFixture<EngineHost>
{
    // A household's decision reads, awaits the log, then writes: another call in between would decide on what is no longer so.
    [Fact]
    public async Task Calls_to_one_grain_never_interleave_even_across_awaits()
    {
        var grain = host.Grains.GetGrain<ITurnGrain>("interleave");

        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => Task.Run(() => grain.AddSlowly(awaits: 3))));

        answers.Order().ShouldBe(Enumerable.Range(1, 300));
        (await grain.Overlaps()).ShouldBe(0);
    }

    // Branches of one call may take turns, but two never run at the same time, so plain fields need no lock.
    [Fact]
    public async Task Branches_of_one_call_never_run_at_once()
    {
        var grain = host.Grains.GetGrain<ITurnGrain>("branches");

        (await grain.Branch(200)).ShouldBe(200);
        (await grain.Overlaps()).ShouldBe(0);
    }

    [Fact]
    public async Task Every_continuation_stays_in_the_grains_own_turns() =>
        (await host.Grains.GetGrain<ITurnGrain>("continuations").KeepsItsScheduler()).ShouldBeTrue();

    // The second call is sent while the first waits inside the grain: it must not begin before the first has answered.
    [Fact]
    public async Task A_call_waits_until_the_one_before_has_answered()
    {
        var grain = host.Grains.GetGrain<ITurnGrain>("order");
        var first = grain.WaitAt("order gate");
        await Eventually.Is(() => host.Diary.Count("order gate reached") == 1, "the first call began");

        var second = grain.Say("order second");
        var elsewhere = host.Grains.GetGrain<ITurnGrain>("order elsewhere");
        for (var i = 0; i < 100; i++) await elsewhere.Say("elsewhere");
        host.Diary.Count("order second").ShouldBe(0);

        host.Diary.Open("order gate");
        await Task.WhenAll(first, second);
        host.Diary.Of("order").ShouldBe(["order gate reached", "order gate passed", "order second"]);
    }

    [Fact]
    public async Task Grains_work_side_by_side()
    {
        var calls = Enumerable.Range(0, 50)
            .Select(i => host.Grains.GetGrain<ITurnGrain>($"side {i}").WaitAt($"side gate {i}")).ToList();
        await Eventually.Is(() => Enumerable.Range(0, 50).All(i => host.Diary.Count($"side gate {i} reached") == 1), "all are inside");

        for (var i = 49; i >= 0; i--) host.Diary.Open($"side gate {i}");
        (await Task.WhenAll(calls)).Length.ShouldBe(50);
    }

    // What a caller keeps in the ambience of its thread does not reach a grain in another process, so it must not here.
    [Fact]
    public async Task Nothing_ambient_flows_into_a_grain()
    {
        Ambient.Value.Value = "the caller's";

        (await host.Grains.GetGrain<IAmbientGrain>("ambient").Seen()).ShouldBeNull();
    }
}

public static class Ambient
{
    public static AsyncLocal<string?> Value { get; } = new();
}

public interface IAmbientGrain : IGrainWithStringKey
{
    Task<string?> Seen();
}

public sealed class AmbientGrain : Grain, IAmbientGrain
{
    public async Task<string?> Seen()
    {
        await Task.Yield();
        return Ambient.Value.Value;
    }
}
