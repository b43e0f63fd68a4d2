using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Documents;

/// <summary>Takes one verified release of documents in: whole or not at all.</summary>
internal sealed class DocumentIngest(SqliteConnection writer, DocumentFiles files, IDocumentSource source)
{
    /// <summary>A document's longest line: 150,000 characters of text, each escaped at worst, and its headings.</summary>
    private const int LongestLine = 4 << 20, DocumentsMost = 1_000;

    /// <exception cref="ReleaseRejectedException">A row, a count, the root or a file is not what was signed.</exception>
    public async Task Take(SignedRelease release, Stream rows, CancellationToken cancellation)
    {
        var manifest = release.Manifest;
        var (documents, bytes) = await Read(manifest, rows, cancellation);
        foreach (var file in documents.SelectMany(document => document.Attachments).Where(file => files.Attachment(file.Sha256) is null)) await Fetch(manifest.Number, file, cancellation);
        files.KeepRows(manifest.Number, bytes);
        await using var transaction = (SqliteTransaction)await writer.BeginTransactionAsync(cancellation);
        for (var at = 0; at < documents.Count; at++) Write(documents[at], manifest, at, transaction);
        using var record = new PreparedInsert(writer, transaction, "document_releases", 4);
        record.Run(manifest.Number, manifest.RowsRoot, ManifestJson.Write(release), ReleaseVerification.LeafOf(manifest));
        await transaction.CommitAsync(CancellationToken.None);
    }

    private static async Task<(List<PublicDocument> Documents, byte[] Bytes)> Read(ReleaseManifest manifest, Stream rows, CancellationToken cancellation)
    {
        var (root, documents, bytes) = (new MerkleRootBuilder(), new List<PublicDocument>(), new ArrayBufferWriter<byte>());
        await LineReader.ForEach(rows, sequence =>
        {
            var line = sequence.ToArray();
            documents.Add(One(line, documents.Count));
            root.Add(Merkle.Leaf(line));
            bytes.Write(line);
            bytes.Write("\n"u8);
            ReleaseVerification.Require(documents.Count <= DocumentsMost, "it holds too many documents");
        }, cancellation, LongestLine);
        ReleaseVerification.Require(Convert.ToHexStringLower(root.Root()) == manifest.RowsRoot, "its rows do not hash to the signed root");
        ReleaseVerification.Require(
            manifest.RowCounts is { Count: 1 } && manifest.RowCounts.TryGetValue(PublicSets.Documents, out var count) && count == documents.Count, "its row counts are not those signed");
        ReleaseVerification.Require(documents.DistinctBy(document => document.Id).Count() == documents.Count, "a document stands there twice");
        return (documents, bytes.WrittenSpan.ToArray());
    }

    private static PublicDocument One(byte[] line, int at)
    {
        try
        {
            var document = RowReader.Read(line) as PublicDocument ?? throw new ReleaseRejectedException($"row {at + 1} is no document");
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.Body)));
            ReleaseVerification.Require(hash == document.BodySha256, "a text is not the one that was hashed");
            ReleaseVerification.Require(
                document is { MainStart: >= 0, MainLength: >= 0 } && (long)document.MainStart + document.MainLength <= document.Body.Length, "a text is shorter than its row says");
            return document;
        }
        catch (JsonException malformed)
        {
            throw new ReleaseRejectedException($"row {at + 1} is malformed: {malformed.Message}");
        }
    }

    private async Task Fetch(int release, PublicAttachment file, CancellationToken cancellation)
    {
        await using var bytes = await source.Attachment(release, file.Sha256, cancellation);
        await files.Keep(file, bytes, cancellation);
    }

    private void Write(PublicDocument row, ReleaseManifest manifest, int position, SqliteTransaction transaction)
    {
        var shown = Day(manifest.AsOf)!;
        using var before = new SqliteCommand(
            "UPDATE documents SET shown_until = @day WHERE id = @id AND shown_until = @none; SELECT COALESCE(MAX(key), 0) + 1 FROM documents", writer, transaction);
        before.Parameters.AddWithValue("@day", shown);
        before.Parameters.AddWithValue("@id", row.Id);
        before.Parameters.AddWithValue("@none", DocumentSchema.NoEnd);
        var key = (long)before.ExecuteScalar()!;
        using var insert = new PreparedInsert(writer, transaction, "documents", 24);
        insert.Run(
            key, row.Id, row.IndexNumber, row.Title, row.DocumentNumber, row.Issuer, row.RegionCode, row.Topic, row.Genre, Day(row.MadeOn), Day(row.PublishedOn),
            row.Validity, row.Summary, row.Body, row.BodySha256, Day(row.EndedOn), row.SuccessorId, row.EndReason, row.PublishedOn.Year, RowLine.Of(row).Bytes,
            manifest.Number, position, shown, DocumentSchema.NoEnd);
        using var grams = new SqliteCommand("INSERT INTO document_grams(rowid, grams) VALUES(@key, @grams)", writer, transaction);
        grams.Parameters.AddWithValue("@key", key);
        grams.Parameters.AddWithValue("@grams", DocumentGrams.Of(row.Title, row.Summary, row.Body, row.IndexNumber, row.DocumentNumber ?? ""));
        grams.ExecuteNonQuery();
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
