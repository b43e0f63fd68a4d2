using Revitalization.Portal.Cube.Conditions;
using Revitalization.Portal.OData.Apply;

namespace Revitalization.Portal.Cube.Tables;

/// <summary>The first rows of a small result by a key, of all its rows or of each group.</summary>
internal static class BestRows
{
    /// <summary>Null where the cube was not taught an expression, or where a sum is too large: SQL says so.</summary>
    public static CellTable? Of(CellTable table, Stage.Best best)
    {
        if (table.Compile(best.By.Expression) is not { } by || table.InOrder([best.By]) is not { } ordered) return null;
        var within = best.Within.Select(table.Compile).ToArray();
        if (within.Any(key => key is null)) return null;
        var kept = new List<TableRow>();
        foreach (var group in ordered.Rows.GroupBy(row => string.Join('\n', within.Select(key => Name(key!(row)))), StringComparer.Ordinal))
        {
            if (!Take([.. group], by, best.Portion, kept)) return null;
        }
        return table with { Rows = kept, IsOrdered = false };
    }

    private static bool Take(List<TableRow> rows, Func<TableRow, Cell> by, Portion portion, List<TableRow> kept)
    {
        if (portion.Kind == PortionKind.Count)
        {
            kept.AddRange(rows.Take((int)Math.Min(portion.Amount, int.MaxValue)));
            return true;
        }
        var valued = rows.Where(row => by(row).HasValue).ToList();
        var whole = valued.Aggregate(Int128.Zero, (sum, row) => sum + by(row).Number);
        if (!Fits(whole)) return false;
        var sum = Int128.Zero;
        foreach (var row in valued)
        {
            kept.Add(row);
            sum += by(row).Number;
            if (!Fits(sum)) return false;
            if (portion.Reached((long)sum, (long)whole)) break;
        }
        return true;
    }

    private static bool Fits(Int128 sum) => sum >= long.MinValue && sum <= long.MaxValue;

    private static string Name(Cell cell) => !cell.HasValue ? "-" : cell.Text is { } text ? $"{text.Length}:{text}" : $"#{cell.Number};";
}
