namespace Revitalization.Portal.OData.Requests;

/// <summary>Splits OData text where a separator stands outside quotes and parentheses.</summary>
internal static class TextSplitter
{
    private const int DeepestParentheses = 60;

    /// <exception cref="QueryFaultException">Quotes or parentheses do not pair, or nest too deep.</exception>
    public static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var start = 0;
        Scan(text, (c, at, depth) =>
        {
            if (c != separator || depth != 0) return;
            parts.Add(text[start..at]);
            start = at + 1;
        });
        parts.Add(text[start..]);
        return parts;
    }

    /// <summary>Where a word stands by itself (spaces around it) outside quotes and parentheses, the last time; −1 if nowhere.</summary>
    public static int LastWord(string text, string word)
    {
        var found = -1;
        Scan(text, (_, at, depth) =>
        {
            if (depth == 0 && IsWord(text, at, word)) found = at;
        });
        return found;
    }

    public static void CheckPairs(string text) => Scan(text, (_, _, _) => { });

    private static void Scan(string text, Action<char, int, int> visit)
    {
        var (depth, quoted) = (0, false);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '\'') quoted = !quoted; // A doubled quote closes and opens again.
            if (quoted) continue;
            if (c == ')' && --depth < 0) throw QueryFaultException.Bad("括号不成对。");
            visit(c, at, depth);
            if (c == '(' && ++depth > DeepestParentheses) throw QueryFaultException.Bad("括号嵌套太深。");
        }
        if (quoted || depth != 0) throw QueryFaultException.Bad("引号或括号不成对。");
    }

    private static bool IsWord(string text, int at, string word) =>
        string.CompareOrdinal(text, at, word, 0, word.Length) == 0
        && at > 0 && text[at - 1] == ' '
        && at + word.Length < text.Length && text[at + word.Length] == ' ';
}
