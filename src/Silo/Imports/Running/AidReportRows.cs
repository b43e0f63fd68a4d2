using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Revitalization.Contracts.Aid;
using Revitalization.Silo.Imports.Columns;

namespace Revitalization.Silo.Imports.Running;

/// <summary>
/// A row of a partner's sheet as the report that the form would send (支援报告). Its id comes from the partner's own number, or from what the row
/// says: the same sheet sent again reports nothing twice.
/// </summary>
internal static class AidReportRows
{
    private const char Between = '\u001f';

    private static readonly string[] s_content =
        ["year", "field", "form", "title", "amount", "quantity", "unit", "deliveredOn", "recipient", "pairing", "invoices", "transfers", "evidence"];

    private static readonly char[] s_separators = ['、', ',', '，', ';', '；', ' ', '\u3000', '\n', '\r', '\t'];

    public static SupportBody Body(BoundRow row, DateOnly on) => new(
        on, int.TryParse(row.Text("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0, row.Text("field"), row.Text("form"), row.Text("title"),
        row.Fen("quantity") / 1000m, row.Find("unit") ?? "", row.Fen("amount"), row.Day("deliveredOn"), First(row.Text("recipient")),
        row.Find("pairing") is { } pairing ? First(pairing) : null,
        [.. List(row, "invoices").Select(number => new ReferenceBody("invoice", number)), .. List(row, "transfers").Select(number => new ReferenceBody("transfer", number))],
        List(row, "evidence"));

    public static string IdOf(string partnership, BoundRow row)
    {
        var known = row.Find("report") is { } number ? [number] : s_content.Select(row.Find);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(Between, [partnership, .. known])));
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80); // A name-made id (RFC 9562, version 8) never meets one that a form drew.
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString("D");
    }

    /// <summary>The sheet's field of a field that a report's refusal names.</summary>
    public static string FieldOf(string? refused) => refused switch
    {
        null or "on" => "",
        "id" => "report",
        "amountFen" => "amount",
        "references" => "transfers",
        _ => refused,
    };

    /// <summary>What a list offers to choose is a code and, after a space, its name.</summary>
    private static string First(string text) => text.Split(s_separators, 2)[0];

    private static string[] List(BoundRow row, string field) =>
        row.Find(field)?.Split(s_separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
