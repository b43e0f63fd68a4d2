namespace Revitalization.Domain.Documents;

/// <summary>Sentences and paragraphs as stretches of a traced text, so that what is found keeps its place.</summary>
internal static class TextStretches
{
    public static IEnumerable<(int From, int To)> Paragraphs(string text) => Split(text, static letter => letter == '\n');

    public static IEnumerable<(int From, int To)> Sentences(string text) => Split(text, static letter => letter is '\n' or '。' or ';' or '!');

    private static IEnumerable<(int From, int To)> Split(string text, Func<char, bool> ends)
    {
        var from = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && !ends(text[at])) continue;
            if (at > from) yield return (from, at);
            from = at + 1;
        }
    }
}
