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
        if (search.Set != Disclosure.Observations)
            return $"({scope.Column(Paths.It, "Code")} IN {Codes(search.Set, search.Term, parameters)})";
        return $"({scope.Column(Paths.It, "RegionCode")} IN {Codes(Disclosure.Regions, search.Term, parameters)}"
            + $" OR {scope.Column(Paths.It, "IndicatorCode")} IN {Codes(Disclosure.Indicators, search.Term, parameters)})";
    }

    private static string Codes(SetModel set, string term, SqlParameters parameters)
    {
        var text = set == Disclosure.Indicators ? "name || char(10) || definition" : "name";
        var found = $"instr(text_lower({text}), {parameters.Add(term.ToLowerInvariant())}) > 0";
        var grams = Bigrams.Of(term).Take(MostGrams).Select(gram =>
            $" AND code IN (SELECT code FROM grams WHERE release = @release AND set_name = {parameters.Add(set.Name)} AND gram = {parameters.Add(gram)})");
        return $"(SELECT code FROM {set.Table} WHERE release = @release{string.Concat(grams)} AND {found})";
    }
}
