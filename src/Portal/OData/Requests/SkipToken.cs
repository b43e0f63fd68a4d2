using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Revitalization.Portal.OData.Requests;

/// <summary>
/// Where the next page begins: opaque to callers, and tied to the release and the query it was made for, so that pages of one
/// result never mix two releases. It holds no secret and is checked like any input; its values reach SQL as parameters only.
/// </summary>
/// <param name="Keys">The last row's sort keys (string, long or null), or null when pages go by <paramref name="Offset"/>.</param>
/// <param name="Since">The last page is to say where changes after this release are; null: it is not.</param>
public sealed record SkipToken(int Release, string Query, IReadOnlyList<object?>? Keys, long Offset, int? Since = null)
{
    private const int MostKeys = 30;

    public string Write()
    {
        var keys = Keys is null ? null : new JsonArray([.. Keys.Select(key => key is null ? null : key is long n ? JsonValue.Create(n) : JsonValue.Create((string)key))]);
        var json = new JsonObject { ["r"] = Release, ["q"] = Query, ["k"] = keys, ["o"] = Offset };
        if (Since is { } since) json["d"] = since;
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
    }

    /// <param name="query">What <see cref="Identify"/> says of the query it comes with.</param>
    public static SkipToken Read(string text, string query)
    {
        if (text.Length == 0 || !Base64Url.IsValid(text)) throw Unreadable();
        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(text));
            var json = document.RootElement;
            var keys = json.GetProperty("k");
            var token = new SkipToken(
                json.GetProperty("r").GetInt32(), json.GetProperty("q").GetString() ?? "",
                keys.ValueKind == JsonValueKind.Null ? null : [.. keys.EnumerateArray().Select(Key)], json.GetProperty("o").GetInt64(),
                json.TryGetProperty("d", out var since) ? since.GetInt32() : null);
            var holds = token.Query == query && token.Offset >= 0 && token.Release >= 0 && token.Keys is not { Count: > MostKeys };
            return holds ? token : throw Unreadable();
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw Unreadable();
        }
    }

    /// <summary>A short digest of everything that must stay the same from page to page.</summary>
    public static string Identify(string path, QueryOptions options)
    {
        var fixedOptions = options.All
            .Where(option => option.Key is not ("$skip" or "$top" or "$skiptoken" or "$count" or "$format"))
            .OrderBy(option => option.Key, StringComparer.Ordinal)
            .Select(option => $"{option.Key}={option.Value}");
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{path}\n{string.Join('\n', fixedOptions)}"));
        return Base64Url.EncodeToString(digest.AsSpan(0, 9));
    }

    public static QueryFaultException Unreadable() => QueryFaultException.Bad("$skiptoken 不是这个查询的下一页。");

    private static object? Key(JsonElement key) => key.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => key.GetInt64(),
        JsonValueKind.String => key.GetString(),
        _ => throw new JsonException("A key is neither text nor number."),
    };
}
