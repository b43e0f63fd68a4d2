using Orleans;

namespace Revitalization.Bench.Engine;

public interface ICounterGrain : IGrainWithIntegerKey
{
    Task<long> Add(long amount);

    /// <summary>A message of the usual kind: copied on the way in and on the way out.</summary>
    Task<Packet> Echo(Packet packet);

    /// <summary>A call from grain to grain.</summary>
    Task<long> AddThrough(long other);
}

[GenerateSerializer, Alias("bench-packet")]
public sealed record Packet([property: Id(0)] string Name, [property: Id(1)] long Fen, [property: Id(2)] int[] Quarters);

/// <summary>Does nothing worth time, so that what is measured is the engine.</summary>
public sealed class CounterGrain : Grain, ICounterGrain
{
    private long _sum;

    public Task<long> Add(long amount) => Task.FromResult(_sum += amount);

    public Task<Packet> Echo(Packet packet) => Task.FromResult(packet);

    public async Task<long> AddThrough(long other) => await GrainFactory.GetGrain<ICounterGrain>(other).Add(1);
}
