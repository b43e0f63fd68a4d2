using Microsoft.Data.Sqlite;
using Revitalization.Portal.Cube.Conditions;

namespace Revitalization.Portal.Cube.Files;

/// <summary>Joins the members met in the rows with what the release's regions and indicators say of them.</summary>
internal static class DictionaryReader
{
    public static CubeDictionaries Read(
        SqliteConnection connection, int release, KnownTexts regions, KnownTexts periods, KnownTexts indicators, KnownTexts statuses, KnownTexts notes) => new(
        Joined("Regions", regions, Rows(connection, release, "SELECT code, code, name, level, parent_code FROM regions WHERE release = @release")),
        Members("Periods", periods),
        Joined("Indicators", indicators, Rows(
            connection, release, "SELECT code, code, name, unit, definition, method, source, additive, protected FROM indicators WHERE release = @release")),
        Members("Statuses", statuses),
        Members("Notes", notes));

    private static CubeDictionary Members(string dimension, KnownTexts met)
    {
        var order = InOrder(met);
        return Make(dimension, order.ConvertAll(number => (Cell[])[Cell.Of(met.Text(number)), Cell.Of(met.Said(number))]));
    }

    // Every row of the set, and every code in the figures: either may lack the other.
    private static CubeDictionary Joined(string dimension, KnownTexts met, Dictionary<string, Cell[]> known)
    {
        var columns = CubeDictionaries.ColumnsOf(dimension).Length;
        var said = InOrder(met).ToDictionary(met.Text, met.Said, StringComparer.Ordinal);
        var keys = said.Keys.Union(known.Keys, StringComparer.Ordinal).ToList();
        keys.Sort(TextOrder.Comparer);
        var own = dimension == "Regions" ? new[] { "RegionCode", "RegionLevel" } : ["IndicatorCode"];
        return Make(dimension, keys.ConvertAll(key =>
        {
            Cell[] ours = own.Length == 2 ? [Cell.Of(key), Cell.Of(said.GetValueOrDefault(key, ""))] : [Cell.Of(key)];
            return (Cell[])[.. ours, .. known.GetValueOrDefault(key) ?? new Cell[columns - own.Length]];
        }));
    }

    private static CubeDictionary Make(string dimension, List<Cell[]> members) => new(
        [.. CubeDictionaries.ColumnsOf(dimension).Select((name, at) => (name, members.Select(member => member[at]).ToArray()))]);

    private static List<int> InOrder(KnownTexts met) => [.. Enumerable.Range(0, met.Count).OrderBy(met.Text, TextOrder.Comparer)];

    /// <returns>By the first column, the rest of each row.</returns>
    private static Dictionary<string, Cell[]> Rows(SqliteConnection connection, int release, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@release", release);
        using var rows = command.ExecuteReader();
        var found = new Dictionary<string, Cell[]>(StringComparer.Ordinal);
        while (rows.Read())
        {
            found[rows.GetString(0)] = [.. Enumerable.Range(1, rows.FieldCount - 1).Select(at => Cell.From(rows.IsDBNull(at) ? null : rows.GetValue(at)))];
        }
        return found;
    }
}
