using System.Globalization;
using Spectre.Console;

namespace Revitalization.Bench.Harness;

/// <summary>The table at the end, and the same as lines of a file for those who compare runs.</summary>
public static class Table
{
    private static readonly string[] Headings = ["section", "database", "what", "figure", "unit", "limit", "share", "target"];

    public static void Print(IReadOnlyList<Figure> figures)
    {
        var table = new Spectre.Console.Table().Border(TableBorder.Markdown);
        foreach (var heading in Headings) table.AddColumn(heading);
        foreach (var figure in figures) table.AddRow(Array.ConvertAll(Cells(figure), Markup.Escape));
        AnsiConsole.Profile.Width = 200;
        AnsiConsole.Write(table);
    }

    private static string[] Cells(Figure figure) =>
    [
        figure.Section, figure.Database, figure.What, Number(figure.Value), figure.Unit,
        figure.Limit is { } limit ? Number(limit) : "", figure.Share, figure.Target,
    ];

    public static string Number(double value) => value.ToString(value < 10 ? "N2" : "N0", CultureInfo.InvariantCulture);
}
