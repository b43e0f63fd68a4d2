namespace Revitalization.Storage.Postgres;

/// <summary>The tables of the schema <c>log</c>.</summary>
internal static class PostgresLogSchema
{
    public const string Name = "log";

    public const string Version1 = """
        CREATE TABLE log.events(
          seq bigint PRIMARY KEY, stream text NOT NULL, version bigint NOT NULL, type text NOT NULL, schema int NOT NULL,
          data bytea NOT NULL, actor text NOT NULL, at timestamptz NOT NULL, command_id text NOT NULL,
          UNIQUE (stream, version));
        CREATE TABLE log.commands(
          command_id text PRIMARY KEY, content_hash text NOT NULL, stream text NOT NULL, version bigint NOT NULL,
          seq bigint NOT NULL, at timestamptz NOT NULL);
        CREATE TABLE log.snapshots(stream text PRIMARY KEY, version bigint NOT NULL, schema int NOT NULL, data bytea NOT NULL);
        CREATE TABLE log.counter(value bigint NOT NULL);
        INSERT INTO log.counter VALUES (0);
        """;

    public const string EventColumns = "SELECT seq, stream, version, type, schema, data, actor, at, command_id FROM log.events ";
    public const string CommandColumns = "SELECT command_id, content_hash, stream, version, seq, at FROM log.commands ";
}
