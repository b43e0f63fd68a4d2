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
        if (search.Set != Disclosure.Observations)
            return $"({scope.Column(Paths.It, "Code")} IN {Codes(search.Set, search.Term, parameters)})";
        return $"({scope.Column(Paths.It, "RegionCode")} IN {Codes(Disclosure.Regions, search.Term, parameters)}"
            + $" OR {scope.Column(Paths.It, "IndicatorCode")} IN {Codes(Disclosure.Indicators, search.Term, parameters)})";
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
