namespace Revitalization.Engine;

/// <summary>What an operator or a benchmark may ask of the engine; a grain never needs it.</summary>
public interface IEngineControl
{
    /// <summary>Activations held in this process.</summary>
    ValueTask<int> CountActivations(CancellationToken cancellation = default);

    /// <summary>Deactivates the grains of this process that had no call for <paramref name="idleFor"/>.</summary>
    ValueTask EvictIdle(TimeSpan idleFor, CancellationToken cancellation = default);
}
