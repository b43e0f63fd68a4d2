using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Revitalization.Contracts.Releases;

/// <summary>The JSON of redactions: <c>redactions.json</c> of a channel.</summary>
public static class RedactionJson
{
    private const int MostRedactions = 100_000;

    /// <summary>What is signed.</summary>
    public static byte[] Write(RedactionList list) => CanonicalJson.Write(Node(list));

    public static byte[] Write(SignedRedactions signed) => CanonicalJson.Write(new JsonObject
    {
        ["list"] = Node(signed.List), ["signature"] = ManifestJson.Node(signed.Signature),
    });

    /// <exception cref="JsonException">It is not what was written here.</exception>
    public static SignedRedactions Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        try
        {
            var list = document.RootElement.GetProperty("list");
            var redactions = list.GetProperty("redactions");
            if (redactions.GetArrayLength() > MostRedactions) throw new JsonException("There are too many redactions.");
            return new(
                new(ManifestJson.Text(list, "channel"), list.GetProperty("nextRelease").GetInt32(), [.. redactions.EnumerateArray().Select(Redaction)]),
                ManifestJson.Signature(document.RootElement.GetProperty("signature")));
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new JsonException("A list of redactions lacks a member or holds another type.", wrong);
        }
    }

    private static JsonObject Node(RedactionList list) => new()
    {
        ["channel"] = list.Channel, ["nextRelease"] = list.NextRelease,
        ["redactions"] = new JsonArray([.. list.Redactions.Select(each => new JsonObject
        {
            ["number"] = each.Number, ["release"] = each.Release, ["position"] = each.Position.ToString(CultureInfo.InvariantCulture),
            ["set"] = each.Set, ["leafHash"] = each.LeafHash, ["reason"] = each.Reason, ["at"] = ManifestJson.Time(each.At),
        })]),
    };

    private static PublishedRedaction Redaction(JsonElement json) => new(
        json.GetProperty("number").GetInt32(), json.GetProperty("release").GetInt32(),
        long.Parse(ManifestJson.Text(json, "position"), NumberStyles.None, CultureInfo.InvariantCulture), ManifestJson.Text(json, "set"),
        ManifestJson.Text(json, "leafHash"), ManifestJson.Text(json, "reason"),
        DateTimeOffset.ParseExact(ManifestJson.Text(json, "at"), "yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture));
}
