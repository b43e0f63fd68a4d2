using Npgsql;
using NpgsqlTypes;
using Revitalization.Bench.Harness;

namespace Revitalization.Bench.Storage;

/// <summary>The same for PostgreSQL: one connection, one prepared INSERT from arrays per transaction, fsync on.</summary>
internal static class RawPostgres
{
    public static double PerSecond(string address, int batch, TimeSpan time)
    {
        using var connection = new NpgsqlConnection(address);
        connection.Open();
        using (var create = new NpgsqlCommand(
            "DROP TABLE IF EXISTS raw; CREATE TABLE raw(seq bigserial PRIMARY KEY, stream text, version bigint, type text, schema int, data bytea, actor text, at timestamptz, command_id text)",
            connection)) create.ExecuteNonQuery();

        using var insert = new NpgsqlCommand("""
            INSERT INTO raw(stream, version, type, schema, data, actor, at, command_id)
            SELECT s, v, 'income.reported', 1, d, 'monitor', now(), c FROM unnest($1, $2, $3, $4) AS t(s, v, d, c)
            """, connection);
        foreach (var type in (NpgsqlDbType[])[NpgsqlDbType.Text, NpgsqlDbType.Bigint, NpgsqlDbType.Bytea, NpgsqlDbType.Text])
            insert.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | type });
        return Measure.PerSecond(time, batch, turn => WriteBatch(insert, batch, turn));
    }

    private static void WriteBatch(NpgsqlCommand insert, int batch, int turn)
    {
        var numbers = Enumerable.Range(turn * batch, batch).ToArray();
        insert.Parameters[0].Value = Array.ConvertAll(numbers, n => Events.Stream(0, n));
        insert.Parameters[1].Value = Array.ConvertAll(numbers, n => n % 10L);
        insert.Parameters[2].Value = Array.ConvertAll(numbers, _ => Events.Data);
        insert.Parameters[3].Value = Array.ConvertAll(numbers, n => Events.CommandId(0, n));
        insert.ExecuteNonQuery(); // A statement of its own is a transaction of its own.
    }
}
