namespace Revitalization.Storage.EventLog;

/// <summary>One fact about to be written: versioned JSON, never engine bytes.</summary>
/// <param name="Type">Public name of the event, such as <c>household.registered</c>.</param>
/// <param name="SchemaVersion">Version of the data's shape; older ones are up-cast when read.</param>
/// <param name="Data">UTF-8 JSON.</param>
public readonly record struct NewEvent(string Type, int SchemaVersion, ReadOnlyMemory<byte> Data);

/// <summary>A fact as it stands in the log.</summary>
/// <param name="Seq">Position in the log. Order of seq is order of commit; gaps are allowed, late arrivals are not.</param>
/// <param name="Version">Position in its stream, from 1, without gaps.</param>
public sealed record StoredEvent(
    long Seq, string Stream, long Version, string Type, int SchemaVersion, ReadOnlyMemory<byte> Data,
    string Actor, DateTimeOffset At, string CommandId);

/// <summary>One command's events, to be written all or none.</summary>
/// <param name="ExpectedVersion">The stream's version that the decision saw; 0 for a new stream.</param>
/// <param name="ContentHash">Keyed hash of the command's plain content.</param>
/// <param name="Events">May be empty: an accepted command that changed nothing is still remembered.</param>
public sealed record AppendRequest(
    string Stream, long ExpectedVersion, IReadOnlyList<NewEvent> Events,
    string CommandId, string ContentHash, string Actor, DateTimeOffset At);

/// <summary>The stored outcome of an accepted command.</summary>
public sealed record CommandOutcome(
    string CommandId, string ContentHash, string Stream, long Version, long Seq, DateTimeOffset At);

public enum AppendStatus
{
    Appended,

    /// <summary>This command was accepted before with the same content: <see cref="AppendResult.Outcome"/> is the first one.</summary>
    Repeated,

    /// <summary>This command id was accepted before with other content.</summary>
    CommandIdReused,

    /// <summary>The stream moved on: reload and decide again.</summary>
    VersionConflict,
}

/// <param name="Outcome">The stored outcome for Appended and Repeated, else null.</param>
public readonly record struct AppendResult(AppendStatus Status, CommandOutcome? Outcome);

/// <summary>A state folded up to a version, so that activation costs a bounded number of reads.</summary>
/// <param name="SchemaVersion">Version of the state's shape; a snapshot of another version is ignored.</param>
public sealed record Snapshot(string Stream, long Version, int SchemaVersion, ReadOnlyMemory<byte> Data);

/// <summary>
/// The append-only log. An append whose task completed is on disk. A task that faults has an unknown outcome:
/// its caller forgets its state and reloads.
/// </summary>
public interface IEventLog : IAsyncDisposable
{
    /// <summary>Queues the command into the next group commit; completes when that transaction is durable.</summary>
    Task<AppendResult> Append(AppendRequest request, CancellationToken cancellation = default);

    /// <summary>The stored outcome of an accepted command, or null.</summary>
    ValueTask<CommandOutcome?> FindCommand(string commandId, CancellationToken cancellation = default);

    /// <summary>Events after a position, in commit order; at most <paramref name="limit"/>, itself at most <see cref="LogLimits.EventsPerRead"/>.</summary>
    ValueTask<IReadOnlyList<StoredEvent>> Read(long afterSeq, int limit, CancellationToken cancellation = default);

    /// <summary>Events of one stream after a version, in order; at most <paramref name="limit"/>, itself at most <see cref="LogLimits.EventsPerRead"/>.</summary>
    ValueTask<IReadOnlyList<StoredEvent>> ReadStream(string stream, long afterVersion, int limit, CancellationToken cancellation = default);

    /// <summary>The newest snapshot and the events after it, in one read (what an activation needs).</summary>
    ValueTask<(Snapshot? Snapshot, IReadOnlyList<StoredEvent> Events)> Load(string stream, int snapshotSchema, CancellationToken cancellation = default);

    /// <summary>Replaces the stream's snapshot. Best effort: losing one costs time, never facts.</summary>
    ValueTask SaveSnapshot(Snapshot snapshot, CancellationToken cancellation = default);

    /// <summary>Drops the stream's snapshot, as lawful erasure (依法删除) asks; durable when it completes.</summary>
    ValueTask DropSnapshot(string stream, CancellationToken cancellation = default);

    /// <summary>Position of the newest committed event, 0 when empty.</summary>
    ValueTask<long> Head(CancellationToken cancellation = default);

    /// <summary>Completes when there is an event after <paramref name="afterSeq"/> (other processes' events included), or at time-out.</summary>
    ValueTask WaitForEvents(long afterSeq, TimeSpan timeout, CancellationToken cancellation = default);
}
