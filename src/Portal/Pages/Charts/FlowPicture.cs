using System.Globalization;

namespace Revitalization.Portal.Pages.Charts;

/// <summary>Money between two neighbouring columns of a flow picture; ends are named by key, labelled by name.</summary>
public sealed record FlowLink(string From, string To, long Fen, int Series);

/// <param name="Column">0 the leftmost.</param>
public sealed record FlowNode(string Key, int Column, string Name, long Fen);

/// <summary>Where a node is drawn: <c>Top</c> of its bar in pixels; its label stands above.</summary>
public sealed record DrawnNode(FlowNode Node, decimal Top, decimal Height);

/// <param name="Path">In percent of the width and pixels of height.</param>
public sealed record DrawnLink(string Path, int Series, string Title);

/// <summary>
/// A Sankey diagram (资金流向图), laid out here: bars as high as their money, bands between them as wide as theirs. Widths are percentages, so
/// it fits a phone and a sheet of paper alike.
/// </summary>
public sealed class FlowPicture
{
    private const decimal Bars = 320m, Label = 40m, Gap = 8m, Thinnest = 2m, BarWidth = 2m;
    private readonly Dictionary<string, DrawnNode> _at;

    public FlowPicture(IReadOnlyList<FlowNode> nodes, IReadOnlyList<FlowLink> links)
    {
        Columns = nodes.Count == 0 ? 0 : nodes.Max(node => node.Column) + 1;
        var largest = nodes.GroupBy(node => node.Column).Select(column => column.Sum(node => node.Fen)).DefaultIfEmpty(0).Max();
        Scale = largest > 0 ? Bars / largest : 0;
        Nodes = [.. nodes.GroupBy(node => node.Column).SelectMany(Placed)];
        _at = Nodes.ToDictionary(drawn => drawn.Node.Key, StringComparer.Ordinal);
        Links = [.. Drawn(links)];
    }

    public int Columns { get; }

    public IReadOnlyList<DrawnNode> Nodes { get; }

    public IReadOnlyList<DrawnLink> Links { get; }

    public int Height => Nodes.Count == 0 ? 0 : (int)decimal.Ceiling(Nodes.Max(drawn => drawn.Top + drawn.Height) + Gap);

    private decimal Scale { get; }

    /// <summary>Left edge of a column's bars, in percent.</summary>
    public decimal Left(int column) => Columns < 2 ? 0 : column * (100m - BarWidth) / (Columns - 1);

    private List<DrawnNode> Placed(IEnumerable<FlowNode> column)
    {
        var (placed, top) = (new List<DrawnNode>(), 0m);
        foreach (var node in column)
        {
            top += Label;
            var height = Math.Max(node.Fen * Scale, Thinnest);
            placed.Add(new(node, top, height));
            top += height + Gap;
        }
        return placed;
    }

    private IEnumerable<DrawnLink> Drawn(IReadOnlyList<FlowLink> links)
    {
        var (leaving, entering) = (new Dictionary<string, decimal>(StringComparer.Ordinal), new Dictionary<string, decimal>(StringComparer.Ordinal));
        foreach (var link in links)
        {
            var (from, to) = (_at[link.From], _at[link.To]);
            var width = Math.Max(link.Fen * Scale, 1m);
            var start = from.Top + leaving.GetValueOrDefault(link.From);
            var end = to.Top + entering.GetValueOrDefault(link.To);
            leaving[link.From] = leaving.GetValueOrDefault(link.From) + width;
            entering[link.To] = entering.GetValueOrDefault(link.To) + width;
            yield return new(Band(Left(from.Node.Column) + BarWidth, start, Left(to.Node.Column), end, width), link.Series, $"{from.Node.Name} → {to.Node.Name}");
        }
    }

    private static string Band(decimal x1, decimal y1, decimal x2, decimal y2, decimal width)
    {
        var middle = (x1 + x2) / 2;
        return string.Create(CultureInfo.InvariantCulture,
            $"M{x1:0.##} {y1:0.##}C{middle:0.##} {y1:0.##} {middle:0.##} {y2:0.##} {x2:0.##} {y2:0.##}V{y2 + width:0.##}C{middle:0.##} {y2 + width:0.##} {middle:0.##} {y1 + width:0.##} {x1:0.##} {y1 + width:0.##}Z");
    }
}
