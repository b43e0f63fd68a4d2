using Orleans;
using Orleans.Runtime;

namespace Revitalization.Engine.Orleans;

/// <summary>Asks this process' silo through Orleans' own management grain.</summary>
internal sealed class SiloControl(IGrainFactory grains, ILocalSiloDetails silo) : IEngineControl
{
    private IManagementGrain Management => grains.GetGrain<IManagementGrain>(0);

    public async ValueTask<int> CountActivations(CancellationToken cancellation = default)
    {
        var statistics = await Management.GetRuntimeStatistics([silo.SiloAddress], cancellation).WaitAsync(cancellation);
        return statistics[0].ActivationCount;
    }

    public async ValueTask EvictIdle(TimeSpan idleFor, CancellationToken cancellation = default) =>
        await Management.ForceActivationCollection([silo.SiloAddress], idleFor, cancellation).WaitAsync(cancellation);
}
