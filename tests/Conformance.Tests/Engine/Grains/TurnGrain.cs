using Orleans;

namespace Revitalization.Conformance.Tests.Engine.Grains;

public interface ITurnGrain : IGrainWithStringKey
{
    /// <summary>Adds one, awaiting between reading and writing; lost if another call gets in between.</summary>
    Task<int> AddSlowly(int awaits);

    /// <summary>How often two pieces of this grain's code ran at once.</summary>
    Task<int> Overlaps();

    /// <summary>Starts parallel branches that all touch the grain's state from their continuations.</summary>
    Task<int> Branch(int branches);

    /// <summary>Whether every continuation saw the scheduler of the grain.</summary>
    Task<bool> KeepsItsScheduler();

    /// <summary>Waits at a gate of the diary.</summary>
    Task<string> WaitAt(string gate);

    Task Say(string line);
}

public sealed class TurnGrain(Diary diary) : Grain, ITurnGrain
{
    private int _count;
    private int _inside;
    private int _overlaps;

    public async Task<int> AddSlowly(int awaits)
    {
        var seen = _count;
        for (var i = 0; i < awaits; i++)
        {
            Enter();
            await Task.Yield();
        }
        return _count = seen + 1;
    }

    public Task<int> Overlaps() => Task.FromResult(_overlaps);

    public async Task<int> Branch(int branches)
    {
        var before = _count;
        await Task.WhenAll(Enumerable.Range(0, branches).Select(async _ =>
        {
            await Task.Delay(1);
            Enter();
            var seen = _count;
            Thread.SpinWait(200);
            _count = seen + 1;
        }));
        return _count - before;
    }

    public async Task<bool> KeepsItsScheduler()
    {
        var mine = TaskScheduler.Current;
        await Task.Yield();
        var afterYield = TaskScheduler.Current;
        await Task.Delay(1);
        var afterDelay = TaskScheduler.Current;
        await Task.Run(() => Thread.SpinWait(10));
        return mine != TaskScheduler.Default && mine == afterYield && mine == afterDelay && mine == TaskScheduler.Current;
    }

    public async Task<string> WaitAt(string gate)
    {
        diary.Write($"{gate} reached");
        await diary.Pass(gate);
        diary.Write($"{gate} passed");
        return gate;
    }

    public Task Say(string line)
    {
        diary.Write(line);
        return Task.CompletedTask;
    }

    private void Enter()
    {
        if (Interlocked.Increment(ref _inside) > 1) Interlocked.Increment(ref _overlaps);
        Thread.SpinWait(100);
        Interlocked.Decrement(ref _inside);
    }
}
