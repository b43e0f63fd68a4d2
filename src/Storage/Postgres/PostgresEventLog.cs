using Npgsql;
using Revitalization.Storage.EventLog;
using Revitalization.Storage.GroupCommit;

namespace Revitalization.Storage.Postgres;

/// <summary>The log in PostgreSQL, shared by any number of silos.</summary>
internal sealed class PostgresEventLog : IEventLog
{
    private readonly PostgresLogReader _reader;
    private readonly LoadGroups _loads;
    private readonly CommitQueue<LogWrite, AppendResult> _writes;
    private readonly EventSignal _signal;

    private PostgresEventLog(NpgsqlDataSource source, NpgsqlDataSource writers, StorageSeam seam)
    {
        var settlement = new Settlement(source);
        _reader = new(source, settlement, seam);
        _loads = new(_reader.Load);
        _signal = new(_reader.Head);
        var writer = new PostgresLogWriter(writers, settlement, seam, _signal.Publish);
        _writes = new("log writer", writer, LogWrite.Weigh, new CommitLimits());
    }

    /// <param name="source">Of those who read; owned by the caller.</param>
    /// <param name="writers">Of the one connection that writes; owned by the caller.</param>
    public static async Task<PostgresEventLog> Open(
        NpgsqlDataSource source, NpgsqlDataSource writers, StorageSeam seam, CancellationToken cancellation)
    {
        await PostgresSchema.Migrate(source, PostgresLogSchema.Name, cancellation, PostgresLogSchema.Version1);
        return new(source, writers, seam);
    }

    public Task<AppendResult> Append(AppendRequest request, CancellationToken cancellation = default)
    {
        LogLimits.Check(request);
        return _writes.Submit(new(request), cancellation);
    }

    public ValueTask<CommandOutcome?> FindCommand(string commandId, CancellationToken cancellation = default) =>
        _reader.FindCommand(commandId, cancellation);

    public ValueTask<IReadOnlyList<StoredEvent>> Read(long afterSeq, int limit, CancellationToken cancellation = default)
    {
        LogLimits.CheckRead(limit);
        return _reader.Read(afterSeq, limit, cancellation);
    }

    public ValueTask<IReadOnlyList<StoredEvent>> ReadStream(
        string stream, long afterVersion, int limit, CancellationToken cancellation = default)
    {
        LogLimits.CheckRead(limit);
        return _reader.ReadStream(stream, afterVersion, limit, cancellation);
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

    public ValueTask<long> Head(CancellationToken cancellation = default) => _reader.Head(cancellation);

    public ValueTask WaitForEvents(long afterSeq, TimeSpan timeout, CancellationToken cancellation = default) =>
        _signal.Wait(afterSeq, timeout, cancellation);

    public ValueTask DisposeAsync() => _writes.DisposeAsync();
}
