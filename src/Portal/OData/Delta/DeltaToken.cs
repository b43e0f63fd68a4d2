using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.OData.Delta;

/// <summary>
/// What a copier of a set remembers: the release it has. Between pages of one answer it also says to which release the changes go
/// and after which key they continue. Like a skip token it holds no secret, and its values reach SQL as parameters only.
/// </summary>
/// <param name="To">Null: the newest there is when it is asked.</param>
/// <param name="Redacted">How many rows of <paramref name="From"/> had been redacted when it was copied.</param>
public sealed record DeltaToken(int From, int? To, string Query, IReadOnlyList<object>? After, int Redacted)
{
    private const int MostKeys = 10;

    public string Write()
    {
        var after = After is null ? null : new JsonArray([.. After.Select(key => key is long number ? JsonValue.Create(number) : JsonValue.Create((string)key))]);
        var json = new JsonObject { ["f"] = From, ["t"] = To, ["q"] = Query, ["k"] = after, ["x"] = Redacted };
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
    }

    /// <param name="keys">How many parts the set's key has.</param>
    public static DeltaToken Read(string text, string query, int keys)
    {
        if (text.Length == 0 || !Base64Url.IsValid(text)) throw Unreadable();
        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(text));
            var json = document.RootElement;
            var (to, after) = (json.GetProperty("t"), json.GetProperty("k"));
            var token = new DeltaToken(
                json.GetProperty("f").GetInt32(), to.ValueKind == JsonValueKind.Null ? null : to.GetInt32(), json.GetProperty("q").GetString() ?? "",
                after.ValueKind == JsonValueKind.Null ? null : [.. after.EnumerateArray().Take(MostKeys).Select(Key)],
                json.GetProperty("x").GetInt32());
            return token.Query == query && (token.After is null || (token.After.Count == keys && token.To is not null)) ? token : throw Unreadable();
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw Unreadable();
        }
    }

    /// <summary>A short digest of what is copied: the set, and which rows and columns of it.</summary>
    public static string Identify(string path, QueryOptions options)
    {
        var asked = options.All.Where(option => option.Key is "$filter" or "$select" or "$search" || option.Key[0] == '@')
            .OrderBy(option => option.Key, StringComparer.Ordinal).Select(option => $"{option.Key}={option.Value}");
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"delta\n{path}\n{string.Join('\n', asked)}")).AsSpan(0, 9));
    }

    private static object Key(JsonElement key) => key.ValueKind switch
    {
        JsonValueKind.Number => key.GetInt64(),
        JsonValueKind.String => key.GetString()!,
        _ => throw new JsonException("A key is neither text nor number."),
    };

    private static QueryFaultException Unreadable() => QueryFaultException.Bad("$deltatoken 不属于这个查询。");
}
