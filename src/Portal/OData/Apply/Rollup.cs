using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.OData.Apply;

/// <summary>
/// <c>rollup(Level,Code)</c> among the columns of a groupby: the groups of all of them, then of ever fewer from the left, and with
/// <c>$all</c> in front of none. Each is a groupby of its own, one after the other, so the guard looks at each.
/// </summary>
internal static class Rollup
{
    private const string Word = "rollup(";
    private const int MostLevels = 7;

    /// <summary>The columns of each groupby; one only where nothing is rolled up.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Levels(IReadOnlyList<string> keys)
    {
        var rollups = keys.Where(key => key.StartsWith(Word, StringComparison.Ordinal)).ToList();
        if (rollups.Count == 0) return [keys];
        if (rollups.Count > 1) throw NotOffered.Rollups.Fault("一个 groupby 里的几个 rollup");
        if (!rollups[0].EndsWith(')')) throw QueryFaultException.Bad("rollup 的括号不成对。");
        var columns = TextSplitter.Split(rollups[0][Word.Length..^1], ',').Select(column => column.Trim()).ToList();
        var all = columns[0] == "$all";
        if (all) columns.RemoveAt(0);
        if (columns.Count is 0 or > MostLevels) throw QueryFaultException.Bad($"rollup 要有 1 到 {MostLevels} 列。");
        return [.. Enumerable.Range(0, columns.Count + (all ? 1 : 0)).Select(dropped => Columns(keys, rollups[0], columns[..^dropped]))];
    }

    private static List<string> Columns(IReadOnlyList<string> keys, string rollup, List<string> columns) =>
        [.. keys.SelectMany(key => key == rollup ? columns : (IEnumerable<string>)[key])];
}
