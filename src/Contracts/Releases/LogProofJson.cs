using System.Text.Json;
using System.Text.Json.Nodes;

namespace Revitalization.Contracts.Releases;

/// <summary>The JSON of heads and proofs of the log.</summary>
public static class LogProofJson
{
    public static JsonObject Write(SignedHead head) => new() { ["head"] = ManifestJson.Node(head.Head), ["headSignature"] = ManifestJson.Node(head.Signature) };

    public static JsonObject Write(LogInclusion proof) => new()
    {
        ["release"] = proof.Release, ["leafHash"] = proof.LeafHash, ["leafIndex"] = proof.Release - 1, ["treeSize"] = proof.Head.Head.Size,
        ["path"] = Texts(proof.Path), ["signedHead"] = Write(proof.Head),
    };

    public static JsonObject Write(LogConsistency proof) => new()
    {
        ["from"] = Write(proof.From), ["to"] = Write(proof.To), ["path"] = Texts(proof.Path),
    };

    /// <exception cref="JsonException">It is not what was written here.</exception>
    public static LogInclusion ReadInclusion(string json) => Read(json, root =>
        new LogInclusion(root.GetProperty("release").GetInt32(), root.GetProperty("leafHash").GetString()!, Head(root.GetProperty("signedHead")), Path(root)));

    /// <exception cref="JsonException">It is not what was written here.</exception>
    public static LogConsistency ReadConsistency(string json) => Read(json, root =>
        new LogConsistency(Head(root.GetProperty("from")), Head(root.GetProperty("to")), Path(root)));

    /// <exception cref="JsonException">It is not what was written here.</exception>
    public static SignedHead ReadHead(string json) => Read(json, Head);

    private static T Read<T>(string json, Func<JsonElement, T> read)
    {
        using var document = JsonDocument.Parse(json);
        try
        {
            return read(document.RootElement);
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new JsonException("A proof lacks a member or holds another type.", wrong);
        }
    }

    private static SignedHead Head(JsonElement json) => new(ManifestJson.Head(json.GetProperty("head")), ManifestJson.Signature(json.GetProperty("headSignature")));

    private static List<string> Path(JsonElement json) => [.. json.GetProperty("path").EnumerateArray().Select(hash => hash.GetString() ?? "")];

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
