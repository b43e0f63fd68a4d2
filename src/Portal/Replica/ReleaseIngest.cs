using System.Buffers;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.Cube;
using Revitalization.Portal.OData.Model;

namespace Revitalization.Portal.Replica;

/// <summary>
/// Takes one verified release in: one transaction that commits only when every row was read, counted and hashed to the
/// manifest's root. Readers go on with the release before it.
/// </summary>
internal sealed class ReleaseIngest(ReplicaDatabase database, ReleaseFiles files, CubeBook cubes, int releasesKept)
{
    /// <param name="rows">rows.jsonl; null keeps the manifest alone (a release older than those kept).</param>
    /// <exception cref="ReleaseRejectedException">A row, a count or the root is not what was signed.</exception>
    public async Task<ReplicaState> Take(SignedRelease release, Stream? rows, IReadOnlyList<PublishedRedaction> redactions, CancellationToken cancellation)
    {
        var number = release.Manifest.Number;
        await using var transaction = (SqliteTransaction)await database.Writer.BeginTransactionAsync(cancellation);
        using var staging = rows is null ? null : files.Begin(number);
        if (rows is not null) await Rows(release.Manifest, rows, new RedactedPositions(number, redactions), transaction, staging!, cancellation);
        Record(release, transaction, held: rows is not null);
        var dropped = Forget(number - releasesKept, transaction);
        if (staging is not null) cubes.Build(database.Writer, release.Manifest, staging.Cube);
        staging?.Keep();
        await transaction.CommitAsync(CancellationToken.None);
        database.EmptyLargeJournal();
        if (staging is not null) cubes.Open(release.Manifest);
        foreach (var old in dropped) Drop(old);
        return ReplicaState.Load(database.Writer);
    }

    private void Drop(int release)
    {
        cubes.Forget(release);
        files.Drop(release);
    }

    private async Task Rows(
        ReleaseManifest manifest, Stream rows, RedactedPositions redacted, SqliteTransaction transaction, ReleaseFiles.Staging staging, CancellationToken cancellation)
    {
        using var inserter = new RowInserter(database.Writer, transaction, manifest.Number);
        var root = new MerkleRootBuilder();
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        await LineReader.ForEach(rows, sequence =>
        {
            var line = sequence.IsSingleSegment ? sequence.FirstSpan : sequence.ToArray();
            var hidden = redacted.Of(line, root.Count);
            var leaf = hidden?.Leaf ?? Merkle.Leaf(line);
            var set = hidden?.Set ?? Insert(inserter, line, root.Count);
            counts[set] = counts.GetValueOrDefault(set) + 1;
            staging.Add(hidden is null ? line : hidden.Bytes(), leaf);
            root.Add(leaf);
            ReleaseVerification.Require(root.Count <= manifest.Rows, "it holds more rows than its manifest says");
        }, cancellation);
        ReleaseVerification.Require(Convert.ToHexStringLower(root.Root()) == manifest.RowsRoot, "its rows do not hash to the signed root");
        ReleaseVerification.Require(SameCounts(counts, manifest.RowCounts), "its row counts are not those signed");
    }

    private static string Insert(RowInserter inserter, ReadOnlySpan<byte> line, long position)
    {
        try
        {
            return inserter.Add(RowReader.Read(line), position);
        }
        catch (JsonException malformed)
        {
            throw new ReleaseRejectedException($"row {position + 1} is malformed: {malformed.Message}");
        }
        catch (SqliteException twice) when (twice.SqliteErrorCode == 19)
        {
            throw new ReleaseRejectedException($"row {position + 1} stands there twice");
        }
    }

    private static bool SameCounts(Dictionary<string, long> counted, IReadOnlyDictionary<string, long> stated) =>
        stated.All(count => counted.GetValueOrDefault(count.Key) == count.Value) && counted.Keys.All(stated.ContainsKey);

    private void Record(SignedRelease release, SqliteTransaction transaction, bool held)
    {
        var manifest = release.Manifest;
        using var insert = new PreparedInsert(database.Writer, transaction, "releases", 11);
        insert.Run(manifest.Number, manifest.PublishedAt.ToUnixTimeMilliseconds(),
            manifest.AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), manifest.Rows,
            manifest.RowsRoot, manifest.PreviousRoot, manifest.Corrects, release.Signature.Value,
            ManifestJson.Write(release), ReleaseVerification.LeafOf(manifest), held ? 1 : 0);
    }

    private List<int> Forget(int upTo, SqliteTransaction transaction)
    {
        var dropped = ReplicaState.Load(database.Writer).Known
            .Where(release => release.Held && release.Signed.Manifest.Number <= upTo)
            .Select(release => release.Signed.Manifest.Number).ToList();
        foreach (var number in dropped)
        {
            foreach (var table in (IEnumerable<string>)["regions", "indicators", "observations", "grams", "freshness", .. Disclosure.OfAid.Select(set => set.Table)])
                Execute($"DELETE FROM {table} WHERE release = @number", number, transaction);
            Execute("UPDATE releases SET held = 0 WHERE number = @number", number, transaction);
        }
        return dropped;
    }

    private void Execute(string sql, int number, SqliteTransaction transaction)
    {
        using var command = database.Writer.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.Parameters.AddWithValue("@number", number);
        command.ExecuteNonQuery();
    }
}
