using Orleans;
using Orleans.Runtime;
using Revitalization.Conformance.Tests.Engine.Grains;
using Revitalization.Engine;

namespace Revitalization.Conformance.Tests.Engine;

/// <summary>Grains come when they are called and go when nobody calls; who calls does not notice.</summary>
public sealed class LifeTests(EngineHost host) : IClassFixture<EngineHost>
{
    // Two activations of one household would both decide on the same version.
    [Fact]
    public async Task Concurrent_first_calls_make_one_activation()
    {
        for (var round = 0; round < 20; round++)
        {
            var key = $"race {round}";
            using var start = new Barrier(8);
            var calls = Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    return host.Grains.GetGrain<ILifeGrain>(key).Activation();
                },
                TaskCreationOptions.LongRunning).Unwrap());

            (await Task.WhenAll(calls)).ShouldAllBe(activation => activation == 1);
            host.Diary.Count($"constructed {key}").ShouldBe(1);
            host.Diary.Count($"activated {key}").ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_grain_that_asked_to_leave_is_followed_by_a_fresh_one()
    {
        var grain = host.Grains.GetGrain<ILifeGrain>("leaver");
        await grain.Calls();
        await grain.Leave();

        (await grain.Activation()).ShouldBe(2);
        (await grain.Calls()).ShouldBe(1);
        host.Diary.Count("deactivated leaver").ShouldBe(1);
        await Eventually.Is(() => host.Diary.Count("disposed leaver") == 1, "what the activation owned was disposed of");
    }

    // A call that waits behind the leaving one is not lost: the next activation answers it.
    [Fact]
    public async Task Calls_waiting_behind_a_leaving_grain_go_to_the_next()
    {
        var grain = host.Grains.GetGrain<ILifeGrain>("behind");
        var leaving = grain.LeaveAfter("behind gate");
        await Eventually.Is(() => host.Diary.Count("behind gate reached") == 1, "the grain is inside its last call");

        var waiting = Enumerable.Range(0, 20).Select(_ => grain.Activation()).ToList();
        host.Diary.Open("behind gate");

        await leaving;
        (await Task.WhenAll(waiting)).ShouldAllBe(activation => activation == 2);
    }

    [Theory]
    [InlineData("later")]
    [InlineData("at once")]
    public async Task An_exception_reaches_the_caller_and_leaves_the_grain_alive(string when)
    {
        var grain = host.Grains.GetGrain<ILifeGrain>($"thrower {when}");
        await grain.Calls();

        var thrown = await Should.ThrowAsync<InvalidOperationException>(
            async () => await (when == "later" ? grain.Throw("库存不足") : grain.ThrowAtOnce("库存不足")));

        thrown.Message.ShouldBe("库存不足");
        (await grain.Calls()).ShouldBe(3);
        (await grain.Activation()).ShouldBe(1);
    }

    [Fact]
    public async Task An_exception_of_our_own_keeps_its_type() =>
        (await Should.ThrowAsync<OwnException>(async () => await host.Grains.GetGrain<ILifeGrain>("own").ThrowOwn("自定")))
            .Message.ShouldBe("自定");

    [Fact]
    public async Task A_grain_that_cannot_be_activated_fails_its_callers_and_is_tried_again()
    {
        var grain = host.Grains.GetGrain<IFrailGrain>("frail");
        var failed = await Should.ThrowAsync<Exception>(async () => await grain.Answer());
        failed.ToString().ShouldContain("not yet");

        host.Diary.Open("mended frail");

        (await grain.Answer()).ShouldBe(42);
    }

    // Leaving by themselves, evicted from outside, called all the while: no call is lost, none is answered by a second of the same grain.
    [Fact]
    public async Task Grains_that_come_and_go_under_load_lose_no_call_and_are_never_two()
    {
        const int callers = 8, calls = 1000, keys = 10;
        await using var own = await EngineHost.Start(new EngineOptions { ResponseTimeout = TimeSpan.FromMinutes(1) });
        var working = Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            for (var call = 0; call < calls; call++)
                await own.Grains.GetGrain<IGuestGrain>($"guest {(caller + call) % keys}").Add(leave: call % 50 == caller);
        })));
        while (!working.IsCompleted) await own.Control.EvictIdle(TimeSpan.Zero);

        await working;
        Enumerable.Range(0, keys).Sum(key => own.Guests.Stored($"guest {key}")).ShouldBe(callers * calls);
        own.Guests.Doubles.ShouldBe(0);
        own.Guests.Arrivals.ShouldBeGreaterThan(keys);
    }

    // One identity, however it is called: what one interface wrote the other reads.
    [Fact]
    public async Task Two_interfaces_of_one_class_reach_one_activation()
    {
        await host.Grains.GetGrain<IWriterGrain>("two faces").Write("写");

        (await host.Grains.GetGrain<IReaderGrain>("two faces").Read()).ShouldBe("写");
    }

    [Fact]
    public void An_interface_without_a_class_is_refused() =>
        Should.Throw<ArgumentException>(() => host.Grains.GetGrain<IOrphanGrain>("nobody"));

    // A flood at one grain is refused at once; what was in line before it is answered.
    [Fact]
    public async Task Calls_above_the_bound_of_one_grains_line_are_refused()
    {
        await using var own = await EngineHost.Start(new EngineOptions { MaxQueuedCalls = 10, ResponseTimeout = TimeSpan.FromMinutes(1) });
        var grain = own.Grains.GetGrain<ITurnGrain>("flood");
        var first = grain.WaitAt("flood gate");
        await Eventually.Is(() => own.Diary.Count("flood gate reached") == 1, "the first call is inside");

        var calls = Enumerable.Range(0, 100).Select(i => grain.Say($"flood {i}")).ToList();
        await Eventually.Is(() => calls.Count(call => call.IsFaulted) >= 80, "the flood is refused");
        own.Diary.Open("flood gate");

        (await first).ShouldBe("flood gate");
        await Task.WhenAll(calls).ContinueWith(_ => { }, TaskScheduler.Default);
        calls.Where(call => call.IsFaulted).ShouldAllBe(call => call.Exception!.InnerException is OrleansException);
        calls.Count(call => call.IsCompletedSuccessfully).ShouldBeInRange(1, 20);
    }

    [Fact]
    public async Task An_idle_grain_is_evicted_and_comes_back_when_called()
    {
        await using var own = await EngineHost.Start(new EngineOptions());
        var grain = own.Grains.GetGrain<ILifeGrain>("idle");
        await grain.Calls();

        await own.Control.EvictIdle(TimeSpan.Zero);

        await Eventually.Is(() => own.Diary.Count("deactivated idle") == 1, "the idle grain left");
        (await grain.Activation()).ShouldBe(2);
    }

    [Fact]
    public async Task A_busy_grain_is_not_evicted()
    {
        await using var own = await EngineHost.Start(new EngineOptions());
        var grain = own.Grains.GetGrain<ITurnGrain>("busy");
        var inside = grain.WaitAt("busy gate");
        await Eventually.Is(() => own.Diary.Count("busy gate reached") == 1, "the call is inside");

        await own.Control.EvictIdle(TimeSpan.Zero);
        own.Diary.Open("busy gate");

        (await inside).ShouldBe("busy gate");
    }

    // A county of households must not fill the memory: above the bound the longest idle go, and come back with nothing lost.
    [Fact]
    public async Task Above_the_bound_idle_grains_go_and_come_back_when_called()
    {
        await using var own = await EngineHost.Start(new EngineOptions { MaxActivations = 200, IdleScan = TimeSpan.FromMilliseconds(100) });
        for (var i = 0; i < 1000; i++) await own.Grains.GetGrain<ILifeGrain>($"bound {i}").Calls();

        await Eventually.Is(async () => await own.Control.CountActivations() <= 250, "the bound holds");
        await Eventually.Is(() => own.Diary.Of("deactivated bound").Count >= 750, "those above it said farewell");
        var gone = own.Diary.Of("deactivated bound")[0]["deactivated ".Length..];
        (await own.Grains.GetGrain<ILifeGrain>(gone).Activation()).ShouldBe(2);
    }

    [Fact]
    public async Task A_stop_lets_calls_under_way_finish_and_says_farewell_to_every_grain()
    {
        await using var own = await EngineHost.Start(new EngineOptions());
        for (var i = 0; i < 100; i++) await own.Grains.GetGrain<ILifeGrain>($"drain {i}").Calls();
        var inside = own.Grains.GetGrain<ITurnGrain>("drain busy").WaitAt("drain gate");
        await Eventually.Is(() => own.Diary.Count("drain gate reached") == 1, "the call is inside");

        var stop = Task.Run(own.Stop);
        own.Diary.Open("drain gate");

        (await inside).ShouldBe("drain gate");
        await stop;
        own.Diary.Of("deactivated drain").Count.ShouldBe(100);
        own.Diary.Of("because drain").ShouldAllBe(line => line.EndsWith("ShuttingDown", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_stop_calls_are_refused()
    {
        var own = await EngineHost.Start(new EngineOptions { ResponseTimeout = TimeSpan.FromSeconds(2) });
        var grain = own.Grains.GetGrain<ILifeGrain>("late");
        await grain.Calls();
        await own.Stop();

        await Should.ThrowAsync<Exception>(async () => await grain.Calls());
        own.Diary.Count("activated late").ShouldBe(1);
        await own.DisposeAsync();
    }
}
