using Npgsql;
using NpgsqlTypes;
using Revitalization.Storage.EventLog;

namespace Revitalization.Storage.Postgres;

/// <summary>
/// A batch in which, as far as it can say itself, nothing repeats and nothing conflicts: written without a look beforehand. Its positions count
/// from the head that the server will find; the unique keys of streams and of command ids refuse what should not have been believed.
/// </summary>
internal sealed class PlainBatch
{
    // A stream's next version is refused by its key if it is there; that the one before it is there must be asked. As a sub-select, which
    // stays one look into the index for each stream, whatever the server believes of the table's size.
    private const string CheckVersions = """
        SELECT 1 / (CASE WHEN EXISTS (SELECT FROM unnest($1, $2) AS w(stream, version) WHERE w.version > 0 AND
          (SELECT e.version FROM log.events e WHERE e.stream = w.stream AND e.version = w.version) IS NULL) THEN 0 ELSE 1 END)
        """;

    private const string MoveHead = "UPDATE log.counter SET value = value + $1 RETURNING value";

    private const string AddEvents = """
        INSERT INTO log.events SELECT c.value - $10 + e.seq, e.stream, e.version, e.type, e.schema, e.data, e.actor, e.at, e.command_id
        FROM log.counter c, unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) AS e(seq, stream, version, type, schema, data, actor, at, command_id)
        """;

    private const string AddCommands = """
        INSERT INTO log.commands SELECT o.command_id, o.content_hash, o.stream, o.version, c.value - $7 + o.seq, o.at
        FROM log.counter c, unnest($1, $2, $3, $4, $5, $6) AS o(command_id, content_hash, stream, version, seq, at)
        """;

    private readonly List<AppendRequest> _appends;
    private readonly BatchPlan _plan;

    private PlainBatch(List<AppendRequest> appends)
    {
        _appends = appends;
        var versions = appends.ToDictionary(append => append.Stream, append => append.ExpectedVersion, StringComparer.Ordinal);
        _plan = BatchPlan.Of(appends, head: 0, _ => null, stream => versions[stream]);
    }

    /// <summary>Null where one of a stream or of a command waits for another, or a command without events has no key that could refuse it.</summary>
    public static PlainBatch? Of(List<AppendRequest> appends)
    {
        var (streams, ids) = (new HashSet<string>(appends.Count, StringComparer.Ordinal), new HashSet<string>(appends.Count, StringComparer.Ordinal));
        return appends.Count > 0 && appends.TrueForAll(append => append.Events.Count > 0 && streams.Add(append.Stream) && ids.Add(append.CommandId))
            ? new(appends)
            : null;
    }

    public IEnumerable<(string Sql, NpgsqlParameter[] Parameters)> Statements()
    {
        var head = Of(NpgsqlDbType.Bigint, _plan.Head);
        yield return (CheckVersions, [
            Of(NpgsqlDbType.Array | NpgsqlDbType.Text, _appends.ConvertAll(append => append.Stream)),
            Of(NpgsqlDbType.Array | NpgsqlDbType.Bigint, _appends.ConvertAll(append => append.ExpectedVersion))]);
        yield return (MoveHead, [head]);
        yield return (AddEvents, [.. new EventColumns(_plan).Parameters(), head.Clone()]);
        yield return (AddCommands, [.. OutcomeColumns.Of(_plan), head.Clone()]);
    }

    /// <summary>Runs the batch; what <see cref="MoveHead"/> answered.</summary>
    public static long ReadHead(NpgsqlBatch batch)
    {
        using var rows = batch.ExecuteReader();
        rows.NextResult(); // After the lock's answer that of the check, then the head.
        rows.NextResult();
        rows.Read();
        var head = rows.GetInt64(0);
        while (rows.NextResult())
        {
            // To the commit's own answer.
        }
        return head;
    }

    public List<AppendResult> Results(long head) => _plan.Results.ConvertAll(
        result => result with { Outcome = result.Outcome! with { Seq = head - _plan.Head + result.Outcome.Seq } });

    private static NpgsqlParameter Of(NpgsqlDbType type, object value) => new() { NpgsqlDbType = type, Value = value };
}
