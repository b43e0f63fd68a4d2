namespace Revitalization.Engine;

/// <summary>What a deployment may set about the engine; both engines read the same.</summary>
public sealed record EngineOptions
{
    /// <summary>How long a caller waits. A grain that works longer answers at once and works on by itself.</summary>
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A grain without calls for this long is deactivated.</summary>
    public TimeSpan IdleAge { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How often idle grains are looked for.</summary>
    public TimeSpan IdleScan { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Above this many activations in the process, the longest idle go first, whatever their age.</summary>
    public int MaxActivations { get; init; } = 200_000;

    /// <summary>Above this share of the memory the process may use, idle grains go likewise.</summary>
    public int MaxMemoryPercent { get; init; } = 80;

    /// <summary>Calls waiting at one grain; more are refused at once.</summary>
    public int MaxQueuedCalls { get; init; } = 10_000;

    /// <summary>How long a stop waits for calls under way and for each grain's farewell.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A PostgreSQL connection string: silos that share it are one cluster. Null: one machine.</summary>
    public string? ClusterConnection { get; init; }

    /// <summary>Silo port of a clustered engine; 0 takes a free one. One process alone opens none.</summary>
    public int SiloPort { get; init; }

    /// <summary>Gateway port of a clustered engine; 0 takes a free one.</summary>
    public int GatewayPort { get; init; }
}
