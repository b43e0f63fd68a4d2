using System.Data.Common;
using Npgsql;
using NpgsqlTypes;
using Revitalization.Storage.Keyring;

namespace Revitalization.Storage.Postgres;

/// <summary>Wrapped keys in a schema of their own (<c>keys</c>), which backups leave out.</summary>
internal sealed class PostgresKeyTable(NpgsqlDataSource source, KeyWrap wrap, StorageSeam seam) : IKeyTable
{
    private const NpgsqlDbType Blobs = NpgsqlDbType.Array | NpgsqlDbType.Bytea;
    private const NpgsqlDbType Uuids = NpgsqlDbType.Array | NpgsqlDbType.Uuid;
    private const string Columns = "SELECT person, blind_index, wrapped_key FROM keys.person ";

    private const string Version1 =
        "CREATE TABLE keys.person(person uuid PRIMARY KEY, blind_index bytea NOT NULL UNIQUE, wrapped_key bytea NOT NULL)";

    public static Task Migrate(NpgsqlDataSource source, CancellationToken cancellation) =>
        PostgresSchema.Migrate(source, "keys", cancellation, Version1);

    public IReadOnlyList<IReadOnlyList<PersonKey>> Commit(IReadOnlyList<KeyWrite> batch)
    {
        seam.Before(StorageCall.Connect);
        using var connection = source.OpenConnection();
        var erased = batch.Where(write => write.Erase is not null).Select(write => write.Erase!.Value).ToArray();
        var keys = FindOrCreate(connection, erased, batch.SelectMany(write => write.Persons).ToList());
        if (erased.Length > 0) Scrub(connection);
        return batch.Select(write => write.Persons.Select(index => keys[new(index)]).ToList()).ToList();
    }

    public void AfterCommit()
    {
    }

    public ValueTask<IReadOnlyList<KeyRow>> Find(IReadOnlyList<ReadOnlyMemory<byte>> blindIndexes, CancellationToken cancellation) =>
        Query("WHERE blind_index = ANY($1)", Of(Blobs, blindIndexes.Select(index => index.ToArray()).ToArray()), cancellation);

    public ValueTask<IReadOnlyList<KeyRow>> Find(IReadOnlyList<Guid> persons, CancellationToken cancellation) =>
        Query("WHERE person = ANY($1)", Of(Uuids, persons.ToArray()), cancellation);

    public void Dispose()
    {
        // Connections go back to the pool after every batch.
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // Another silo may create the same person now: its row wins, and the statement after the insert sees it.
    private Dictionary<BlindIndex, PersonKey> FindOrCreate(
        NpgsqlConnection connection, Guid[] erased, List<ReadOnlyMemory<byte>> indexes)
    {
        var wanted = indexes.Select(index => new BlindIndex(index)).Distinct().Select(index => index.Bytes.ToArray()).ToList();
        wanted.Sort((a, b) => a.AsSpan().SequenceCompareTo(b)); // One order everywhere, or two silos would wait for each other.
        using var batch = new NpgsqlBatch(connection);
        Add(batch, "BEGIN");
        if (erased.Length > 0) Add(batch, "DELETE FROM keys.person WHERE person = ANY($1)", Of(Uuids, erased));
        AddInsert(batch, wanted);
        Add(batch, Columns + "WHERE blind_index = ANY($1)", Of(Blobs, wanted.ToArray()));
        Add(batch, "COMMIT");

        seam.Before(StorageCall.Commit);
        var rows = ReadRows(batch);
        seam.After(StorageCall.Commit);
        return rows.ToDictionary(row => new BlindIndex(row.BlindIndex), row => wrap.Unwrap(row.Person, row.Wrapped));
    }

    private void AddInsert(NpgsqlBatch batch, List<byte[]> wanted)
    {
        var created = wanted.ConvertAll(_ => wrap.Create());
        Add(batch, "INSERT INTO keys.person SELECT * FROM unnest($1, $2, $3) ON CONFLICT (blind_index) DO NOTHING",
            Of(Uuids, created.Select(key => key.Person.Person).ToArray()), Of(Blobs, wanted.ToArray()),
            Of(Blobs, created.Select(key => key.Wrapped).ToArray()));
    }

    private static List<KeyRow> ReadRows(NpgsqlBatch batch)
    {
        var all = new List<KeyRow>();
        using var rows = batch.ExecuteReader();
        do
        {
            while (rows.Read()) all.Add(ToRow(rows));
        }
        while (rows.NextResult());
        return all;
    }

    // A deleted row stays readable in its table's file until the file is written anew. Erasure is rare and this table small.
    private void Scrub(NpgsqlConnection connection)
    {
        seam.Before(StorageCall.Checkpoint);
        using var command = new NpgsqlCommand("VACUUM (FULL) keys.person", connection);
        command.ExecuteNonQuery();
        seam.After(StorageCall.Checkpoint);
    }

    private async ValueTask<IReadOnlyList<KeyRow>> Query(string where, NpgsqlParameter values, CancellationToken cancellation)
    {
        try
        {
            seam.Before(StorageCall.Query);
            await using var command = source.CreateCommand(Columns + where);
            command.Parameters.Add(values);
            await using var rows = await command.ExecuteReaderAsync(cancellation);
            return await PostgresRows.All(rows, ToRow, cancellation);
        }
        catch (DbException cause)
        {
            throw new StorageFaultException("The keys could not be read: " + cause.Message, cause);
        }
    }

    private static KeyRow ToRow(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2));

    private static void Add(NpgsqlBatch batch, string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        batch.BatchCommands.Add(command);
    }

    private static NpgsqlParameter Of(NpgsqlDbType type, object value) => new() { NpgsqlDbType = type, Value = value };
}
