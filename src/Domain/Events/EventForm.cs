using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Revitalization.Domain.Events;

/// <summary>How one kind of event is stored: its name, its present version, and how each older shape becomes the next.</summary>
/// <param name="describe">Asked with the first event of the kind: describing all kinds at once costs a start a second of processor.</param>
/// <param name="upCasts">The first lifts version 1 to 2, the second 2 to 3, and so on.</param>
public sealed class EventForm(Type clr, string type, Func<JsonTypeInfo> describe, IReadOnlyList<Func<JsonObject, JsonObject>> upCasts)
{
    private JsonTypeInfo? _json;

    public Type Clr => clr;

    public string Type => type;

    public int SchemaVersion => upCasts.Count + 1;

    private JsonTypeInfo Json => _json ??= describe();

    internal ReadOnlyMemory<byte> Write(object happened) => JsonSerializer.SerializeToUtf8Bytes(happened, Json);

    internal object Read(int version, ReadOnlySpan<byte> data)
    {
        var happened = version == SchemaVersion
            ? JsonSerializer.Deserialize(data, Json)
            : Lifted(version, data).Deserialize(Json);
        return happened ?? throw new JsonException("The event is null.");
    }

    private JsonObject Lifted(int version, ReadOnlySpan<byte> data)
    {
        var shape = JsonNode.Parse(data)?.AsObject() ?? throw new JsonException("The event is null.");
        foreach (var upCast in upCasts.Skip(version - 1)) shape = upCast(shape);
        return shape;
    }
}
