using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Revitalization.Silo.Outages;
using Revitalization.Storage.EventLog;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Projections;

/// <summary>Every projection's projector, and rebuilds asked for. Lag is a metric; a projection that stopped makes the Silo not ready.</summary>
public sealed partial class ProjectionService : BackgroundService
{
    private static readonly TimeSpan s_beforeRetry = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Projector> _projectors;
    private readonly ProjectionRebuild _rebuild;
    private readonly IEventLog _log;
    private readonly Meter _meter;
    private readonly ConcurrentDictionary<Projector, bool> _outdated = new();
    private readonly Channel<string> _requests = Channel.CreateBounded<string>(
        new BoundedChannelOptions(8) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ILogger<ProjectionService> _logger;
    private readonly TimeProvider _clock;
    private long _head;

    public ProjectionService(
        IEnumerable<IProjection> projections, IEventLog log, LogTail tail, IRegistryDatabase database, IMeterFactory meters, ILoggerFactory loggers, TimeProvider? clock = null)
    {
        _log = log;
        (_logger, _clock) = (loggers.CreateLogger<ProjectionService>(), clock ?? TimeProvider.System);
        _rebuild = new ProjectionRebuild(log, database, loggers.CreateLogger<ProjectionRebuild>());
        _projectors = projections.ToDictionary(
            projection => projection.Name,
            projection => new Projector(projection, tail, database, loggers.CreateLogger<Projector>(), clock), StringComparer.Ordinal);
        _meter = meters.Create("Revitalization.Silo");
        _meter.CreateObservableGauge("projection_lag_events", Lags, "events", "Positions of the log not yet projected.");
        _meter.CreateObservableGauge("projection_stopped", Stops, description: "1 where a projection, or its rebuild, stopped before an event it cannot take.");
    }

    public IReadOnlyCollection<Projector> Projectors => _projectors.Values;

    /// <summary>Waits until every projection (or the one named) shows this position; false at time-out.</summary>
    public async Task<bool> WaitFor(long seq, TimeSpan timeout, CancellationToken cancellation, string? name = null)
    {
        var waited = _projectors.Values.Where(projector => name is null || projector.Projection.Name == name)
            .Select(projector => projector.WaitFor(seq, timeout, cancellation));
        return (await Task.WhenAll(waited)).All(reached => reached);
    }

    /// <summary>Rebuilds one projection from zero while its old tables serve; completes after the swap.</summary>
    public Task Rebuild(string name, CancellationToken cancellation) => _rebuild.Run(_projectors[name], cancellation);

    /// <summary>As <see cref="Rebuild"/>, by the service itself: asked for once, however often.</summary>
    public void RequestRebuild(string name) => _requests.Writer.TryWrite(name);

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var projector in _projectors.Values)
        {
            if (await projector.Prepare(cancellationToken)) _outdated[projector] = true;
        }
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([WatchHead(stoppingToken), RebuildOnRequest(stoppingToken), .. _projectors.Values.Select(projector => Task.Run(() => RunOne(projector, stoppingToken), stoppingToken))]);

    // Rows of another schema keep serving until the rebuild has caught up; only then does the projector move on.
    private async Task RunOne(Projector projector, CancellationToken cancellation)
    {
        if (_outdated.ContainsKey(projector) && !await Rebuilt(projector, cancellation)) await projector.WaitForSwap(cancellation);
        _outdated.TryRemove(projector, out _);
        await projector.Run(cancellation);
    }

    /// <summary>False where the rebuild met an event it cannot take: then it says so, as the projector itself would.</summary>
    private async Task<bool> Rebuilt(Projector projector, CancellationToken cancellation)
    {
        try
        {
            await Persist(() => _rebuild.Run(projector, cancellation), $"The rebuild of {projector.Projection.Name}", cancellation);
            return true;
        }
        catch (PoisonEventException poison)
        {
            projector.RebuildStopped(poison, served: !_outdated.ContainsKey(projector));
            RebuildStopped(_logger, poison, projector.Projection.Name, poison.Seq);
            return false;
        }
    }

    private async Task RebuildOnRequest(CancellationToken cancellation)
    {
        await foreach (var name in _requests.Reader.ReadAllAsync(cancellation)) await Rebuilt(_projectors[name], cancellation);
    }

    private async Task WatchHead(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2));
        do await Persist(async () => Interlocked.Exchange(ref _head, await _log.Head(cancellation)), "Who watches the log's head", cancellation);
        while (await timer.WaitForNextTickAsync(cancellation));
    }

    // A database that is away for a moment ends none of these loops for good. A rebuild goes on from its own checkpoint.
    private async Task Persist(Func<Task> act, string who, CancellationToken cancellation)
    {
        var outage = new OutageLog(_logger, _clock, who);
        while (true)
        {
            try
            {
                await act();
                outage.Answered();
                return;
            }
            catch (Exception failed) when (failed is DbException or IOException or Storage.StorageFaultException)
            {
                outage.Failed(failed);
                await Task.Delay(s_beforeRetry, cancellation);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The rebuild of projection {Projection} stopped before event {Seq}, which it cannot take.")]
    private static partial void RebuildStopped(ILogger logger, Exception poison, string projection, long seq);

    private IEnumerable<Measurement<long>> Stops() => _projectors.Values.Select(projector => new Measurement<long>(
        projector.Error is null && projector.RebuildError is null ? 0 : 1, new KeyValuePair<string, object?>("projection", projector.Projection.Name)));

    private IEnumerable<Measurement<long>> Lags() => _projectors.Values.Select(projector => new Measurement<long>(
        Math.Max(0, Interlocked.Read(ref _head) - projector.Position), new KeyValuePair<string, object?>("projection", projector.Projection.Name)));
}
