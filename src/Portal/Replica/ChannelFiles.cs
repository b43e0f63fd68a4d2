using Microsoft.Data.Sqlite;
using Revitalization.Contracts.Releases;

namespace Revitalization.Portal.Replica;

/// <summary>Signed lists of the channel as they came, in the replica's own database: they change in the transaction that carries them out.</summary>
internal static class ChannelFiles
{
    public const string Table = "CREATE TABLE IF NOT EXISTS channel_files(name TEXT PRIMARY KEY, content BLOB NOT NULL)";
    public const string Keys = "keys.json";
    public const string Redactions = "redactions.json";

    /// <summary>Stands there while redacted text may still lie in the database's files.</summary>
    public const string ScrubDue = "scrub-due";

    public static byte[]? Read(SqliteConnection connection, string name)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT content FROM channel_files WHERE name = @name";
        command.Parameters.AddWithValue("@name", name);
        return command.ExecuteScalar() as byte[];
    }

    /// <summary>How many rows of a set of a release were redacted.</summary>
    public static int Redacted(SqliteConnection connection, int release, string set) => Read(connection, Redactions) is { } signed
        ? RedactionJson.Read(signed).List.Redactions.Count(redaction => redaction.Release == release && redaction.Set == set)
        : 0;

    public static void Write(SqliteConnection connection, SqliteTransaction? transaction, string name, byte[] content) =>
        Execute(connection, transaction, "INSERT OR REPLACE INTO channel_files VALUES(@name, @content)", name, content);

    public static void Remove(SqliteConnection connection, string name) =>
        Execute(connection, null, "DELETE FROM channel_files WHERE name = @name", name, null);

    private static void Execute(SqliteConnection connection, SqliteTransaction? transaction, string sql, string name, byte[]? content)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.Parameters.AddWithValue("@name", name);
        if (content is not null) command.Parameters.AddWithValue("@content", content);
        command.ExecuteNonQuery();
    }
}
