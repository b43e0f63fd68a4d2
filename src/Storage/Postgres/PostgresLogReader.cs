using System.Data.Common;
using Npgsql;
using NpgsqlTypes;
using Revitalization.Storage.EventLog;

namespace Revitalization.Storage.Postgres;

/// <summary>Reads of the log, each one round trip on a pooled connection.</summary>
internal sealed class PostgresLogReader(NpgsqlDataSource source, Settlement settlement, StorageSeam seam)
{
    private const int LoadPage = 200;
    private const int PlaceColumn = 9;

    // A snapshot comes as an event of position 0, before the events after it.
    private static readonly string LoadSql = FormattableString.Invariant($"""
        WITH asked AS (
          SELECT w.stream, w.place, s.version, s.schema, s.data
          FROM unnest($1, $2) WITH ORDINALITY AS w(stream, schema, place) LEFT JOIN log.snapshots s ON s.stream = w.stream AND s.schema = w.schema)
        SELECT 0::bigint, stream, version, '', schema, data, '', timestamptz 'epoch', '', place FROM asked WHERE version IS NOT NULL
        UNION ALL
        SELECT e.*, a.place FROM asked a CROSS JOIN LATERAL (
          {PostgresLogSchema.EventColumns} WHERE stream = a.stream AND version > coalesce(a.version, 0) ORDER BY version LIMIT {LoadPage}) e
        ORDER BY 10, 3
        """);

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

    /// <summary>Many activations' reads in one statement, so that all see one moment: a snapshot and exactly what came after it.</summary>
    public async Task<IReadOnlyList<LoadedStream>> Load(IReadOnlyList<LoadRequest> asked)
    {
        await Settled(CancellationToken.None);
        var loaded = await Guarded(() => FirstPages(asked));
        for (var at = 0; at < loaded.Length; at++)
            for (var page = loaded[at].Events; page.Count == LoadPage; loaded[at].Events.AddRange(page))
                page = await Query(StreamSql, PostgresRows.ToEvent, CancellationToken.None, asked[at].Stream, page[^1].Version, LoadPage);
        return Array.ConvertAll(loaded, each => new LoadedStream(each.Snapshot, each.Events));
    }

    private async Task<(Snapshot? Snapshot, List<StoredEvent> Events)[]> FirstPages(IReadOnlyList<LoadRequest> asked)
    {
        var loaded = new (Snapshot? Snapshot, List<StoredEvent> Events)[asked.Count];
        for (var at = 0; at < loaded.Length; at++) loaded[at].Events = [];
        await using var command = source.CreateCommand(LoadSql);
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = asked.Select(each => each.Stream).ToArray() });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer, Value = asked.Select(each => each.SnapshotSchema).ToArray() });
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            var at = (int)rows.GetInt64(PlaceColumn) - 1;
            if (rows.GetInt64(0) == 0) loaded[at].Snapshot = PostgresRows.ToLoadedSnapshot(rows);
            else loaded[at].Events.Add(PostgresRows.ToEvent(rows));
        }
        return loaded;
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
}
