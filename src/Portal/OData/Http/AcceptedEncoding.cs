using Microsoft.Net.Http.Headers;

namespace Revitalization.Portal.OData.Http;

/// <summary>Which of our encodings a caller likes best (<c>Accept-Encoding</c>).</summary>
internal static class AcceptedEncoding
{
    /// <summary>As callers name them, the best first, and the ending of their files.</summary>
    public static readonly IReadOnlyList<(string Encoding, string Ending)> All = [("br", ".br"), ("gzip", ".gz")];

    // Callers of one kind all say the same.
    private static Choice s_last = new("", null);

    /// <returns>Null: as it is.</returns>
    public static string? Of(HttpRequest request)
    {
        var stated = request.Headers.AcceptEncoding;
        if (stated.Count == 0) return null;
        var (text, last) = (stated.ToString(), Volatile.Read(ref s_last));
        if (last.Stated == text) return last.Encoding;
        var chosen = Choose(StringWithQualityHeaderValue.TryParseList(stated!, out var accepted) ? accepted : []);
        Volatile.Write(ref s_last, new(text, chosen));
        return chosen;
    }

    private static string? Choose(IList<StringWithQualityHeaderValue> accepted) => All
        .Select(known => (known.Encoding, Quality: QualityOf(known.Encoding, accepted))).Where(known => known.Quality > 0)
        .OrderByDescending(known => known.Quality).Select(known => known.Encoding).FirstOrDefault();

    private static double QualityOf(string encoding, IList<StringWithQualityHeaderValue> accepted) =>
        (accepted.FirstOrDefault(one => one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase)) ?? accepted.FirstOrDefault(one => one.Value == "*")) is { } one
            ? one.Quality ?? 1
            : 0;

    private sealed record Choice(string Stated, string? Encoding);
}
