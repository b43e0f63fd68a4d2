using System.Text;

namespace Revitalization.Portal.Documents;

/// <summary>
/// Texts as FTS5 finds them: of each run of letters and digits every two neighbours, in order, so that a word is a phrase of them. A run of
/// one character stands for itself.
/// </summary>
internal static class DocumentGrams
{
    public const int TermsMost = 6, LettersMost = 60;

    public static string Of(params IEnumerable<string> texts)
    {
        var grams = new StringBuilder();
        foreach (var run in texts.SelectMany(Runs)) Append(grams, run);
        return grams.ToString();
    }

    /// <summary>A phrase for each run of the term; null where the index cannot help, and texts must be read.</summary>
    public static string? Phrases(string term)
    {
        var phrases = Runs(term).Where(run => run.Length > 1).Select(run =>
        {
            var grams = new StringBuilder();
            Append(grams, run);
            return $"\"{grams.ToString().TrimEnd()}\"";
        }).ToList();
        return phrases.Count == 0 ? null : string.Join(" AND ", phrases);
    }

    /// <summary>What a reader typed, as terms that must all be found.</summary>
    public static IReadOnlyList<string> Terms(string? typed) =>
        [.. (typed ?? "").ToLowerInvariant().Split([' ', '\u3000', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .Select(term => term.Length > LettersMost ? term[..LettersMost] : term).Distinct(StringComparer.Ordinal).Take(TermsMost)];

    private static void Append(StringBuilder grams, string run)
    {
        if (run.Length == 1) grams.Append(run).Append(' ');
        for (var at = 0; at + 1 < run.Length; at++) grams.Append(run, at, 2).Append(' ');
    }

    // Only characters that FTS5's own tokenizer keeps: whatever else is in a text parts its words.
    private static IEnumerable<string> Runs(string text)
    {
        var plain = text.ToLowerInvariant();
        var from = 0;
        for (var at = 0; at <= plain.Length; at++)
        {
            if (at < plain.Length && char.IsLetterOrDigit(plain[at])) continue;
            if (at > from) yield return plain[from..at];
            from = at + 1;
        }
    }
}
