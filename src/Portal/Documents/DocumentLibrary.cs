using System.Globalization;
using Microsoft.Data.Sqlite;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Documents;

/// <summary>One line of a list of documents.</summary>
/// <param name="Excerpt">Where the first word that was looked for stands in the text; null where nothing was looked for, or the title has it.</param>
public sealed record DocumentHit(
    string Id, string Title, string IndexNumber, string? DocumentNumber, string Issuer, string Genre, DateOnly PublishedOn, string Validity, string Summary, string? Excerpt);

public sealed record FacetCount(string Value, int Documents);

/// <param name="Facets">Each counted without its own choice, so that a reader sees where else there is something.</param>
public sealed record DocumentResults(int Total, IReadOnlyList<DocumentHit> Hits, IReadOnlyDictionary<DocumentFacet, IReadOnlyList<FacetCount>> Facets);

/// <param name="Release">The release that the row came with.</param>
public sealed record StoredDocument(PublicDocument Document, int Release, int Position);

/// <summary>What pages read of the documents that are shown now. Lists are bounded.</summary>
public sealed class DocumentLibrary(ReplicaStore store)
{
    public const int PageRows = 20;
    private const int FacetMost = 40, ChainMost = 50, ExcerptBefore = 24, ExcerptLetters = 90;
    private const string Shown = $"shown_until = '{DocumentSchema.NoEnd}'";

    public StoredDocument? Find(string id) =>
        Rows($"SELECT row, release, position FROM documents WHERE id = @id AND {Shown}", command => command.Parameters.AddWithValue("@id", id), Stored).FirstOrDefault();

    /// <summary>Documents whose place this one took.</summary>
    public IReadOnlyList<PublicDocument> Replaced(string id) => Rows(
        $"SELECT row, release, position FROM documents WHERE successor_id = @id AND {Shown} ORDER BY published_on DESC, id LIMIT {ChainMost}",
        command => command.Parameters.AddWithValue("@id", id), row => Stored(row).Document);

    /// <summary>All versions of one matter, the newest first: what replaced it, itself, what it replaced, and so on.</summary>
    public IReadOnlyList<PublicDocument> Versions(PublicDocument document)
    {
        var newest = document;
        for (var steps = 0; steps < ChainMost && newest.SuccessorId is { } next && Find(next)?.Document is { } successor; steps++) newest = successor;
        var (versions, known) = (new List<PublicDocument>(), new HashSet<string>(StringComparer.Ordinal));
        var waiting = new Queue<PublicDocument>([newest]);
        while (versions.Count < ChainMost && waiting.TryDequeue(out var version))
        {
            if (!known.Add(version.Id)) continue;
            versions.Add(version);
            foreach (var earlier in Replaced(version.Id)) waiting.Enqueue(earlier);
        }
        return versions;
    }

    /// <summary>Documents published last.</summary>
    public IReadOnlyList<DocumentHit> Newest(int count) => Find(new(null, null, null, null, null, null), count).Hits;

    public DocumentResults Find(DocumentFilter filter, int rows = PageRows)
    {
        var terms = DocumentGrams.Terms(filter.Text);
        var (where, bind) = Where(filter, terms, except: null);
        var total = Rows($"SELECT COUNT(*) FROM documents WHERE {where}", bind, row => row.GetInt32(0))[0];
        var first = terms.Count > 0 ? "(instr(text_lower(title), @t0) > 0) DESC, " : "";
        var excerpt = terms.Count > 0 ? $"substr(body, MAX(1, instr(text_lower(body), @t0) - {ExcerptBefore}), {ExcerptLetters}), instr(text_lower(body), @t0)" : "NULL, 0";
        var hits = Rows(
            $"""
            SELECT id, title, index_number, document_number, issuer, genre, published_on, validity, summary, {excerpt} FROM documents WHERE {where}
            ORDER BY {first}published_on DESC, id LIMIT {Text(rows)} OFFSET {Text((filter.Page - 1L) * rows)}
            """, bind, Hit);
        return new(total, hits, DocumentFacets.All.ToDictionary(facet => facet, IReadOnlyList<FacetCount> (facet) => Facet(facet, filter, terms)));
    }

    private List<FacetCount> Facet(DocumentFacet facet, DocumentFilter filter, IReadOnlyList<string> terms)
    {
        var (where, bind) = Where(filter, terms, facet);
        var column = DocumentFacets.Name(facet);
        var order = facet == DocumentFacet.Year ? "1 DESC" : "2 DESC, 1";
        return Rows(
            $"SELECT CAST({column} AS TEXT), COUNT(*) FROM documents WHERE {where} AND {column} <> '' GROUP BY 1 ORDER BY {order} LIMIT {FacetMost}", bind,
            row => new FacetCount(row.GetString(0), row.GetInt32(1)));
    }

    private static (string Sql, Action<SqliteCommand> Bind) Where(DocumentFilter filter, IReadOnlyList<string> terms, DocumentFacet? except)
    {
        var parts = new List<string> { Shown };
        foreach (var facet in DocumentFacets.All.Where(facet => facet != except && filter[facet] is not null)) parts.Add($"{DocumentFacets.Name(facet)} = @{DocumentFacets.Name(facet)}");
        for (var at = 0; at < terms.Count; at++)
        {
            if (DocumentGrams.Phrases(terms[at]) is not null) parts.Add($"key IN (SELECT rowid FROM document_grams WHERE document_grams MATCH @g{Text(at)})");
            parts.Add($"instr(text_lower(title || char(10) || summary || char(10) || body || char(10) || index_number || char(10) || COALESCE(document_number, '')), @t{Text(at)}) > 0");
        }
        return (string.Join(" AND ", parts), command =>
        {
            foreach (var facet in DocumentFacets.All.Where(facet => facet != except && filter[facet] is not null))
                command.Parameters.AddWithValue("@" + DocumentFacets.Name(facet), facet == DocumentFacet.Year ? filter.Year : filter[facet]);
            for (var at = 0; at < terms.Count; at++)
            {
                command.Parameters.AddWithValue("@t" + Text(at), terms[at]);
                if (DocumentGrams.Phrases(terms[at]) is { } phrases) command.Parameters.AddWithValue("@g" + Text(at), phrases);
            }
        });
    }

    private static DocumentHit Hit(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetString(4), row.GetString(5),
        DateOnly.ParseExact(row.GetString(6), "yyyy-MM-dd", CultureInfo.InvariantCulture), row.GetString(7), row.GetString(8),
        row.GetInt32(10) > 0 ? row.GetString(9).ReplaceLineEndings(" ") : null);

    private static StoredDocument Stored(SqliteDataReader row) =>
        new((PublicDocument)RowReader.Read(row.GetFieldValue<byte[]>(0)), row.GetInt32(1), row.GetInt32(2));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private List<T> Rows<T>(string sql, Action<SqliteCommand> bind, Func<SqliteDataReader, T> read)
    {
        using var lease = store.Database.ReadNow();
        using var command = new SqliteCommand(sql, lease.Connection);
        bind(command);
        using var rows = command.ExecuteReader();
        var found = new List<T>();
        while (rows.Read()) found.Add(read(rows));
        return found;
    }
}
