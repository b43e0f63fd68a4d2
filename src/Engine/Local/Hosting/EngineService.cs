using Microsoft.Extensions.Hosting;
using Orleans;
using Revitalization.Engine.Local.Calls;

namespace Revitalization.Engine.Local.Hosting;

/// <summary>Starts the engine's timers; at the end lets calls under way finish, then says farewell to every grain.</summary>
internal sealed class EngineService(LocalEngine engine) : IHostedService, IDisposable
{
    /// <summary>A farewell may call other grains, and so bring them back; after so many rounds the rest is left.</summary>
    private const int Rounds = 4;

    private readonly TimeOuts _timeOuts = new(engine);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timeOuts.Start();
        engine.Evictions.Start();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        engine.Close();
        using var limit = engine.Limit();
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        await engine.Pending.WaitUntilEmpty(both.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        for (var round = 0; round < Rounds && engine.Directory.Count > 0; round++)
            await DeactivateAll().WaitAsync(both.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _timeOuts.Dispose();
        engine.Evictions.Dispose();
    }

    private Task DeactivateAll()
    {
        var reason = new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The process is stopping.");
        return Task.WhenAll(engine.Directory.All.Select(activation => activation.LeaveSoon(reason)).ToList());
    }
}
