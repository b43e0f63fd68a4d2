using Revitalization.Conformance.Tests.Engine.Grains;
using Revitalization.Engine;

namespace Revitalization.Conformance.Tests.Engine;

/// <summary>No caller waits for ever, and the message says what it waited for.</summary>
public sealed class WaitingTests : IAsyncLifetime
{
    private EngineHost _host = null!;

    public async ValueTask InitializeAsync() =>
        _host = await EngineHost.Start(new EngineOptions { ResponseTimeout = TimeSpan.FromSeconds(2) });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Two_grains_that_wait_for_each_other_time_out_and_the_message_names_the_circle() =>
        await Eventually.Is(
            async () => Names(await Outcome(Ring("甲").Go(["乙", "甲"])), "RingGrain/甲 → RingGrain/乙 (IRingGrain.Go) → RingGrain/甲 (IRingGrain.Go)"),
            "the circle is named");

    [Fact]
    public async Task A_grain_that_waits_for_itself_times_out() =>
        await Eventually.Is(
            async () => Names(await Outcome(Ring("丙").Go(["丙"])), "RingGrain/丙 → RingGrain/丙"),
            "the circle is named");

    // Neither call is behind the other's: the circle exists only because both are under way.
    [Fact]
    public async Task A_circle_made_of_two_callers_times_out_too()
    {
        var round = 0;
        await Eventually.Is(
            async () =>
            {
                var (gate, left, right) = ($"circle {++round}", $"左{round}", $"右{round}");
                Task<int>[] calls = [Ring(left).GoAfter(gate, [right]), Ring(right).GoAfter(gate, [left])];
                await Eventually.Is(() => _host.Diary.Count($"{gate} reached") == 2, "both are inside");
                _host.Diary.Open(gate);
                return Names(await Outcome(calls[0]), $"RingGrain/{left}") & Names(await Outcome(calls[1]), $"RingGrain/{right}");
            },
            "the circle is named");

        await Eventually.Is(async () => await Outcome(Ring($"左{round}").Go([])) is 0, "the grain is free");
    }

    [Fact]
    public async Task After_a_circle_timed_out_its_grains_answer_again()
    {
        await Should.ThrowAsync<TimeoutException>(async () => await Ring("丁").Go(["戊", "丁"]));

        await Eventually.Is(async () => await Outcome(Ring("丁").Go([])) is 0, "the grain is free");
    }

    [Fact]
    public async Task A_slow_grain_times_out_and_finishes_by_itself()
    {
        var grain = _host.Grains.GetGrain<ITurnGrain>("slow");

        var thrown = await Should.ThrowAsync<TimeoutException>(async () => await grain.WaitAt("slow gate"));
        _host.Diary.Open("slow gate");

        thrown.Message.ShouldContain("slow");
        await Eventually.Is(() => _host.Diary.Count("slow gate passed") == 1, "the grain finished");
        await grain.Say("slow done");
    }

    [Fact]
    public async Task A_cancelled_caller_stops_waiting_and_the_grain_learns_of_it_in_its_own_turn()
    {
        using var caller = new CancellationTokenSource();
        var call = Ring("cancelled").WaitFor("cancel gate", caller.Token);
        await Eventually.Is(() => _host.Diary.Count("cancel gate reached") == 1, "the call is inside");

        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () => await call);
        await Eventually.Is(() => _host.Diary.Count("cancel gate left") == 1, "the grain stopped");
        _host.Diary.Of("cancel gate cancelled").ShouldBe(["cancel gate cancelled in turn"]);
    }

    [Fact]
    public async Task A_call_cancelled_while_it_waits_in_line_never_begins()
    {
        // On a cluster nobody sees a call arrive in line: a cancellation may overtake it, and then it begins. Not every time.
        for (var round = 0; round < 20; round++)
        {
            if (!await BeginsAlthoughCancelled($"line {round}")) return;
        }
        Assert.Fail("Twenty calls were cancelled while they waited, and all began.");
    }

    private async Task<bool> BeginsAlthoughCancelled(string line)
    {
        using var caller = new CancellationTokenSource();
        var grain = Ring(line);
        var first = grain.WaitFor($"{line} gate", default);
        await Eventually.Is(() => _host.Diary.Count($"{line} gate reached") == 1, "the first call is inside");
        var second = grain.WaitFor($"{line} second", caller.Token);

        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () => await second);
        _host.Diary.Open($"{line} gate");
        _host.Diary.Open($"{line} second");

        await first;
        (await grain.Go([])).ShouldBe(0);
        return _host.Diary.Count($"{line} second reached") > 0;
    }

    [Fact]
    public async Task A_call_with_a_token_cancelled_before_is_not_sent()
    {
        await Should.ThrowAsync<OperationCanceledException>(
            async () => await Ring("never").WaitFor("never gate", new CancellationToken(canceled: true)));

        _host.Diary.Count("never gate reached").ShouldBe(0);
    }

    /// <summary>
    /// Whether it timed out and, on the engine that can, named the circle. A machine that stands still while the circle closes may
    /// end the outer call before there is one; then it is tried again.
    /// </summary>
    private static bool Names(object outcome, string circle) =>
        outcome is TimeoutException late
        && (EngineInfo.Name != "Local" || (late.Message.Contains("Deadlock", StringComparison.Ordinal) && late.Message.Contains(circle, StringComparison.Ordinal)));

    private IRingGrain Ring(string key) => _host.Grains.GetGrain<IRingGrain>(key);

    private static async Task<object> Outcome(Task<int> call)
    {
        try
        {
            return await call;
        }
        catch (TimeoutException late)
        {
            return late;
        }
    }
}
