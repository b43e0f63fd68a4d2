using Revitalization.Contracts.Audit;
using Revitalization.Contracts.Commands;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Audit;

/// <param name="Next">Address of the next page; null on the last.</param>
/// <param name="Export">Address of all that the filter lets through, as a workbook.</param>
public sealed record ReadListView(FormView Form, Page<AuditReadView> Reads, string? Next, string Export);

/// <summary>Who read whose record (查阅记录), for the county's officer and the audit administrator.</summary>
internal static class ReadPages
{
    private static readonly string[] Filters = ["region", "household", "account", "from", "until"];

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/reads", Show);
        pages.MapGet("/reads.xlsx", (HttpRequest request, Viewer viewer, SiloClient silo, HttpContext context, CancellationToken c) =>
            Saved.From(silo, $"/api/audit/reads.xlsx?{Query(Set(request))}", "查阅记录.xlsx", viewer, context, c));
    }

    private static async Task<IResult> Show(HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var set = Set(request);
        var query = Query(set);
        var cursor = request.Query["cursor"].ToString();
        var reads = await silo.Get<Page<AuditReadView>>($"/api/audit/reads?{query}{(cursor.Length == 0 ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}", cancellation);
        if (reads.Value is not { } found) return Pages.Refused(viewer, reads.Problem!);
        var next = found.NextCursor is { } more ? $"/workbench/reads?{query}&cursor={Uri.EscapeDataString(more)}" : null;
        return Pages.Show<ReadListPage, ReadListView>(viewer, new(FormView.Of(set.Select(filter => (filter.Name, (string?)filter.Value))), found, next, $"/workbench/reads.xlsx?{query}"));
    }

    private static List<(string Name, string Value)> Set(HttpRequest request) =>
        [.. Filters.Select(name => (Name: name, Value: request.Query[name].ToString().Trim())).Where(filter => filter.Value.Length > 0)];

    private static string Query(List<(string Name, string Value)> set) => string.Join('&', set.Select(filter => $"{filter.Name}={Uri.EscapeDataString(filter.Value)}"));
}
