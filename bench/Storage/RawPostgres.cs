using Npgsql;
using NpgsqlTypes;
using Revitalization.Bench.Harness;

namespace Revitalization.Bench.Storage;

/// <summary>The same for PostgreSQL: one connection, one prepared INSERT from arrays per transaction, fsync on.</summary>
internal static class RawPostgres
{
    private const string EventAlone = """
        INSERT INTO raw(stream, version, type, schema, data, actor, at, command_id)
        SELECT s, v, 'income.reported', 1, d, 'monitor', now(), c FROM unnest($1, $2, $3, $4) AS t(s, v, d, c)
        """;

    private const string AsACommandLeaves = """
        WITH t AS (SELECT * FROM unnest($1, $2, $3, $4) AS t(s, v, d, c)), events AS (
          INSERT INTO raw(stream, version, type, schema, data, actor, at, command_id)
          SELECT s, v, 'income.reported', 1, d, 'monitor', now(), c FROM t)
        INSERT INTO raw_commands SELECT c, 'content', s, v, v, now() FROM t
        """;

    public static double PerSecond(string address, int batch, TimeSpan time, RawRows rows = RawRows.EventAlone)
    {
        using var connection = new NpgsqlConnection(address);
        connection.Open();
        Run(connection, "DROP TABLE IF EXISTS raw; CREATE TABLE raw(seq bigserial PRIMARY KEY, stream text, version bigint, type text, schema int, data bytea, actor text, at timestamptz, command_id text)");
        if (rows == RawRows.AsACommandLeaves)
        {
            Run(connection, """
                DROP TABLE IF EXISTS raw_commands; CREATE UNIQUE INDEX ON raw(stream, version);
                CREATE TABLE raw_commands(command_id text PRIMARY KEY, content_hash text, stream text, version bigint, seq bigint, at timestamptz)
                """);
        }

        using var insert = new NpgsqlCommand(rows == RawRows.EventAlone ? EventAlone : AsACommandLeaves, connection);
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

    private static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
