using System.Data.Common;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Revitalization.Silo.Outages;
using Revitalization.Storage.EventLog;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Projections;

/// <summary>
/// Moves one projection along the log: reads a batch, writes rows and checkpoint in one transaction, again. Killed anywhere, it
/// goes on from the checkpoint and no event counts twice. Many processes may run it: whoever holds the writer reads the checkpoint anew.
/// </summary>
public sealed partial class Projector(IProjection projection, LogTail log, IRegistryDatabase database, ILogger<Projector> logger, TimeProvider? clock = null)
{
    public const int BatchEvents = 4096;

    private const int UnwantedPerCheckpoint = 10_000;
    private const int PausePerWork = 4; // So under load it takes at most a fifth of one processor from those who send commands.
    private static readonly TimeSpan s_leastPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMilliseconds(400);

    private readonly PositionSignal _reached = new();
    private readonly OutageLog _outage = new(logger, clock ?? TimeProvider.System, $"Projection {projection.Name}");
    private readonly TaskCompletionSource _swapped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PoisonEventException? _poison;
    private long _saved; // The checkpoint last seen; from there to Position nothing was wanted.

    public IProjection Projection => projection;

    /// <summary>Position of the last event whose rows are committed, as far as this process knows.</summary>
    public long Position => _reached.Position;

    /// <summary>Position up to which its tables are as they were last written, as far as this process knows: while it stands, no row changes.</summary>
    public long Written => Interlocked.Read(ref _saved);

    /// <summary>Why it stopped; null while it runs.</summary>
    public string? Error { get; private set; }

    /// <summary>Why its last rebuild stopped; null where none did. What serves meanwhile goes on.</summary>
    public string? RebuildError { get; private set; }

    /// <summary>Waits until the rows of this position are committed; false at time-out.</summary>
    public Task<bool> WaitFor(long position, TimeSpan timeout, CancellationToken cancellation) =>
        _reached.WaitFor(position, timeout, cancellation);

    /// <summary>Creates tables and checkpoint; true when rows of another schema version stand there and must be rebuilt.</summary>
    public async Task<bool> Prepare(CancellationToken cancellation)
    {
        await using var connection = await database.OpenWriter(cancellation);
        await Checkpoints.CreateTable(connection, cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var stored = await Checkpoints.Find(connection, transaction, projection.Name, cancellation);
        if (stored is null)
        {
            await ProjectionTables.Create(projection, shadow: false, database.BlobType, connection, transaction, cancellation);
            await Checkpoints.Save(connection, transaction, new(projection.Name, projection.SchemaVersion, 0, null), cancellation);
        }
        await transaction.CommitAsync(cancellation);
        _saved = stored?.Position ?? 0;
        _reached.Advance(_saved);
        return stored is not null && stored.SchemaVersion != projection.SchemaVersion;
    }

    /// <summary>Projects the next batch; how many events it took, 0 at the head of the log.</summary>
    public async Task<int> Step(CancellationToken cancellation)
    {
        var from = Position;
        var events = await log.Read(from, BatchEvents, cancellation);
        if (_poison is { } poison) events = [.. events.TakeWhile(stored => stored.Seq < poison.Seq)];
        if (events.Count == 0) return 0;

        var wanted = events.Where(projection.Wants).ToList();
        if (wanted.Count > 0 || events[^1].Seq - _saved > UnwantedPerCheckpoint) await Write(from, wanted, events[^1].Seq, cancellation);
        else _reached.Advance(events[^1].Seq);
        return events.Count;
    }

    private async Task Write(long from, List<StoredEvent> wanted, long to, CancellationToken cancellation)
    {
        await using var connection = await database.OpenWriter(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await IsOvertaken(from, connection, transaction, cancellation)) return;

        var batch = new ProjectionBatch(connection, transaction, suffix: "", database);
        if (wanted.Count > 0) await projection.Apply(wanted, batch, cancellation);
        await Checkpoints.Save(connection, transaction, new(projection.Name, projection.SchemaVersion, to, null), cancellation);
        await transaction.CommitAsync(cancellation);
        _saved = to;
        _reached.Advance(to);
    }

    /// <summary>Whether another process has projected further; then this one goes on from there.</summary>
    private async Task<bool> IsOvertaken(long from, DbConnection connection, DbTransaction transaction, CancellationToken cancellation)
    {
        var stored = await Checkpoints.Find(connection, transaction, projection.Name, cancellation)
            ?? throw new InvalidOperationException($"Projection {projection.Name} has no checkpoint.");
        if (stored.Position < _saved) throw new InvalidOperationException($"The checkpoint of projection {projection.Name} went back.");
        _saved = stored.Position;
        if (stored.Position <= from) return false;
        _reached.Advance(stored.Position);
        return true;
    }

    /// <summary>Runs until cancelled, or until an event it cannot take: then it says so and stays there.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                var started = Stopwatch.GetTimestamp();
                var taken = await Step(cancellation);
                _outage.Answered();
                if (taken == 0 && _poison is { } poison)
                {
                    await Stop(poison, cancellation);
                    return;
                }
                if (taken == BatchEvents) continue; // There may be more already.
                if (taken > 0) await _reached.PauseUntilWanted(PauseAfter(Stopwatch.GetElapsedTime(started)), cancellation);
                await log.WaitForEvents(Position, TimeSpan.FromSeconds(1), cancellation);
            }
            catch (PoisonEventException poison)
            {
                _poison = poison; // What stands before it in the batch still counts.
            }
            catch (Exception failed) when (failed is DbException or IOException or Storage.StorageFaultException)
            {
                _outage.Failed(failed);
                await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
            }
        }
    }

    /// <summary>A fuller batch costs hardly more than a small one, and a household that several of its events touched is written once.</summary>
    private static TimeSpan PauseAfter(TimeSpan work) => TimeSpan.FromTicks(Math.Clamp(work.Ticks * PausePerWork, s_leastPause.Ticks, s_longestPause.Ticks));

    /// <summary>Another position is served from now on: a rebuild has swapped its tables in.</summary>
    internal void Swapped(long position)
    {
        (Error, RebuildError) = (null, null);
        _reached.Advance(position);
        _swapped.TrySetResult();
    }

    /// <summary>A rebuild met an event it cannot take.</summary>
    /// <param name="served">Whether the tables that serve go on with the log; where they do not, their figures grow old, and that is an error of the projection.</param>
    internal void RebuildStopped(PoisonEventException poison, bool served)
    {
        RebuildError = poison.Message;
        if (!served) Error = poison.Message;
    }

    /// <summary>Tables of the present schema serve.</summary>
    internal Task WaitForSwap(CancellationToken cancellation) => _swapped.Task.WaitAsync(cancellation);

    private async Task Stop(PoisonEventException poison, CancellationToken cancellation)
    {
        Error = poison.Message;
        Stopped(logger, poison, projection.Name, poison.Seq);
        await using var connection = await database.OpenWriter(cancellation);
        await Checkpoints.Save(connection, null, new(projection.Name, projection.SchemaVersion, Position, poison.Message), cancellation);
    }

    [LoggerMessage(LogLevel.Error, "Projection {Projection} stopped before event {Seq}, which it cannot take.")]
    private static partial void Stopped(ILogger logger, Exception poison, string projection, long seq);
}
