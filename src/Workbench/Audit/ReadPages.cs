using Revitalization.Contracts.Audit;
using Revitalization.Contracts.Commands;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Audit;

/// <param name="Next">Address of the next page; null on the last.</param>
public sealed record ReadListView(FormView Form, Page<AuditReadView> Reads, string? Next);

/// <summary>Who read whose record (查阅记录), for the county's officer and the audit administrator.</summary>
internal static class ReadPages
{
    private static readonly string[] Filters = ["region", "household", "account", "from", "until"];

    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/reads", Show);

    private static async Task<IResult> Show(HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var set = Filters.Select(name => (Name: name, Value: request.Query[name].ToString().Trim())).Where(filter => filter.Value.Length > 0).ToList();
        var query = string.Join('&', set.Select(filter => $"{filter.Name}={Uri.EscapeDataString(filter.Value)}"));
        var cursor = request.Query["cursor"].ToString();
        var reads = await silo.Get<Page<AuditReadView>>($"/api/audit/reads?{query}{(cursor.Length == 0 ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}", cancellation);
        if (reads.Value is not { } found) return Pages.Refused(viewer, reads.Problem!);
        var next = found.NextCursor is { } more ? $"/workbench/reads?{query}&cursor={Uri.EscapeDataString(more)}" : null;
        return Pages.Show<ReadListPage, ReadListView>(viewer, new(FormView.Of(set.Select(filter => (filter.Name, (string?)filter.Value))), found, next));
    }
}
