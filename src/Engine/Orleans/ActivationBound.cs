using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Revitalization.Engine.Orleans;

/// <summary>
/// Orleans bounds idle grains by age and by memory, not by number. This does the last, as Local does: while there are too many,
/// ever younger idle grains go.
/// </summary>
internal sealed partial class ActivationBound(
    IEngineControl control, EngineOptions options, TimeProvider clock, ILogger<ActivationBound> logger) : BackgroundService
{
    /// <summary>Each step asks for grains idle a fourth as long as the one before.</summary>
    private const int AgeStep = 4;

    private static readonly TimeSpan YoungestAge = TimeSpan.FromMilliseconds(50);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.IdleScan, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Trim(stoppingToken);
            }
            catch (Exception failure) when (failure is TimeoutException or OrleansException)
            {
                Skipped(logger, failure); // The silo is busy or going; the next tick tries again.
            }
        }
    }

    private async Task Trim(CancellationToken stopping)
    {
        for (var age = options.IdleAge; await control.CountActivations(stopping) > options.MaxActivations; age /= AgeStep)
        {
            await control.EvictIdle(age < YoungestAge ? TimeSpan.Zero : age, stopping);
            if (age < YoungestAge) return;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The bound on activations was not checked this time.")]
    private static partial void Skipped(ILogger logger, Exception failure);
}
