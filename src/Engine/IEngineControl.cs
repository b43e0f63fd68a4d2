namespace Revitalization.Engine;

/// <summary>What an operator or a benchmark may ask of the engine; a grain never needs it.</summary>
public interface IEngineControl
{
    /// <summary>Activations held in this process.</summary>
    int Activations { get; }

    /// <summary>Deactivates the grains of this process that had no call for <paramref name="idleFor"/>; completes when they are gone.</summary>
    ValueTask EvictIdle(TimeSpan idleFor, CancellationToken cancellation = default);
}
