using Revitalization.Storage.EventLog;
using Revitalization.Storage.GroupCommit;

namespace Revitalization.Storage.Sqlite;

/// <summary>The log in <c>events.db</c>: one writer thread commits groups; readers have their own connections.</summary>
internal sealed class SqliteEventLog : IEventLog
{
    private readonly CommitQueue<LogWrite, AppendResult> _writes;
    private readonly ReaderPool<SqliteLogReader> _readers;
    private readonly LoadGroups _loads;
    private readonly EventSignal _signal;

    public SqliteEventLog(string folder, StorageSeam seam)
    {
        var file = SqliteLogSchema.File(folder, seam);
        var writer = new SqliteLogWriter(file, head => _signal!.Publish(head));
        _readers = new(() => SqliteFile.Owning(file.OpenReader(SqliteLogSchema.ReaderPragmas), connection => new SqliteLogReader(connection, seam)), size: 8);
        _loads = new(ReadGroup);
        _signal = new(Head);
        _writes = new("events.db writer", writer, LogWrite.Weigh, new CommitLimits());
    }

    public Task<AppendResult> Append(AppendRequest request, CancellationToken cancellation = default)
    {
        LogLimits.Check(request);
        return _writes.Submit(new(request), cancellation);
    }

    public ValueTask<CommandOutcome?> FindCommand(string commandId, CancellationToken cancellation = default) =>
        _readers.Use(reader => reader.FindCommand(commandId), cancellation);

    public ValueTask<IReadOnlyList<StoredEvent>> Read(long afterSeq, int limit, CancellationToken cancellation = default)
    {
        LogLimits.CheckRead(limit);
        return _readers.Use<IReadOnlyList<StoredEvent>>(reader => reader.Read(afterSeq, limit), cancellation);
    }

    public ValueTask<IReadOnlyList<StoredEvent>> ReadStream(
        string stream, long afterVersion, int limit, CancellationToken cancellation = default)
    {
        LogLimits.CheckRead(limit);
        return _readers.Use<IReadOnlyList<StoredEvent>>(reader => reader.ReadStream(stream, afterVersion, limit), cancellation);
    }

    public async ValueTask<(Snapshot? Snapshot, IReadOnlyList<StoredEvent> Events)> Load(
        string stream, int snapshotSchema, CancellationToken cancellation = default)
    {
        var loaded = await _loads.Load(new(stream, snapshotSchema), cancellation);
        return (loaded.Snapshot, loaded.Events);
    }

    public async ValueTask SaveSnapshot(Snapshot snapshot, CancellationToken cancellation = default) =>
        await _writes.Submit(new(null, Save: snapshot), cancellation);

    public async ValueTask DropSnapshot(string stream, CancellationToken cancellation = default) =>
        await _writes.Submit(new(null, Drop: stream), cancellation);

    public ValueTask<long> Head(CancellationToken cancellation = default) =>
        _readers.Use(reader => reader.Head(), cancellation);

    public ValueTask WaitForEvents(long afterSeq, TimeSpan timeout, CancellationToken cancellation = default) =>
        _signal.Wait(afterSeq, timeout, cancellation);

    private async Task<IReadOnlyList<LoadedStream>> ReadGroup(IReadOnlyList<LoadRequest> asked) =>
        await _readers.Use(reader => reader.Load(asked), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _writes.DisposeAsync();
        await _readers.DisposeAsync();
    }
}
