using Revitalization.Portal.Documents;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.OData.Sql;

/// <summary>A search term by the bigram index, then by the text itself. Observations are found by their region's or indicator's name.</summary>
internal static class SearchSql
{
    private const int MostGrams = 6;

    public static string Write(SearchExpression search, SqlScope scope, SqlParameters parameters)
    {
        if (Disclosure.OfAid.Contains(search.Set)) return Plain(search, scope, parameters);
        if (search.Set == DocumentSets.Documents) return Documents(search, scope, parameters);
        if (search.Set != Disclosure.Observations)
            return $"({scope.Column(Paths.It, "Code")} IN {Codes(search.Set, search.Term, parameters)})";
        return $"({scope.Column(Paths.It, "RegionCode")} IN {Codes(Disclosure.Regions, search.Term, parameters)}"
            + $" OR {scope.Column(Paths.It, "IndicatorCode")} IN {Codes(Disclosure.Indicators, search.Term, parameters)})";
    }

    // A document's text never differs between its rows, so that its id is enough.
    private static string Documents(SearchExpression search, SqlScope scope, SqlParameters parameters)
    {
        var term = search.Term.ToLowerInvariant();
        var index = DocumentGrams.Phrases(term) is { } phrases
            ? $"key IN (SELECT rowid FROM document_grams WHERE document_grams MATCH {parameters.Add(phrases)}) AND " : "";
        return $"({scope.Column(Paths.It, "Id")} IN (SELECT id FROM documents WHERE {index}instr(text_lower({search.Set.Searched}), {parameters.Add(term)}) > 0))";
    }

    // Hundreds of rows, not millions: read through, without an index of their own.
    private static string Plain(SearchExpression search, SqlScope scope, SqlParameters parameters)
    {
        var key = search.Set.Find(search.Set.Key[0])!;
        return $"({scope.Column(Paths.It, key.Name)} IN (SELECT {key.Column} FROM {search.Set.Table} WHERE release = @release"
            + $" AND instr(text_lower({search.Set.Searched}), {parameters.Add(search.Term.ToLowerInvariant())}) > 0))";
    }

    private static string Codes(SetModel set, string term, SqlParameters parameters)
    {
        var found = $"instr(text_lower({set.Searched}), {parameters.Add(term.ToLowerInvariant())}) > 0";
        var grams = Bigrams.Of(term).Take(MostGrams).Select(gram =>
            $" AND code IN (SELECT code FROM grams WHERE release = @release AND set_name = {parameters.Add(set.Name)} AND gram = {parameters.Add(gram)})");
        return $"(SELECT code FROM {set.Table} WHERE release = @release{string.Concat(grams)} AND {found})";
    }
}
