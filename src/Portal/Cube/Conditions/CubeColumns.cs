using Revitalization.Portal.Cube.Files;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;

namespace Revitalization.Portal.Cube.Conditions;

/// <summary>One row of a cube by its numbers; what only looks at a dimension leaves the others 0.</summary>
internal readonly record struct CubeCell(int Region, int Period, int Indicator, int Row);

/// <summary>What a reading needs to know of a row.</summary>
[Flags]
internal enum Touched
{
    None = 0,
    Region = 1,
    Period = 2,
    Indicator = 4,
    Status = 8,

    /// <summary>The value or the note, which each row has of its own.</summary>
    Row = 16,
}

/// <summary>The columns of Observations, and those that its navigations lead to, as readings of a cube's row.</summary>
internal sealed class CubeColumns(CubeFile file, IReadOnlyList<Property> properties)
{
    public CubeFile File { get; } = file;

    public IReadOnlyList<Property> Properties { get; } = properties;

    /// <summary>Null where the column was never taught to the cube.</summary>
    public Func<CubeCell, Cell>? Read(Expression expression) => expression switch
    {
        ColumnExpression { Range: Paths.It } column => Read(column.Path),
        NavigationExpression { Range: Paths.It, Hops: var hops } navigation => Navigate(hops, navigation.Property.Name),
        SearchExpression search => Search(search.Term.ToLowerInvariant()),
        _ => null,
    };

    /// <summary>Null where the expression, or a part of it, was never taught to the cube.</summary>
    public Func<CubeCell, Cell>? Compile(Expression expression) => CellExpressions.Compile(expression, Read);

    public static Touched TouchedBy(Expression expression) => expression switch
    {
        LiteralExpression => Touched.None,
        ColumnExpression column => TouchedBy(column.Path),
        NavigationExpression { Hops: [var first, ..] } => first.Name == "Region" ? Touched.Region : Touched.Indicator,
        UnaryExpression unary => TouchedBy(unary.Operand),
        BinaryExpression binary => TouchedBy(binary.Left) | TouchedBy(binary.Right),
        CallExpression call => call.Arguments.Aggregate(Touched.None, (all, one) => all | TouchedBy(one)),
        InExpression among => TouchedBy(among.Operand),
        SearchExpression => Touched.Region | Touched.Indicator,
        _ => Touched.Row,
    };

    /// <summary>The dictionary of the one dimension touched; null for none or several.</summary>
    public CubeDictionary? DictionaryOf(Touched touched) => touched switch
    {
        Touched.Region => File.Dictionaries.Regions,
        Touched.Period => File.Dictionaries.Periods,
        Touched.Indicator => File.Dictionaries.Indicators,
        Touched.Status => File.Dictionaries.Statuses,
        _ => null,
    };

    private static Touched TouchedBy(string path) => path switch
    {
        "RegionCode" or "RegionLevel" => Touched.Region,
        "Period" or "PeriodKind" => Touched.Period,
        "IndicatorCode" => Touched.Indicator,
        "Status" => Touched.Status,
        "Release" => Touched.None,
        _ => Touched.Row,
    };

    private Func<CubeCell, Cell>? Read(string path)
    {
        var dictionary = DictionaryOf(TouchedBy(path));
        var cells = dictionary?.Column(path);
        return TouchedBy(path) switch
        {
            Touched.Region => at => cells![at.Region],
            Touched.Period => at => cells![at.Period],
            Touched.Indicator => at => cells![at.Indicator],
            Touched.Status => at => cells![File.Statuses[at.Row]],
            Touched.None => _ => Cell.Of((long)File.Header.Release),
            _ => path switch
            {
                "Value" => at => File.Values[at.Row] is var value && value == CubeFile.Missing ? Cell.Null : Cell.Of(value),
                "Note" => at => File.NoteOf(at.Row) is var note && note < 0 ? Cell.Null : Cell.Of(File.Dictionaries.Notes.Keys[note]),
                _ => null,
            },
        };
    }

    private Func<CubeCell, Cell>? Navigate(IReadOnlyList<Navigation> hops, string property)
    {
        if (hops[0].Name == "Indicator" && hops.Count == 1)
        {
            var column = File.Dictionaries.Indicators.Column("Indicator/" + property);
            return column is null ? null : at => column[at.Indicator];
        }
        var regions = File.Dictionaries.Regions;
        if (hops[0].Name != "Region" || hops.Skip(1).Any(hop => hop.Name != "Parent") || regions.Column("Region/" + property) is not { } cells) return null;
        var parents = regions.Column("Region/ParentCode")!;
        return at =>
        {
            var region = at.Region;
            for (var hop = 1; hop < hops.Count && region >= 0; hop++) region = parents[region].Text is { } parent ? regions.Find(parent) : -1;
            return region < 0 ? Cell.Null : cells[region];
        };
    }

    // As SearchSql: by the region's name, or by the indicator's name and definition.
    private Func<CubeCell, Cell> Search(string term)
    {
        var regions = Found(File.Dictionaries.Regions.Column("Region/Name")!, null, term);
        var indicators = Found(File.Dictionaries.Indicators.Column("Indicator/Name")!, File.Dictionaries.Indicators.Column("Indicator/Definition"), term);
        return at => Cell.Of(regions[at.Region] || indicators[at.Indicator]);
    }

    private static bool[] Found(Cell[] names, Cell[]? definitions, string term) => [.. names.Select((name, at) =>
        name.Text is { } text && (definitions is null ? text : $"{text}\n{definitions[at].Text}").ToLowerInvariant().Contains(term, StringComparison.Ordinal))];
}
