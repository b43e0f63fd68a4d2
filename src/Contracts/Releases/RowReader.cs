using System.Text.Json;

namespace Revitalization.Contracts.Releases;

/// <summary>Reads a line of <c>rows.jsonl</c> back. A line that is not what <see cref="RowLine"/> writes is a <see cref="JsonException"/>.</summary>
public static class RowReader
{
    /// <returns>A <see cref="RegionRow"/>, an <see cref="IndicatorRow"/>, an <see cref="ObservationRow"/>, one of aid's public records or a <see cref="PublicDocument"/>.</returns>
    public static object Read(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        using var document = JsonDocument.ParseValue(ref reader);
        if (reader.Read()) throw new JsonException("A line holds more than one value.");
        var row = document.RootElement;
        try
        {
            return Read(row);
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException("A row lacks a member or holds another type.", wrong);
        }
    }

    private static object Read(JsonElement row) => Text(row, "Set") switch
    {
        PublicSets.Regions => new RegionRow(Text(row, "Code"), Text(row, "Name"), Text(row, "Level"), Optional(row, "ParentCode")),
        PublicSets.Indicators => new IndicatorRow(
            Text(row, "Code"), Text(row, "Name"), Text(row, "Unit"), Text(row, "Definition"), Text(row, "Method"),
            Text(row, "Source"), Flag(row, "Additive"), Flag(row, "Protected"), Text(row, "Accumulation")),
        PublicSets.Observations => new ObservationRow(
            Text(row, "RegionCode"), Text(row, "Period"), Text(row, "IndicatorCode"), Text(row, "RegionLevel"),
            Text(row, "PeriodKind"), DecimalText.Read(Optional(row, "Value")), Text(row, "Status"), Optional(row, "Note"),
            row.GetProperty("Release").GetInt32()),
        PublicFreshness.Set => PublicFreshness.Read(row),
        var other => AidRowReader.Read(other, row) ?? DocumentRowReader.Read(other, row) ?? throw new JsonException($"There is no set {other}."),
    };

    private static string Text(JsonElement row, string name) =>
        Optional(row, name) ?? throw new JsonException($"{name} is null.");

    private static string? Optional(JsonElement row, string name) => row.GetProperty(name).GetString();

    private static bool Flag(JsonElement row, string name) => row.GetProperty(name).GetBoolean();
}
