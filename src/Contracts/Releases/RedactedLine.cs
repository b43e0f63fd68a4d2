using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Revitalization.Contracts.Releases;

/// <summary>
/// A line of <c>rows.jsonl</c> whose row was redacted: its leaf hash in place of its text. No set has a member <c>Leaf</c>, so no row's canonical
/// form begins like one.
/// </summary>
public sealed record RedactedLine(string Set, byte[] Leaf)
{
    private static readonly byte[] Beginning = Encoding.ASCII.GetBytes("""{"Leaf":""");

    public byte[] Bytes() => CanonicalJson.Write(new JsonObject { [nameof(Leaf)] = Convert.ToHexStringLower(Leaf), [nameof(Set)] = Set });

    /// <returns>Null: the line is a row.</returns>
    /// <exception cref="JsonException">It begins like a redacted line and is none.</exception>
    public static RedactedLine? Of(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith(Beginning)) return null;
        var reader = new Utf8JsonReader(line);
        using var document = JsonDocument.ParseValue(ref reader);
        var (leaf, set) = (ManifestJson.Text(document.RootElement, nameof(Leaf)), ManifestJson.Text(document.RootElement, nameof(Set)));
        if (leaf.Length != 2 * Merkle.HashLength || !leaf.All(char.IsAsciiHexDigitLower)) throw new JsonException("A redacted row's leaf is no hash.");
        var read = new RedactedLine(set, Convert.FromHexString(leaf));
        return line.SequenceEqual(read.Bytes()) ? read : throw new JsonException("A redacted row is not in canonical form.");
    }

    /// <summary>The leaf of a line: of its text, or the one that stands in its place.</summary>
    public static byte[] LeafOf(ReadOnlySpan<byte> line) => Of(line)?.Leaf ?? Merkle.Leaf(line);
}
