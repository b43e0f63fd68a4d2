using System.Data.Common;
using Revitalization.Domain.Calendar;
using Revitalization.Silo.Monitoring.Lists;
using Revitalization.Silo.Projections;
using Revitalization.Storage;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Monitoring.Sweep;

/// <summary>Sweeps when the Silo starts and once a day of China's calendar. No reminder of the engine's: a day that was missed is swept late, not never.</summary>
public sealed partial class WorklistSweepService(
    WorklistSweep sweep, ProjectionService projections, IEventLog log, TimeProvider clock, ILogger<WorklistSweepService> logger) : BackgroundService
{
    private static readonly TimeSpan s_look = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await sweep.Prepare(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        DateOnly? swept = null;
        using var timer = new PeriodicTimer(s_look, clock);
        try
        {
            do
            {
                var today = clock.ChinaToday();
                if (swept != today && await Sweep(today, again: swept is null, stoppingToken)) swept = today;
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped, not failed: what was swept stands, the rest is swept at the next start.
        }
    }

    private async Task<bool> Sweep(DateOnly today, bool again, CancellationToken cancellation)
    {
        try
        {
            // Limits that were met but not yet projected would be called overdue.
            if (!await projections.WaitFor(await log.Head(cancellation), s_patience, cancellation, MonitoringProjection.ProjectionName)) return false;
            var filed = await sweep.Run(today, again, cancellation);
            if (filed > 0) Swept(logger, today, filed);
            return true;
        }
        catch (Exception failed) when (failed is DbException or IOException or StorageFaultException)
        {
            RetryLater(logger, failed, today);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "Worklists swept for {Today}: {Filed} new notices.")]
    private static partial void Swept(ILogger logger, DateOnly today, long filed);

    [LoggerMessage(LogLevel.Warning, "The worklists of {Today} could not all be swept; the rest follows within minutes.")]
    private static partial void RetryLater(ILogger logger, Exception failed, DateOnly today);
}
