using System.Text.Json;
using System.Text.Json.Nodes;
using Revitalization.Contracts.Households;
using Revitalization.Domain.Calendar;
using Revitalization.Silo.Privacy;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Households;

/// <summary>Events as histories and auditors see them: every sealed value, hash and person id is <c>***</c>.</summary>
public static class MaskedEvents
{
    private static readonly HashSet<string> s_hidden = new(StringComparer.Ordinal)
    {
        PersonFields.Name, PersonFields.NationalId, PersonFields.Phone, PersonFields.BirthDate, PersonFields.BankAccount,
        PersonFields.Health, PersonFields.Text, "person", "hash",
    };

    /// <summary>A village's, partner's or project's name is no person's, nor is a stated figure's or a document's, which holds no personal number.</summary>
    private static readonly string[] s_public = ["village/", "partnership/", "aid-report/", "aid-check/", "fund/", "project/", "claim/", "document/", "asset/"];

    public static HistoryEntry Entry(StoredEvent stored)
    {
        var data = JsonNode.Parse(stored.Data.Span)!.AsObject();
        if (!s_public.Any(prefix => stored.Stream.StartsWith(prefix, StringComparison.Ordinal))) Hide(data);
        return new(
            stored.Seq, stored.Stream, stored.Version, stored.Type, EventTitles.Of(stored.Type), Day(data),
            stored.At.ToOffset(ChinaCalendar.Offset), stored.Actor, stored.CommandId, JsonSerializer.SerializeToElement(data));
    }

    private static DateOnly? Day(JsonObject data) =>
        (data["on"] ?? data["from"]) is JsonValue value && value.TryGetValue<string>(out var text) && DateOnly.TryParse(
            text, System.Globalization.CultureInfo.InvariantCulture, out var day) ? day : null;

    private static void Hide(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array) Hide(item);
        }
        if (node is not JsonObject fields) return;
        foreach (var (name, value) in fields.ToList())
        {
            if (s_hidden.Contains(name) && value is JsonValue) fields[name] = "***";
            else Hide(value);
        }
    }
}
