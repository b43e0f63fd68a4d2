using System.Globalization;
using System.Text.Json;

namespace Revitalization.Contracts.Releases;

/// <summary>Reads the lines of documents back; null where the set is another.</summary>
internal static class DocumentRowReader
{
    public static PublicDocument? Read(string set, JsonElement row) => set != PublicSets.Documents ? null : new(
        Text(row, "Id"), Text(row, "IndexNumber"), Text(row, "Title"), Optional(row, "DocumentNumber"), Text(row, "Issuer"), Text(row, "RegionCode"),
        Text(row, "Topic"), Text(row, "Genre"), Day(row, "MadeOn"), Day(row, "PublishedOn") ?? throw new JsonException("PublishedOn is null."),
        Text(row, "Validity"), Text(row, "Summary"), Text(row, "Body"), Text(row, "BodySha256"), Int(row, "MainStart"), Int(row, "MainLength"),
        Day(row, "EndedOn"), Optional(row, "SuccessorId"), Optional(row, "EndReason"),
        [.. row.GetProperty("Sections").EnumerateArray().Select(section => new PublicSection(
            Int(section, "Level"), Text(section, "Number"), Text(section, "Heading"), Int(section, "Start")))],
        [.. row.GetProperty("Attachments").EnumerateArray().Select(file => new PublicAttachment(
            Text(file, "Name"), Text(file, "MediaType"), long.Parse(Text(file, "Length"), NumberStyles.None, CultureInfo.InvariantCulture), Text(file, "Sha256")))]);

    private static string Text(JsonElement row, string name) => Optional(row, name) ?? throw new JsonException($"{name} is null.");

    private static string? Optional(JsonElement row, string name) => row.GetProperty(name).GetString();

    private static int Int(JsonElement row, string name) => row.GetProperty(name).GetInt32();

    private static DateOnly? Day(JsonElement row, string name) =>
        Optional(row, name) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
