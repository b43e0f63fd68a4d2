using Revitalization.Contracts.Releases;
using Revitalization.Portal.Pages.Charts;

namespace Revitalization.Portal.Pages.Aid;

/// <summary>From rows of money to the picture fund → field → project. The smallest projects stand together where there are many.</summary>
internal static class FlowDrawing
{
    private const int MostProjects = 12, Colours = 5;
    private const string Others = "project/others";

    public static FlowPicture Of(IReadOnlyList<PublicFlow> flows, IReadOnlyList<PublicProject> projects)
    {
        var shown = flows.GroupBy(flow => flow.ProjectId).OrderByDescending(project => project.Sum(flow => flow.AllocatedFen))
            .ThenBy(project => project.Key, StringComparer.Ordinal).Take(MostProjects).Select(project => project.Key).ToList();
        string Project(PublicFlow flow) => shown.Contains(flow.ProjectId) ? $"project/{flow.ProjectId}" : Others;
        string Fund(PublicFlow flow) => $"fund/{flow.FundId}";
        string Field(PublicFlow flow) => $"field/{flow.Field}";
        var moving = flows.Where(flow => flow.AllocatedFen > 0).ToList();
        var fields = AidWords.Fields.Append("Budget").ToList();
        var present = fields.Where(field => moving.Exists(flow => flow.Field == field)).ToList();
        int Series(PublicFlow flow) => (Math.Max(present.IndexOf(flow.Field), 0) % Colours) + 1;
        int Largest(string project) => present.IndexOf(moving.Where(flow => Project(flow) == project).MaxBy(flow => flow.AllocatedFen)!.Field);
        List<FlowNode> nodes =
        [
            .. Nodes(moving, 0, Fund, flow => AidWords.Source(flow.Source)),
            .. Nodes(moving, 1, Field, flow => AidWords.Field(flow.Field)).OrderBy(node => fields.IndexOf(node.Key[6..])),
            .. Nodes(moving, 2, Project, flow => shown.Contains(flow.ProjectId) ? projects.FirstOrDefault(one => one.Id == flow.ProjectId)?.Name ?? flow.ProjectId : "其他项目").OrderBy(node => Largest(node.Key)),
        ];
        var order = nodes.Select((node, at) => (node.Key, at)).ToDictionary(pair => pair.Key, pair => pair.at, StringComparer.Ordinal);
        List<FlowLink> links = [.. Links(moving, Fund, Field, Series), .. Links(moving, Field, Project, Series)];
        // Bands leave and enter in the order of what they lead to, so that few of them cross.
        return new(nodes, [.. links.OrderBy(link => order[link.From]).ThenBy(link => order[link.To])]);
    }

    private static IEnumerable<FlowNode> Nodes(List<PublicFlow> flows, int column, Func<PublicFlow, string> key, Func<PublicFlow, string> name) =>
        flows.GroupBy(key, StringComparer.Ordinal).Select(node => new FlowNode(node.Key, column, name(node.First()), node.Sum(flow => flow.AllocatedFen)))
            .OrderByDescending(node => node.Fen).ThenBy(node => node.Key, StringComparer.Ordinal);

    private static IEnumerable<FlowLink> Links(List<PublicFlow> flows, Func<PublicFlow, string> from, Func<PublicFlow, string> to, Func<PublicFlow, int> series) =>
        flows.GroupBy(flow => (From: from(flow), To: to(flow))).Select(link => new FlowLink(link.Key.From, link.Key.To, link.Sum(flow => flow.AllocatedFen), series(link.First())));
}
