using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Revitalization.Contracts.Releases;

/// <summary>The JSON of key statements: <c>keys.json</c> of a channel holds all of them, oldest first.</summary>
public static class KeyStatementJson
{
    private const int MostStatements = 1000;

    /// <summary>What is signed, twice.</summary>
    public static byte[] Write(KeyStatement statement) => CanonicalJson.Write(Node(statement));

    public static byte[] Write(IReadOnlyList<SignedKeyStatement> statements) => CanonicalJson.Write(new JsonObject
    {
        ["statements"] = new JsonArray([.. statements.Select(signed => new JsonObject
        {
            ["statement"] = Node(signed.Statement), ["byPrevious"] = ManifestJson.Node(signed.ByPrevious), ["byNext"] = ManifestJson.Node(signed.ByNext),
        })]),
    });

    /// <exception cref="JsonException">It is not what was written here.</exception>
    public static IReadOnlyList<SignedKeyStatement> Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        try
        {
            var statements = document.RootElement.GetProperty("statements");
            if (statements.GetArrayLength() > MostStatements) throw new JsonException("There are too many key statements.");
            return [.. statements.EnumerateArray().Select(signed => new SignedKeyStatement(
                Statement(signed.GetProperty("statement")), ManifestJson.Signature(signed.GetProperty("byPrevious")), ManifestJson.Signature(signed.GetProperty("byNext"))))];
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new JsonException("A key statement lacks a member or holds another type.", wrong);
        }
    }

    private static JsonObject Node(KeyStatement statement) => new()
    {
        ["channel"] = statement.Channel, ["number"] = statement.Number, ["previous"] = Node(statement.Previous), ["next"] = Node(statement.Next),
        ["fromRelease"] = statement.FromRelease, ["statedAt"] = ManifestJson.Time(statement.StatedAt),
    };

    private static JsonObject Node(KeyPoint point) => new() { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = point.X, ["y"] = point.Y };

    private static KeyStatement Statement(JsonElement json) => new(
        ManifestJson.Text(json, "channel"), json.GetProperty("number").GetInt32(), Point(json.GetProperty("previous")), Point(json.GetProperty("next")),
        json.GetProperty("fromRelease").GetInt32(),
        DateTimeOffset.ParseExact(ManifestJson.Text(json, "statedAt"), "yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture));

    private static KeyPoint Point(JsonElement json) => ManifestJson.Text(json, "crv") == "P-256"
        ? new(ManifestJson.Text(json, "x"), ManifestJson.Text(json, "y"))
        : throw new JsonException("A release key is on P-256.");
}
