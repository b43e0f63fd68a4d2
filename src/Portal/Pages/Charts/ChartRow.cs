namespace Revitalization.Portal.Pages.Charts;

/// <summary>One bar: its label, where it leads, and its parts in the order of the chart's series.</summary>
/// <param name="Parts">Null where suppressed or not known: drawn as nothing, written as a star in the table.</param>
public sealed record ChartRow(string Label, string? Address, IReadOnlyList<decimal?> Parts)
{
    public decimal Sum => Parts.Sum(part => part is > 0 ? part.Value : 0);

    public bool Complete => Parts.All(part => part is not null);
}

/// <summary>Where a part of a bar is drawn, in percent of the chart's width.</summary>
public readonly record struct Segment(int Series, decimal Value, string X, string Width, string Middle, bool Wide)
{
    private const decimal WideShare = 13m;

    public static IEnumerable<Segment> Of(ChartRow row, decimal scale)
    {
        var from = 0m;
        for (var series = 0; series < row.Parts.Count; series++)
        {
            if (row.Parts[series] is not > 0 || scale <= 0) continue;
            var value = row.Parts[series]!.Value;
            var width = value / scale * 100m;
            yield return new Segment(series, value, Percent(from), Percent(width), Percent(from + (width / 2)), width >= WideShare);
            from += width;
        }
    }

    public static string Percent(decimal share) => decimal.Round(share, 3).ToString(System.Globalization.CultureInfo.InvariantCulture) + "%";
}
