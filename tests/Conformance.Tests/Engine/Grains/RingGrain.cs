using Orleans;

namespace Revitalization.Conformance.Tests.Engine.Grains;

public interface IRingGrain : IGrainWithStringKey
{
    /// <summary>Calls the first on the way, which calls the second, and so on.</summary>
    Task<int> Go(string[] way);

    /// <summary>The same, once the gate is open.</summary>
    Task<int> GoAfter(string gate, string[] way);

    Task<int> WaitFor(string gate, CancellationToken cancellation);
}

public sealed class RingGrain(Diary diary) : Grain, IRingGrain
{
    public async Task<int> Go(string[] way) =>
        way.Length == 0 ? 0 : 1 + await GrainFactory.GetGrain<IRingGrain>(way[0]).Go(way[1..]);

    public async Task<int> GoAfter(string gate, string[] way)
    {
        diary.Write($"{gate} reached");
        await diary.Pass(gate);
        return await Go(way);
    }

    public async Task<int> WaitFor(string gate, CancellationToken cancellation)
    {
        diary.Write($"{gate} reached");
        var scheduler = TaskScheduler.Current;
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellation.Register(() =>
        {
            diary.Write($"{gate} cancelled {(TaskScheduler.Current == scheduler ? "in turn" : "elsewhere")}");
            stopped.SetResult();
        });
        await Task.WhenAny(diary.Pass(gate), stopped.Task);
        diary.Write($"{gate} left");
        cancellation.ThrowIfCancellationRequested();
        return 1;
    }
}
