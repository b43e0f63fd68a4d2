namespace Revitalization.Portal.Replica;

/// <summary>
/// Every two neighbouring characters of a text. FTS5's trigrams would miss two-character Chinese words (剑阁), which are most
/// of what people search for.
/// </summary>
internal static class Bigrams
{
    public static IEnumerable<string> Of(string text)
    {
        var plain = text.ToLowerInvariant();
        return Enumerable.Range(0, Math.Max(0, plain.Length - 1)).Select(at => plain.Substring(at, 2)).Distinct(StringComparer.Ordinal);
    }
}
