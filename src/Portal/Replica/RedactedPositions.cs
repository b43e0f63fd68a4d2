using System.Text.Json;
using Revitalization.Contracts.Releases;

namespace Revitalization.Portal.Replica;

/// <summary>Which rows of one release are hashes only. A hash in place of a row is believed only where the signed list says so.</summary>
internal sealed class RedactedPositions(int release, IReadOnlyList<PublishedRedaction> redactions)
{
    private readonly Dictionary<long, PublishedRedaction> _byPosition =
        redactions.Where(redaction => redaction.Release == release).ToDictionary(redaction => redaction.Position);

    /// <returns>What stands in the line's place; null: the line is a row that may be read.</returns>
    public RedactedLine? Of(ReadOnlySpan<byte> line, long position)
    {
        var stated = Read(line, position);
        if (!_byPosition.TryGetValue(position, out var listed))
        {
            ReleaseVerification.Require(stated is null, $"row {position + 1} is a hash that no signed redaction names");
            return null;
        }
        var hidden = stated ?? new RedactedLine(listed.Set, Merkle.Leaf(line)); // The source's list is ahead of its rows.
        ReleaseVerification.Require(
            Convert.ToHexStringLower(hidden.Leaf) == listed.LeafHash && hidden.Set == listed.Set, $"row {position + 1} is not the one that was redacted");
        return hidden;
    }

    private static RedactedLine? Read(ReadOnlySpan<byte> line, long position)
    {
        try
        {
            return RedactedLine.Of(line);
        }
        catch (Exception malformed) when (malformed is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ReleaseRejectedException($"row {position + 1} is malformed: {malformed.Message}");
        }
    }
}
