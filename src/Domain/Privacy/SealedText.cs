using System.Text.Json;
using System.Text.Json.Serialization;

namespace Revitalization.Domain.Privacy;

/// <summary>
/// A personal value as the domain may know it (密文): base64url ciphertext under the person's key, made at the Silo's edge.
/// Equal plain text of one person gives equal ciphertext, so "nothing changed" is a plain comparison.
/// The empty text says that the value was taken away; null, where a field may be null, that nothing was said about it.
/// </summary>
[GenerateSerializer, Immutable, Alias("sealed-text")]
[JsonConverter(typeof(SealedTextJson))]
public readonly record struct SealedText([property: Id(0)] string Ciphertext)
{
    public static readonly SealedText Cleared = new("");

    public bool IsCleared => string.IsNullOrEmpty(Ciphertext);

    /// <summary>Never the ciphertext: what is printed by accident must not be worth stealing.</summary>
    public override string ToString() => IsCleared ? "" : "•••";
}

public sealed class SealedTextJson : JsonConverter<SealedText>
{
    public override SealedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, SealedText value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Ciphertext);
}
