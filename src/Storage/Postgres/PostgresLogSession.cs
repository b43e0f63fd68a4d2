using Npgsql;
using NpgsqlTypes;
using Revitalization.Storage.EventLog;

namespace Revitalization.Storage.Postgres;

/// <summary>
/// The writing connection of the log. A batch of any size costs one round trip while nothing in it repeats or conflicts, which its unique keys
/// say; else two more: one takes the lock and looks up what the plan needs, one writes the rows and commits.
/// </summary>
internal sealed class PostgresLogSession : IDisposable
{
    private const NpgsqlDbType Texts = NpgsqlDbType.Array | NpgsqlDbType.Text;
    private readonly NpgsqlConnection _connection;
    private readonly StorageSeam _seam;
    private bool _isPlain = true;

    private PostgresLogSession(NpgsqlConnection connection, StorageSeam seam)
    {
        (_connection, _seam) = (connection, seam);
        using var who = new NpgsqlCommand("SELECT pid, backend_start FROM pg_stat_activity WHERE pid = pg_backend_pid()", connection);
        using var row = who.ExecuteReader();
        row.Read();
        Process = new(row.GetInt32(0), row.GetDateTime(1));
    }

    /// <summary>Who writes for this session at the server.</summary>
    public ServerProcess Process { get; }

    public static PostgresLogSession Open(NpgsqlDataSource source, StorageSeam seam)
    {
        seam.Before(StorageCall.Connect);
        var connection = source.OpenConnection();
        try
        {
            return new(connection, seam);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>One transaction; durable when it returns.</summary>
    public (List<AppendResult> Results, long Head) Write(IReadOnlyList<LogWrite> batch)
    {
        var appends = batch.Where(write => write.Append is not null).Select(write => write.Append!).ToList();
        if (_isPlain && PlainBatch.Of(appends) is { } plain && TryWriteAtOnce(plain, batch) is { } head)
            return (LogWrite.InOrder(batch, plain.Results(head)), head);

        var known = LockAndLookUp(appends);
        var plan = BatchPlan.Of(
            appends, known.Head, id => known.Commands.GetValueOrDefault(id), stream => known.Versions.GetValueOrDefault(stream));
        WriteAndCommit(plan, batch);
        _isPlain = plan.Accepted.Count == appends.Count; // Repeats come in company, as of an import that runs again.
        return (LogWrite.InOrder(batch, plan.Results), plan.Head);
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>The log's head after it; null where something in the batch repeats or conflicts, and nothing was written.</summary>
    private long? TryWriteAtOnce(PlainBatch plain, IReadOnlyList<LogWrite> writes)
    {
        using var batch = new NpgsqlBatch(_connection);
        Add(batch, "BEGIN");
        Add(batch, "SELECT pg_advisory_xact_lock($1)", Of(NpgsqlDbType.Bigint, AdvisoryLock.Append));
        foreach (var (sql, parameters) in plain.Statements()) Add(batch, sql, parameters);
        foreach (var write in writes) AddSnapshot(batch, write);
        Add(batch, "COMMIT");
        _seam.Before(StorageCall.Commit);
        long head;
        try
        {
            head = PlainBatch.ReadHead(batch);
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DivisionByZero)
        {
            using var rollback = new NpgsqlCommand("ROLLBACK", _connection); // The error came before the commit, which was passed over.
            rollback.ExecuteNonQuery();
            return null;
        }
        _seam.After(StorageCall.Commit);
        return head;
    }

    // Each statement of the pipeline sees what was committed when it starts, so those after the lock see every batch before.
    private Known LockAndLookUp(List<AppendRequest> appends)
    {
        using var batch = new NpgsqlBatch(_connection);
        Add(batch, "BEGIN");
        Add(batch, "SELECT pg_advisory_xact_lock($1)", Of(NpgsqlDbType.Bigint, AdvisoryLock.Append));
        Add(batch, "SELECT value FROM log.counter");
        Add(batch, PostgresLogSchema.CommandColumns + "WHERE command_id = ANY($1)",
            Of(Texts, appends.Select(append => append.CommandId).Distinct().ToArray()));
        Add(batch, """
            SELECT stream, (SELECT version FROM log.events WHERE stream = s.stream ORDER BY version DESC LIMIT 1)
            FROM unnest($1) AS s(stream)
            """, Of(Texts, appends.Select(append => append.Stream).Distinct().ToArray()));

        _seam.Before(StorageCall.Query);
        using var rows = batch.ExecuteReader();
        rows.NextResult(); // The lock's own empty answer.
        var known = ReadKnown(rows);
        _seam.After(StorageCall.Query);
        return known;
    }

    private static Known ReadKnown(NpgsqlDataReader rows)
    {
        rows.Read();
        var head = rows.GetInt64(0);
        rows.NextResult();
        var commands = new Dictionary<string, CommandOutcome>();
        while (rows.Read()) commands.Add(rows.GetString(0), PostgresRows.ToOutcome(rows));
        rows.NextResult();
        var versions = new Dictionary<string, long>();
        while (rows.Read()) versions.Add(rows.GetString(0), rows.IsDBNull(1) ? 0 : rows.GetInt64(1));
        return new(head, commands, versions);
    }

    private void WriteAndCommit(BatchPlan plan, IReadOnlyList<LogWrite> writes)
    {
        using var batch = new NpgsqlBatch(_connection);
        if (plan.Accepted.Count > 0) AddRows(batch, plan);
        foreach (var write in writes) AddSnapshot(batch, write);
        Add(batch, "COMMIT");
        _seam.Before(StorageCall.Commit);
        batch.ExecuteNonQuery();
        _seam.After(StorageCall.Commit);
    }

    private static void AddRows(NpgsqlBatch batch, BatchPlan plan)
    {
        var events = new EventColumns(plan);
        Add(batch, "UPDATE log.counter SET value = $1", Of(NpgsqlDbType.Bigint, plan.Head));
        Add(batch, "INSERT INTO log.events SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)", events.Parameters());
        Add(batch, "INSERT INTO log.commands SELECT * FROM unnest($1, $2, $3, $4, $5, $6)", OutcomeColumns.Of(plan));
    }

    private static void AddSnapshot(NpgsqlBatch batch, LogWrite write)
    {
        if (write.Drop is { } stream)
            Add(batch, "DELETE FROM log.snapshots WHERE stream = $1", Of(NpgsqlDbType.Text, stream));
        if (write.Save is { } save)
            Add(batch, """
                INSERT INTO log.snapshots AS s VALUES ($1, $2, $3, $4) ON CONFLICT (stream) DO UPDATE
                SET version = excluded.version, schema = excluded.schema, data = excluded.data
                WHERE excluded.version > s.version OR excluded.schema <> s.schema
                """,
                Of(NpgsqlDbType.Text, save.Stream), Of(NpgsqlDbType.Bigint, save.Version),
                Of(NpgsqlDbType.Integer, save.SchemaVersion), Of(NpgsqlDbType.Bytea, save.Data.ToArray()));
    }

    private static void Add(NpgsqlBatch batch, string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        batch.BatchCommands.Add(command);
    }

    private static NpgsqlParameter Of(NpgsqlDbType type, object value) => new() { NpgsqlDbType = type, Value = value };

    private sealed record Known(long Head, Dictionary<string, CommandOutcome> Commands, Dictionary<string, long> Versions);
}
