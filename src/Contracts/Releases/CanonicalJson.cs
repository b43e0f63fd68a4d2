using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Revitalization.Contracts.Releases;

/// <summary>
/// RFC 8785 (JCS): one byte sequence for one JSON value, so that a hash of it means the value. Members are sorted by
/// UTF-16 code units; strings escape only what they must; numbers are written as ECMAScript writes them.
/// </summary>
public static class CanonicalJson
{
    public static byte[] Write(JsonNode? value) => Encoding.UTF8.GetBytes(Text(value));

    public static string Text(JsonNode? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonNode? value)
    {
        switch (value)
        {
            case null: text.Append("null"); break;
            case JsonObject members: AppendObject(text, members); break;
            case JsonArray items: AppendArray(text, items); break;
            case JsonValue scalar: AppendScalar(text, scalar); break;
            default: throw new ArgumentException($"{value.GetType().Name} is no JSON value.", nameof(value));
        }
    }

    private static void AppendObject(StringBuilder text, JsonObject members)
    {
        text.Append('{');
        var first = true;
        foreach (var (name, member) in members.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!first) text.Append(',');
            first = false;
            AppendString(text, name);
            text.Append(':');
            Append(text, member);
        }
        text.Append('}');
    }

    private static void AppendArray(StringBuilder text, JsonArray items)
    {
        text.Append('[');
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) text.Append(',');
            Append(text, items[i]);
        }
        text.Append(']');
    }

    private static void AppendScalar(StringBuilder text, JsonValue scalar)
    {
        switch (scalar.GetValueKind())
        {
            case JsonValueKind.True: text.Append("true"); break;
            case JsonValueKind.False: text.Append("false"); break;
            case JsonValueKind.Number: text.Append(EcmaScriptNumber.Format(Number(scalar))); break;
            default: AppendString(text, scalar.GetValue<string>()); break;
        }
    }

    // What a binary64 cannot hold exactly (fen beyond 2^53, decimals) belongs into a string; see RowLine.
    private static double Number(JsonValue scalar)
    {
        var number = double.Parse(scalar.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? number : throw new ArgumentException("A number is out of range.", nameof(scalar));
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++) AppendCharacter(text, value, i);
        text.Append('"');
    }

    private static void AppendCharacter(StringBuilder text, string value, int at)
    {
        var c = value[at];
        switch (c)
        {
            case '"': text.Append("\\\""); break;
            case '\\': text.Append("\\\\"); break;
            case '\b': text.Append("\\b"); break;
            case '\t': text.Append("\\t"); break;
            case '\n': text.Append("\\n"); break;
            case '\f': text.Append("\\f"); break;
            case '\r': text.Append("\\r"); break;
            case < ' ': text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)); break;
            default:
                if (IsLoneSurrogate(value, at)) throw new ArgumentException("A string holds half a character.", nameof(value));
                text.Append(c);
                break;
        }
    }

    private static bool IsLoneSurrogate(string value, int at) =>
        (char.IsHighSurrogate(value[at]) && (at + 1 == value.Length || !char.IsLowSurrogate(value[at + 1])))
        || (char.IsLowSurrogate(value[at]) && (at == 0 || !char.IsHighSurrogate(value[at - 1])));
}
