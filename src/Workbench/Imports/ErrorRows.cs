using System.Text;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Imports;

/// <summary>The beginning of an error file (错误文件), enough to see what is wrong; the file itself has all of it.</summary>
public sealed record ErrorRows(IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows, bool More)
{
    private const int MostRows = 100, MostCharacters = 64 * 1024;

    public static readonly ErrorRows None = new([], [], false);

    internal static async Task<ErrorRows> Read(SiloClient silo, string address, CancellationToken cancellation)
    {
        using var response = await silo.Download(address, cancellation);
        if (!response.IsSuccessStatusCode) return None;
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellation), Encoding.UTF8);
        var buffer = new char[MostCharacters];
        var read = await reader.ReadBlockAsync(buffer, cancellation);
        return Parse(buffer.AsSpan(0, read), more: read == MostCharacters);
    }

    public static ErrorRows Parse(ReadOnlySpan<char> text, bool more)
    {
        var rows = Records(text, more);
        if (rows.Count == 0) return None;
        return new(rows[0], [.. rows.Skip(1).Take(MostRows)], more || rows.Count > MostRows + 1);
    }

    // RFC 4180. A last record that the cut went through is left out.
    private static List<List<string>> Records(ReadOnlySpan<char> text, bool cut)
    {
        var records = new List<List<string>>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (quoted && letter == '"' && at + 1 < text.Length && text[at + 1] == '"') { cell.Append('"'); at++; }
            else if (letter == '"') quoted = !quoted;
            else if (letter == ',' && !quoted) EndCell(cells, cell);
            else if (letter == '\n' && !quoted) { EndCell(cells, cell); records.Add(cells); cells = []; }
            else if (letter is not ('\r' or '\uFEFF') || quoted) cell.Append(letter);
        }

        if (!cut && (cells.Count > 0 || cell.Length > 0)) { EndCell(cells, cell); records.Add(cells); }
        return records;
    }

    private static void EndCell(List<string> cells, StringBuilder cell)
    {
        cells.Add(cell.ToString());
        cell.Clear();
    }
}
