using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Monitoring;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Aid.Tasks;
using Revitalization.Workbench.Documents;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Monitoring.Tasks;

/// <param name="Aid">What of aid between partners waits, where all is shown; it has kinds of its own.</param>
/// <param name="OnlyOverdue">From the address, as everything that filters.</param>
/// <param name="Kind">Of the limits; null for all.</param>
/// <param name="Disclosure">What is to be published or answered; shown where nothing is filtered.</param>
public sealed record TaskPageView(
    Page<MonitoringTask> Tasks, MonitoringTaskCounts Counts, AidTaskList Aid, IReadOnlyList<WorklistNotice> Notices, bool OnlyOverdue, string? Kind, DateOnly Today, string? Done,
    IReadOnlyList<DisclosureTask> Disclosure);

/// <summary>The inbox (我的待办): what a reader's role and households ask of them, the most overdue first.</summary>
internal static class TaskPages
{
    private const int PageSize = 50;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/tasks", Show);
        pages.MapGet("/tasks.xlsx", (string? overdue, string? kind, Viewer viewer, SiloClient silo, HttpContext context, CancellationToken c) =>
            Saved.From(silo, Filtered("/api/monitoring/tasks.xlsx", overdue == "true", kind, null), "我的待办.xlsx", viewer, context, c));
        pages.MapGet("/notices.xlsx", (Viewer viewer, SiloClient silo, HttpContext context, CancellationToken c) =>
            Saved.From(silo, "/api/monitoring/notices.xlsx", "提醒.xlsx", viewer, context, c));
    }

    internal static string SheetOf(bool onlyOverdue, string? kind) => Filtered("/workbench/tasks.xlsx", onlyOverdue, kind, null);

    internal static Task<Answer<Page<MonitoringTask>>> Read(SiloClient silo, bool onlyOverdue, string? kind, string? cursor, string? after, int limit, CancellationToken cancellation) =>
        silo.Get<Page<MonitoringTask>>(
            $"/api/monitoring/tasks?limit={limit}{(onlyOverdue ? "&overdue=true" : "")}{(kind is null ? "" : $"&kind={Uri.EscapeDataString(kind)}")}{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}", cancellation);

    /// <summary>None rather than no page where they cannot be had.</summary>
    internal static async Task<MonitoringTaskCounts> Counts(SiloClient silo, CancellationToken cancellation) =>
        (await silo.Get<MonitoringTaskCounts>("/api/monitoring/tasks/counts", cancellation)).Value ?? new(0, 0, []);

    internal static string AddressOf(bool onlyOverdue, string? kind, string? cursor = null) => Filtered("/workbench/tasks", onlyOverdue, kind, cursor);

    private static string Filtered(string path, bool onlyOverdue, string? kind, string? cursor)
    {
        var query = new List<string>();
        if (onlyOverdue) query.Add("overdue=true");
        if (kind is not null) query.Add($"kind={Uri.EscapeDataString(kind)}");
        if (cursor is not null) query.Add($"cursor={Uri.EscapeDataString(cursor)}");
        return $"{path}{(query.Count == 0 ? "" : $"?{string.Join('&', query)}")}";
    }

    private static async Task<IResult> Show(
        string? overdue, string? kind, string? cursor, string? done, string? after, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var onlyOverdue = overdue == "true";
        var tasks = viewer.WorksOnHouseholds ? await Read(silo, onlyOverdue, kind, cursor, after, PageSize, cancellation) : new(new Page<MonitoringTask>([], null), null);
        if (tasks.Problem is { } problem) return Pages.Refused(viewer, problem);
        var notices = viewer.WorksOnHouseholds ? (await silo.Get<Page<WorklistNotice>>("/api/monitoring/notices", cancellation)).Value?.Items : null;
        var counts = viewer.WorksOnHouseholds ? await Counts(silo, cancellation) : new(0, 0, []);
        var aid = kind is null && cursor is null ? await AidTaskPlaces.Read(silo, viewer, after, cancellation) : AidTaskPlaces.None;
        if (onlyOverdue) aid = aid with { Items = [.. aid.Items.Where(task => task.IsOverdue)] };
        return Pages.Show<TaskPage, TaskPageView>(viewer, new(
            tasks.Value!, counts, aid, notices ?? [], onlyOverdue, kind, Figures.ChinaToday(clock), MonitoringFilePages.DoneText(done),
            cursor is null && kind is null && !onlyOverdue ? await DisclosureTasks.Of(viewer, silo, cancellation) : []));
    }
}
