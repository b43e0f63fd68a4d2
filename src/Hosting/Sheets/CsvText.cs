namespace Revitalization.Hosting.Sheets;

/// <summary>Cells of a CSV that a spreadsheet will open.</summary>
public static class CsvText
{
    /// <summary>Quoted where it must be. A text that a spreadsheet would run as a formula is kept text by an apostrophe.</summary>
    public static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '@' or '\t' or '\r' || (text is ['-', ..] && !IsNumber(text)) ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny("\",\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static readonly System.Buffers.SearchValues<char> s_digits = System.Buffers.SearchValues.Create("0123456789.");

    private static bool IsNumber(string text) => text.Length > 1 && text.AsSpan(1).IndexOfAnyExcept(s_digits) < 0;
}
