using System.Buffers;
using System.Text.Json;

namespace Revitalization.Contracts.Releases;

/// <summary>One thing that was checked of a downloaded release, and how it came out, in Chinese and English.</summary>
public sealed record CheckStep(bool Holds, string Chinese, string English);

/// <summary>What came of checking a release.</summary>
/// <param name="Redacted">Rows that are there as hashes only.</param>
public sealed record CheckReport(ReleaseManifest? Manifest, IReadOnlyList<CheckStep> Steps, long Redacted)
{
    public bool Holds => Steps.Count > 0 && Steps.All(step => step.Holds);
}

/// <summary>
/// Checks a downloaded release with nothing but its files and a key that the reader trusts: no network, no portal, no database. One byte
/// changed anywhere is found.
/// </summary>
public sealed class ReleaseCheck(Func<string, int, ReleaseKey?> keyOf, SignedRedactions? redactions = null)
{
    private readonly List<CheckStep> _steps = [];

    /// <param name="manifest">The bytes of manifest.json.</param>
    /// <param name="rows">rows.jsonl, read once from where it stands.</param>
    public async Task<CheckReport> Run(ReadOnlyMemory<byte> manifest, Stream rows, CancellationToken cancellation)
    {
        if (Read(manifest) is not { } release) return new(null, _steps, 0);
        var stated = release.Manifest;
        if (keyOf(release.Signature.KeyId, stated.Number) is not { } key)
        {
            Step(false, "签名用的不是给出的公钥", "the signature is not by the key given");
            return new(stated, _steps, 0);
        }
        Step(key.Verifies(ManifestJson.Write(stated), release.Signature), "清单的签名", "the manifest's signature");
        Step(key.Verifies(ManifestJson.Write(release.Head), release.HeadSignature), "发布日志树头的签名", "the signature of the log's head");
        Step(InLog(release), "清单在发布日志里的位置", "the manifest's place in the log");
        return new(stated, _steps, await Rows(stated, rows, cancellation));
    }

    // Its own bytes, canonical: what is written in another way is not what was signed.
    private SignedRelease? Read(ReadOnlyMemory<byte> manifest)
    {
        try
        {
            var release = ManifestJson.Read(manifest);
            var same = manifest.Span.SequenceEqual(ManifestJson.Write(release));
            Step(same, "清单是规范 JSON", "the manifest is canonical JSON");
            return same ? release : null;
        }
        catch (JsonException)
        {
            Step(false, "清单读不出来", "the manifest cannot be read");
            return null;
        }
    }

    // Of the first release the head's root is its own leaf; of a later one an inclusion proof says the rest.
    private static bool InLog(SignedRelease release) =>
        release.Head.Channel == release.Manifest.Channel && release.Head.Size == release.Manifest.Number
        && (release.Head.Size > 1 || release.Head.Root == ReleaseVerification.LogRoot([], release.Manifest));

    private async Task<long> Rows(ReleaseManifest manifest, Stream rows, CancellationToken cancellation)
    {
        var (root, counts, hidden) = (new MerkleRootBuilder(), new Dictionary<string, long>(StringComparer.Ordinal), new List<(long At, RedactedLine Line)>());
        try
        {
            await LineReader.ForEach(rows, (sequence, at) =>
            {
                var line = sequence.IsSingleSegment ? sequence.FirstSpan : sequence.ToArray();
                var redacted = RedactedLine.Of(line);
                if (redacted is not null) hidden.Add((at, redacted));
                var set = redacted?.Set ?? SetOf(line);
                counts[set] = counts.GetValueOrDefault(set) + 1;
                root.Add(redacted?.Leaf ?? Merkle.Leaf(line));
            }, cancellation);
        }
        catch (Exception wrong) when (wrong is JsonException or ReleaseRejectedException or InvalidOperationException or KeyNotFoundException)
        {
            Step(false, $"第 {root.Count + 1} 行读不出来", $"row {root.Count + 1} cannot be read: {wrong.Message}");
            return hidden.Count;
        }
        Step(Convert.ToHexStringLower(root.Root()) == manifest.RowsRoot, $"{root.Count} 行的根散列与清单一致", $"{root.Count} rows hash to the manifest's root");
        Step(counts.Count == manifest.RowCounts.Count && counts.All(count => manifest.RowCounts.GetValueOrDefault(count.Key) == count.Value), "各数据集的行数与清单一致", "the row counts are the manifest's");
        Redactions(manifest, hidden);
        return hidden.Count;
    }

    // Anybody could put a hash in a row's place: it counts only where the publisher's list says so.
    private void Redactions(ReleaseManifest manifest, List<(long At, RedactedLine Line)> hidden)
    {
        if (hidden.Count == 0) return;
        if (redactions is null)
        {
            Step(false, $"有 {hidden.Count} 行只剩散列，请把 redactions.json 放在旁边再查", $"{hidden.Count} rows are hashes only; put redactions.json beside them and check again");
            return;
        }
        var list = redactions.List;
        var signed = list.Channel == manifest.Channel && keyOf(redactions.Signature.KeyId, list.NextRelease)?.Verifies(RedactionJson.Write(list), redactions.Signature) == true;
        Step(signed, "隐去清单的签名", "the signature of the list of redactions");
        var listed = list.Redactions.Where(each => each.Release == manifest.Number).Select(each => (each.Position, each.LeafHash)).ToHashSet();
        Step(hidden.All(each => listed.Contains((each.At, Convert.ToHexStringLower(each.Line.Leaf)))), $"{hidden.Count} 行依清单隐去", $"{hidden.Count} rows are redacted as the list says");
    }

    private static string SetOf(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        using var row = JsonDocument.ParseValue(ref reader);
        return ManifestJson.Text(row.RootElement, "Set");
    }

    private void Step(bool holds, string chinese, string english) => _steps.Add(new(holds, chinese, english));
}
