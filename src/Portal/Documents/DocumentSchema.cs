using Microsoft.Data.Sqlite;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Documents;

/// <summary>
/// The tables of <c>documents.db</c>, which every reader of the replica has beside it. A document keeps a row for each release that
/// changed it; days bound when each was shown. What is searched lies in FTS5 as bigrams, since its own trigrams miss two-character words.
/// </summary>
internal static class DocumentSchema
{
    public const string File = "documents.db";

    /// <summary>Of a row that is shown now.</summary>
    public const string NoEnd = "9999-12-31";

    private const string Tables = """
        CREATE TABLE IF NOT EXISTS document_releases(
            number INTEGER PRIMARY KEY, rows_root TEXT NOT NULL, signed BLOB NOT NULL, leaf BLOB NOT NULL);
        CREATE TABLE IF NOT EXISTS documents(
            key INTEGER PRIMARY KEY, id TEXT NOT NULL, index_number TEXT NOT NULL, title TEXT NOT NULL, document_number TEXT, issuer TEXT NOT NULL,
            region_code TEXT NOT NULL, topic TEXT NOT NULL, genre TEXT NOT NULL, made_on TEXT, published_on TEXT NOT NULL, validity TEXT NOT NULL,
            summary TEXT NOT NULL, body TEXT NOT NULL, body_sha256 TEXT NOT NULL, ended_on TEXT, successor_id TEXT, end_reason TEXT,
            year INTEGER NOT NULL, row BLOB NOT NULL, release INTEGER NOT NULL, position INTEGER NOT NULL, shown_from TEXT NOT NULL, shown_until TEXT NOT NULL,
            UNIQUE(id, release));
        CREATE INDEX IF NOT EXISTS documents_by_day ON documents(shown_until, published_on, id);
        CREATE INDEX IF NOT EXISTS documents_by_successor ON documents(successor_id);
        CREATE VIRTUAL TABLE IF NOT EXISTS document_grams USING fts5(grams, content='', detail=full);
        """;

    public static void Create(SqliteConnection connection)
    {
        ReplicaSchema.Execute(connection, "PRAGMA journal_mode=WAL");
        ReplicaSchema.Execute(connection, Tables);
        ReplicaSchema.Execute(connection, ChannelFiles.Table);
    }
}
