using Revitalization.Contracts.Commands;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Storage;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Grains;

/// <summary>
/// A grain whose state is a fold of its own stream. Decides with a pure rule, records what the rule says, and only then believes
/// it. What it does not know for sure (a failed append) it forgets and reads again.
/// </summary>
public abstract partial class EventSourcedGrain<TState, TEvent>(
    IEventLog log, TimeProvider clock, ILogger logger, SnapshotForm<TState> snapshots, TState empty, Func<TState, TEvent, TState> evolve) : Grain
    where TState : class
    where TEvent : class
{
    private const int DecideAttempts = 4;
    private const int EventsPerSnapshot = 64;

    private TState? _state;
    private long _version;
    private long _snapshotVersion;

    protected TimeProvider Clock => clock;

    protected abstract string Stream { get; }

    public override Task OnActivateAsync(CancellationToken cancellationToken) => Load(cancellationToken);

    protected async ValueTask<TState> Current() => _state ?? await Load(CancellationToken.None);

    /// <summary>Decides and records. A repeat of an accepted command answers the first receipt, whatever the state says by now.</summary>
    protected async Task<CommandReply> Handle(CommandContext context, Func<TState, Decision<TEvent>> decide)
    {
        for (var attempt = 0; attempt < DecideAttempts; attempt++)
        {
            var state = await Current();
            var decision = Stale(context) ?? decide(state);
            if (decision.Refusal is { } refusal) return await Repeated(context) ?? CommandReply.From(refusal);

            var result = await Append(context, decision.Events);
            if (result.Status == AppendStatus.VersionConflict)
            {
                Forget();
                continue;
            }
            if (result.Status == AppendStatus.CommandIdReused) return Reused();
            var outcome = result.Outcome ?? throw new InvalidOperationException("The log accepted a command without an outcome.");
            if (result.Status == AppendStatus.Appended) await Accept(state, decision.Events);
            var repeated = result.Status == AppendStatus.Repeated;
            return Reply(outcome, repeated) with { Changed = repeated || decision.Events.Count > 0 };
        }
        return CommandReply.From(CommandRefusal.Contended.On());
    }

    private Decision<TEvent>? Stale(CommandContext context) =>
        context.ExpectedVersion is { } expected && expected != _version ? new(CommandRefusal.VersionStale.On("If-Match")) : null;

    private async Task<AppendResult> Append(CommandContext context, IReadOnlyList<TEvent> happened)
    {
        var events = new NewEvent[happened.Count];
        for (var index = 0; index < events.Length; index++)
        {
            var written = EventCatalog.WriteAny(happened[index]);
            events[index] = new(written.Type, written.SchemaVersion, written.Data);
        }
        var request = new AppendRequest(
            Stream, _version, events, context.CommandId, context.ContentHash, context.Actor, clock.GetUtcNow());
        try
        {
            return await log.Append(request);
        }
        catch
        {
            Forget(); // Whether it was written is unknown: only the log can say.
            throw;
        }
    }

    private async ValueTask Accept(TState state, IReadOnlyList<TEvent> happened)
    {
        foreach (var each in happened) state = evolve(state, each);
        _state = state;
        _version += happened.Count;
        if (_version - _snapshotVersion >= EventsPerSnapshot) await Snapshot(state);
    }

    private async ValueTask Snapshot(TState state)
    {
        _snapshotVersion = _version;
        try
        {
            await log.SaveSnapshot(new(Stream, _version, snapshots.SchemaVersion, snapshots.Write(state)));
        }
        catch (StorageFaultException failed)
        {
            SnapshotLost(logger, failed, Stream); // It costs the next activation time, never a fact.
        }
    }

    private async Task<CommandReply?> Repeated(CommandContext context)
    {
        if (await log.FindCommand(context.CommandId) is not { } first) return null;
        return first.ContentHash == context.ContentHash && first.Stream == Stream ? Reply(first, repeated: true) : Reused();
    }

    private async Task<TState> Load(CancellationToken cancellation)
    {
        var (snapshot, events) = await log.Load(Stream, snapshots.SchemaVersion, cancellation);
        var state = snapshot is null ? empty : snapshots.Read(snapshot.Data);
        var version = snapshot?.Version ?? 0;
        foreach (var stored in events)
        {
            if (stored.Version != version + 1) throw new InvalidOperationException($"{Stream} lacks version {version + 1}.");
            state = evolve(state, EventCatalog.Read<TEvent>(stored.Type, stored.SchemaVersion, stored.Data));
            version = stored.Version;
        }
        (_version, _snapshotVersion, _state) = (version, snapshot?.Version ?? 0, state);
        return state;
    }

    private void Forget() => (_state, _version, _snapshotVersion) = (null, 0, 0);

    private static CommandReply Reused() => CommandReply.From(CommandRefusal.CommandIdReused.On());

    private static CommandReply Reply(CommandOutcome outcome, bool repeated) =>
        new(outcome.Stream, outcome.Version, outcome.Seq, outcome.At, repeated, Refusal: null);

    [LoggerMessage(LogLevel.Warning, "The snapshot of {Stream} was not written.")]
    private static partial void SnapshotLost(ILogger logger, Exception failed, string stream);
}
