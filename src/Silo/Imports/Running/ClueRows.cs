using System.Security.Cryptography;
using System.Text;
using Revitalization.Contracts.Monitoring;
using Revitalization.Silo.Imports.Columns;

namespace Revitalization.Silo.Imports.Running;

/// <summary>A clue's row (线索). Departments rarely number theirs: such a row is known by its origin, kind and
/// day, in whichever sheet it comes.</summary>
internal static class ClueRows
{
    private static readonly string[] s_content = ["origin", "risk", "effectiveOn"];

    public static ClueBody Body(BoundRow row) => new(row.Day("effectiveOn"), row.Text("origin"), row.Text("risk"), row.Find("note"));

    // Without the note: an id stands in addresses and logs, and a hash of few words can be guessed.
    public static string IdOf(BoundRow row)
    {
        if (row.Find("clue") is { } stated) return stated;
        var content = Encoding.UTF8.GetBytes(string.Join('\u001f', s_content.Select(row.Find)));
        return $"r-{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8))}";
    }
}
