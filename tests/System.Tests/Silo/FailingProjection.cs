using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;

namespace Revitalization.SystemTests.Silo;

/// <summary>The register's projection under another name and in tables of its own, which dies after its rows are written, before they are committed.</summary>
internal sealed class FailingProjection(IProjection inner, string name) : IProjection
{
    public const string Death = "killed between batches";
    public const string Suffix = "__again";

    private int _batches;

    public int DieAtBatch
    {
        get;
        set => (field, _batches) = (value, 0);
    }

    public string Name => name;

    public int SchemaVersion => inner.SchemaVersion;

    public IReadOnlyList<ProjectionTable> Tables => [.. inner.Tables.Select(table => table with { Name = table.Name + Suffix })];

    public bool Wants(StoredEvent stored) => inner.Wants(stored);

    public async Task Apply(IReadOnlyList<StoredEvent> events, ProjectionBatch batch, CancellationToken cancellation)
    {
        await inner.Apply(events, batch.In(Suffix), cancellation);
        if (++_batches == DieAtBatch) throw new InvalidOperationException(Death);
    }
}

/// <summary>A log that is read in small pieces, so that few events make many batches.</summary>
internal sealed class SmallReads(IEventLog inner, int size) : IEventLog
{
    public Task<AppendResult> Append(AppendRequest request, CancellationToken cancellation = default) => inner.Append(request, cancellation);

    public ValueTask<CommandOutcome?> FindCommand(string commandId, CancellationToken cancellation = default) => inner.FindCommand(commandId, cancellation);

    public ValueTask<IReadOnlyList<StoredEvent>> Read(long afterSeq, int limit, CancellationToken cancellation = default) =>
        inner.Read(afterSeq, Math.Min(limit, size), cancellation);

    public ValueTask<IReadOnlyList<StoredEvent>> ReadStream(string stream, long afterVersion, int limit, CancellationToken cancellation = default) =>
        inner.ReadStream(stream, afterVersion, limit, cancellation);

    public ValueTask<(Snapshot? Snapshot, IReadOnlyList<StoredEvent> Events)> Load(string stream, int snapshotSchema, CancellationToken cancellation = default) =>
        inner.Load(stream, snapshotSchema, cancellation);

    public ValueTask SaveSnapshot(Snapshot snapshot, CancellationToken cancellation = default) => inner.SaveSnapshot(snapshot, cancellation);

    public ValueTask DropSnapshot(string stream, CancellationToken cancellation = default) => inner.DropSnapshot(stream, cancellation);

    public ValueTask<long> Head(CancellationToken cancellation = default) => inner.Head(cancellation);

    public ValueTask WaitForEvents(long afterSeq, TimeSpan timeout, CancellationToken cancellation = default) =>
        inner.WaitForEvents(afterSeq, timeout, cancellation);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
