using Revitalization.Portal.OData.Apply;

namespace Revitalization.Portal.OData.Sql;

/// <summary>The first rows by a key as window functions: rows numbered in their order, and the sum up to each where a sum decides.</summary>
internal sealed class BestSql(StageSql stages, SqlParameters parameters)
{
    public Relation Write(Stage.Best best, Relation input) => best.Portion.Kind == PortionKind.Count ? Counted(best, input) : Summed(best, input);

    private Relation Counted(Stage.Best best, Relation input)
    {
        var (alias, outer, place) = (stages.Aliases.Next(), stages.Aliases.Next(), stages.Aliases.Next());
        var numbered = $"SELECT {alias}.*, row_number() OVER ({Within(best, input, alias)} ORDER BY {stages.OrderBy([best.By], input, alias)}) AS {place} FROM ({input.Sql}) {alias}";
        return input with { Sql = $"SELECT * FROM ({numbered}) {outer} WHERE {outer}.{place} <= {parameters.Add(best.Portion.Amount)}" };
    }

    private Relation Summed(Stage.Best best, Relation input)
    {
        var (alias, middle, outer) = (stages.Aliases.Next(), stages.Aliases.Next(), stages.Aliases.Next());
        var (place, sum, whole, last) = (stages.Aliases.Next(), stages.Aliases.Next(), stages.Aliases.Next(), stages.Aliases.Next());
        string Key() => stages.Write(best.By.Expression, input.Shape, alias);
        string Window() => $"{Within(best, input, alias)} ORDER BY {stages.OrderBy([best.By], input, alias)} ROWS UNBOUNDED PRECEDING";
        var summed = $"SELECT {alias}.*, row_number() OVER ({Window()}) AS {place}, SUM({Key()}) OVER ({Window()}) AS {sum}, SUM({Key()}) OVER ({Within(best, input, alias)}) AS {whole}"
            + $" FROM ({input.Sql}) {alias} WHERE {Key()} IS NOT NULL";
        var of = best.Portion.Kind == PortionKind.Percent ? $"{middle}.{whole}" : "1";
        var reached = $"reaches({middle}.{sum}, {parameters.Add(best.Portion.Factor)}, {parameters.Add(best.Portion.Amount)}, {of})";
        var ended = $"SELECT {middle}.*, MIN(CASE WHEN {reached} THEN {middle}.{place} END) OVER ({Within(best, input, middle)}) AS {last} FROM ({summed}) {middle}";
        return input with { Sql = $"SELECT * FROM ({ended}) {outer} WHERE {outer}.{last} IS NULL OR {outer}.{place} <= {outer}.{last}" };
    }

    private string Within(Stage.Best best, Relation input, string alias) =>
        best.Within.Count == 0 ? "" : "PARTITION BY " + string.Join(", ", best.Within.Select(key => stages.Write(key, input.Shape, alias)));
}
