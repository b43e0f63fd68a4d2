using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Revitalization.Domain.Events;

/// <summary>How one kind of event is stored: its name, its present version, and how each older shape becomes the next.</summary>
/// <param name="UpCasts">The first lifts version 1 to 2, the second 2 to 3, and so on.</param>
public sealed record EventForm(Type Clr, string Type, JsonTypeInfo Json, IReadOnlyList<Func<JsonObject, JsonObject>> UpCasts)
{
    public int SchemaVersion => UpCasts.Count + 1;

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
        foreach (var upCast in UpCasts.Skip(version - 1)) shape = upCast(shape);
        return shape;
    }
}
