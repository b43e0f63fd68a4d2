using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Revitalization.Contracts.Releases;

/// <summary>The JSON of manifests, heads and signed releases: canonical, times in China's zone.</summary>
public static class ManifestJson
{
    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss.fff'+08:00'";
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>What is signed and what is the leaf of the log.</summary>
    public static byte[] Write(ReleaseManifest manifest) => CanonicalJson.Write(Node(manifest));

    public static byte[] Write(TreeHead head) => CanonicalJson.Write(Node(head));

    public static byte[] Write(SignedRelease release) => CanonicalJson.Write(new JsonObject
    {
        ["manifest"] = Node(release.Manifest), ["signature"] = Node(release.Signature),
        ["head"] = Node(release.Head), ["headSignature"] = Node(release.HeadSignature),
    });

    /// <exception cref="JsonException">It is not what <see cref="Write(SignedRelease)"/> writes.</exception>
    public static SignedRelease Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        try
        {
            var root = document.RootElement;
            return new SignedRelease(
                Manifest(root.GetProperty("manifest")), Signature(root.GetProperty("signature")),
                Head(root.GetProperty("head")), Signature(root.GetProperty("headSignature")));
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new JsonException("A manifest lacks a member or holds another type.", wrong);
        }
    }

    internal static DateTimeOffset Time(string text) => DateTimeOffset.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset at) => at.ToOffset(China).ToString(TimeForm, CultureInfo.InvariantCulture);

    private static JsonObject Node(ReleaseManifest manifest) => new()
    {
        ["channel"] = manifest.Channel, ["number"] = manifest.Number,
        ["asOf"] = manifest.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["publishedAt"] = Time(manifest.PublishedAt), ["logPosition"] = Long(manifest.LogPosition),
        ["rowCounts"] = new JsonObject(manifest.RowCounts.Select(count => KeyValuePair.Create(count.Key, (JsonNode?)Long(count.Value)))),
        ["rowsRoot"] = manifest.RowsRoot, ["previousRoot"] = manifest.PreviousRoot,
        ["corrects"] = manifest.Corrects, ["note"] = manifest.Note,
    };

    internal static JsonObject Node(TreeHead head) =>
        new() { ["channel"] = head.Channel, ["size"] = Long(head.Size), ["root"] = head.Root };

    internal static JsonObject Node(ReleaseSignature signature) =>
        new() { ["alg"] = "ES256", ["kid"] = signature.KeyId, ["value"] = signature.Value };

    private static string Long(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static ReleaseManifest Manifest(JsonElement json) => new(
        Text(json, "channel"), json.GetProperty("number").GetInt32(),
        DateOnly.ParseExact(Text(json, "asOf"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        Time(Text(json, "publishedAt")),
        Number(json, "logPosition"),
        json.GetProperty("rowCounts").EnumerateObject().ToDictionary(
            count => count.Name, count => long.Parse(count.Value.GetString()!, CultureInfo.InvariantCulture), StringComparer.Ordinal),
        Text(json, "rowsRoot"), json.GetProperty("previousRoot").GetString(),
        json.GetProperty("corrects") is { ValueKind: JsonValueKind.Number } corrects ? corrects.GetInt32() : null,
        json.GetProperty("note").GetString());

    internal static TreeHead Head(JsonElement json) => new(Text(json, "channel"), Number(json, "size"), Text(json, "root"));

    internal static ReleaseSignature Signature(JsonElement json) => Text(json, "alg") == "ES256"
        ? new ReleaseSignature(Text(json, "kid"), Text(json, "value"))
        : throw new JsonException("A signature is not ES256.");

    private static long Number(JsonElement json, string name) => long.Parse(Text(json, name), CultureInfo.InvariantCulture);

    internal static string Text(JsonElement json, string name) =>
        json.GetProperty(name).GetString() ?? throw new JsonException($"{name} is null.");
}
