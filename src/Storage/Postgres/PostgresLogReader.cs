using System.Data.Common;
using Npgsql;
using Revitalization.Storage.EventLog;

namespace Revitalization.Storage.Postgres;

/// <summary>Reads of the log, each one round trip on a pooled connection.</summary>
internal sealed class PostgresLogReader(NpgsqlDataSource source, Settlement settlement, StorageSeam seam)
{
    private const int LoadPage = 1_000;
    private const string StreamSql = PostgresLogSchema.EventColumns + "WHERE stream = $1 AND version > $2 ORDER BY version LIMIT $3";

    public async ValueTask<long> Head(CancellationToken cancellation) =>
        (await Query("SELECT coalesce(max(seq), 0) FROM log.events", row => row.GetInt64(0), cancellation))[0];

    public async ValueTask<CommandOutcome?> FindCommand(string commandId, CancellationToken cancellation)
    {
        await Settled(cancellation);
        var found = await Query(
            PostgresLogSchema.CommandColumns + "WHERE command_id = $1", PostgresRows.ToOutcome, cancellation, commandId);
        return found.FirstOrDefault();
    }

    public async ValueTask<IReadOnlyList<StoredEvent>> Read(long afterSeq, int limit, CancellationToken cancellation) =>
        await Query(PostgresLogSchema.EventColumns + "WHERE seq > $1 ORDER BY seq LIMIT $2", PostgresRows.ToEvent, cancellation, afterSeq, limit);

    public async ValueTask<IReadOnlyList<StoredEvent>> ReadStream(string stream, long afterVersion, int limit, CancellationToken cancellation)
    {
        await Settled(cancellation);
        return await Query(StreamSql, PostgresRows.ToEvent, cancellation, stream, afterVersion, limit);
    }

    public async ValueTask<(Snapshot? Snapshot, IReadOnlyList<StoredEvent> Events)> Load(
        string stream, int schema, CancellationToken cancellation)
    {
        await Settled(cancellation);
        var (snapshot, events) = await Guarded(() => FirstPage(stream, schema, cancellation));
        for (var page = events; page.Count == LoadPage; events.AddRange(page))
            page = await Query(StreamSql, PostgresRows.ToEvent, cancellation, stream, page[^1].Version, LoadPage);
        return (snapshot, events);
    }

    private async Task<(Snapshot? Snapshot, List<StoredEvent> Events)> FirstPage(
        string stream, int schema, CancellationToken cancellation)
    {
        await using var batch = source.CreateBatch();
        Add(batch, "SELECT stream, version, schema, data FROM log.snapshots WHERE stream = $1 AND schema = $2", stream, schema);
        Add(batch, PostgresLogSchema.EventColumns + """
            WHERE stream = $1 AND version > coalesce((SELECT version FROM log.snapshots WHERE stream = $1 AND schema = $2), 0)
            ORDER BY version LIMIT $3
            """, stream, schema, LoadPage);
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        var snapshots = await PostgresRows.All(rows, PostgresRows.ToSnapshot, cancellation);
        await rows.NextResultAsync(cancellation);
        return (snapshots.FirstOrDefault(), await PostgresRows.All(rows, PostgresRows.ToEvent, cancellation));
    }

    private Task<List<T>> Query<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellation, params object[] values) =>
        Guarded(async () =>
        {
            await using var command = source.CreateCommand(sql);
            foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
            await using var rows = await command.ExecuteReaderAsync(cancellation);
            return await PostgresRows.All(rows, read, cancellation);
        });

    private Task<bool> Settled(CancellationToken cancellation) => Guarded(async () =>
    {
        await settlement.Wait(cancellation);
        return true;
    });

    private async Task<T> Guarded<T>(Func<Task<T>> call)
    {
        try
        {
            seam.Before(StorageCall.Query);
            var result = await call();
            seam.After(StorageCall.Query);
            return result;
        }
        catch (DbException cause)
        {
            throw new StorageFaultException("The database could not be read: " + cause.Message, cause);
        }
    }

    private static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
    }
}
