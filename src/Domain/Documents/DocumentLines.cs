using Revitalization.Domain.Text;

namespace Revitalization.Domain.Documents;

/// <summary>One line that is not blank, trimmed.</summary>
/// <param name="Number">Counted from one, blank lines too.</param>
/// <param name="Start">In the traced text.</param>
internal readonly record struct DocumentLine(int Number, string Text, int Start)
{
    public int End => Start + Text.Length;
}

/// <summary>A text's lines, with the question marks taken off that converters write for spaces they could not.</summary>
internal static class DocumentLines
{
    public static List<DocumentLine> Of(TracedText text)
    {
        var (lines, number, from) = (new List<DocumentLine>(), 1, 0);
        while (from <= text.Value.Length)
        {
            var end = text.Value.IndexOf('\n', from);
            if (end < 0) end = text.Value.Length;
            if (Trimmed(text.Value, from, end, number) is { Text.Length: > 0 } line) lines.Add(line);
            (from, number) = (end + 1, number + 1);
        }
        return lines;
    }

    private static DocumentLine Trimmed(string text, int from, int end, int number)
    {
        while (from < end && text[from] is ' ' or '\t' or '?') from++;
        while (end > from && text[end - 1] is ' ' or '\t') end--;
        while (end - from > 1 && text[end - 1] == '?' && text[end - 2] == '?') end--;
        return new(number, text[from..Math.Max(from, end)], from);
    }
}
