using System.Globalization;
using Revitalization.Contracts.Projects;
using Revitalization.Silo.Funds;

namespace Revitalization.Silo.Projects.Trace;

/// <summary>Nodes and links as they are found; each node once, links between the same two as one sum.</summary>
internal sealed class TraceDrawing
{
    private readonly Dictionary<string, TraceNode> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string From, string To), long> _links = [];

    public MoneyTrace Drawn => new([.. _nodes.Values], [.. _links.Where(link => link.Value > 0).Select(link => new TraceLink(link.Key.From, link.Key.To, link.Value))]);

    public string Node(string id, string kind, string name, long fen, int households = 0)
    {
        _nodes[id] = _nodes.TryGetValue(id, out var known) ? known with { Fen = known.Fen + fen, Households = known.Households + households } : new(id, kind, name, fen, households);
        return id;
    }

    public void Link(string from, string to, long fen) => _links[(from, to)] = _links.GetValueOrDefault((from, to)) + fen;

    public string Fund(string fund, long fen, string kind = "fund") => Node($"fund/{fund}", kind, NameOf(fund), fen);

    /// <summary>Where a fund's money is from: a report, a budget document, or income of an asset.</summary>
    public string Origin(TraceMoney money) => money switch
    {
        { Report: { } report } => Node($"report/{report}", "origin", money.Title ?? report, money.Fen),
        _ when money.Origin.Split('/') is ["asset", var asset, ..] => Node($"asset/{asset}", "asset", $"资产收益 {asset}", money.Fen),
        _ => Node(money.Origin, "origin", $"指标文件 {money.Origin[(money.Origin.IndexOf('/', StringComparison.Ordinal) + 1)..]}", money.Fen),
    };

    private static string NameOf(string fund) =>
        FundKeys.Read(fund) is { } key ? string.Create(CultureInfo.InvariantCulture, $"{key.Year}年{FundNames.Of(key.Source)}") : fund;
}
