using Revitalization.Contracts.Commands;
using Revitalization.Contracts.DisclosureRequests;
using Revitalization.Contracts.Documents;
using Revitalization.Workbench.DisclosureRequests;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Documents;

/// <summary>One thing that the disclosure officer owes by a day of the law's.</summary>
/// <param name="DueOn">Null where nothing is counted: no day of making, or the clock stands still.</param>
public sealed record DisclosureTask(string Address, string Title, string What, DateOnly? DueOn);

/// <summary>What is to be published or answered (公开时限): documents within twenty working days of being made, requests by their clock; first what is due first.</summary>
internal static class DisclosureTasks
{
    private const int Most = 200, Shown = 20;
    private static readonly string[] s_unpublished = ["registered", "returned", "reviewed"];

    /// <summary>Nothing for whoever does not disclose; none rather than no page where they cannot be had.</summary>
    public static async Task<IReadOnlyList<DisclosureTask>> Of(Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        if (!viewer.IsCounty) return [];
        var requests = silo.Get<Page<DisclosureRequestLine>>(Query.Join("/api/disclosure-requests", ("state", "open"), ("limit", Query.Of(Most))), cancellation);
        var documents = await Task.WhenAll(s_unpublished.Select(stage =>
            silo.Get<Page<DocumentLine>>(Query.Join("/api/documents", ("stage", stage), ("limit", Query.Of(Most))), cancellation)));
        return [.. documents.SelectMany(page => page.Value?.Items ?? []).Where(line => line.PublishedOn is null).Select(Of)
            .Concat(((await requests).Value?.Items ?? []).Select(Of)).OrderBy(task => task.DueOn ?? DateOnly.MaxValue).Take(Shown)];
    }

    private static DisclosureTask Of(DocumentLine line) => new(DocumentAddress.Of(line.Id), line.Title, line.Stage switch
    {
        "reviewed" => "公开文件", "returned" => "修改退回的文件", _ => "审核文件",
    }, line.DueOn);

    private static DisclosureTask Of(DisclosureRequestLine line) => new(RequestAddress.Of(line.Id), $"公开申请 {line.Id}", line.DueOn is null ? "等待补正或意见" : "答复公开申请", line.DueOn);
}
