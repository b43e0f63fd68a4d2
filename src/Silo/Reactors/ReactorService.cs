using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Revitalization.Domain.Commands;
using Revitalization.Silo.Outages;
using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Reactors;

/// <summary>Runs every reactor along the log. A checkpoint only spares work: what was sent before is answered as a repeat.</summary>
public sealed partial class ReactorService(
    IEnumerable<IReactor> reactors, LogTail log, IRegistryDatabase database, ILogger<ReactorService> logger, TimeProvider? clock = null) : BackgroundService
{
    private const int EventsPerBatch = 1000;
    private const int UnwantedPerCheckpoint = 10_000;
    private const int AtOnce = 32;
    private static readonly TimeSpan s_gathering = TimeSpan.FromMilliseconds(10);

    private readonly Dictionary<string, PositionSignal> _reached = reactors.ToDictionary(reactor => reactor.Name, _ => new PositionSignal(), StringComparer.Ordinal);

    /// <summary>Waits until every reactor of this process has answered all events up to a position; false at time-out.</summary>
    public async Task<bool> WaitFor(long position, TimeSpan timeout, CancellationToken cancellation)
    {
        foreach (var reached in _reached.Values)
            if (!await reached.WaitFor(position, timeout, cancellation)) return false;
        return true;
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using (var connection = await database.OpenWriter(cancellationToken))
        {
            await Checkpoints.CreateTable(connection, cancellationToken);
            await ReactorRefusals.CreateTable(connection, cancellationToken);
        }
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(reactors.Select(reactor => Task.Run(() => Run(reactor, stoppingToken), stoppingToken)));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped, not failed: whoever starts it again goes on from the checkpoint.
        }
    }

    private async Task Run(IReactor reactor, CancellationToken cancellation)
    {
        var outage = new OutageLog(logger, clock ?? TimeProvider.System, $"Reactor {reactor.Name}");
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await Follow(reactor, await Position(reactor, cancellation), outage, cancellation);
            }
            catch (Exception failed) when (WorldFailures.IsOf(failed))
            {
                outage.Failed(failed);
                await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
            }
        }
    }

    private async Task Follow(IReactor reactor, long position, OutageLog outage, CancellationToken cancellation)
    {
        var saved = position;
        while (true)
        {
            await log.WaitForEvents(position, TimeSpan.FromSeconds(1), cancellation);
            var events = await log.Read(position, EventsPerBatch, cancellation);
            if (events.Count == 0)
            {
                outage.Answered(); // Nothing waits, so nothing can fail: with events, only their answers say that the world is back.
                continue;
            }

            var wanted = events.Where(reactor.Wants).ToList();
            if (reactor.StreamsAreIndependent) await StreamOrder.ForEach(wanted, AtOnce, stored => React(reactor, stored, cancellation), cancellation);
            else foreach (var stored in wanted) await React(reactor, stored, cancellation);
            position = events[^1].Seq;
            _reached[reactor.Name].Advance(position);
            outage.Answered();
            if (wanted.Count > 0 || position - saved > UnwantedPerCheckpoint) await Save(reactor, saved = position, cancellation);
            if (events.Count < EventsPerBatch) await Task.Delay(s_gathering, cancellation);
        }
    }

    private async Task React(IReactor reactor, StoredEvent stored, CancellationToken cancellation)
    {
        foreach (var refusal in await reactor.React(stored, cancellation))
        {
            Refused(logger, reactor.Name, stored.Seq, refusal.Code);
            await using var connection = await database.OpenWriter(cancellation);
            await ReactorRefusals.Save(connection, new(reactor.Name, stored.Seq, refusal.Code), cancellation);
        }
    }

    private static string CheckpointName(IReactor reactor) => $"reactor:{reactor.Name}";

    private async Task<long> Position(IReactor reactor, CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader(cancellation);
        return (await Checkpoints.Find(connection, null, CheckpointName(reactor), cancellation))?.Position ?? 0;
    }

    private async Task Save(IReactor reactor, long position, CancellationToken cancellation)
    {
        await using var connection = await database.OpenWriter(cancellation);
        await Checkpoints.Save(connection, null, new(CheckpointName(reactor), 1, position, null), cancellation);
    }

    [LoggerMessage(LogLevel.Warning, "Reactor {Reactor}: what follows from event {Seq} was refused with {Refusal}.")]
    private static partial void Refused(ILogger logger, string reactor, long seq, string refusal);
}
