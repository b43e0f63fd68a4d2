using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Monitoring;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Households;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Monitoring.Print;

/// <param name="Head">The head's name, opened: a notice names people.</param>
/// <param name="Finding">Kind on clearing; the risks found on admission, where the county has not decided the kind yet.</param>
public sealed record NoticeRow(string Household, string? Head, string? Group, int Members, string Finding);

/// <param name="Days">What the county's pack says of the notice's length, with its clause; null where it says nothing.</param>
public sealed record NoticePrintView(
    string VillageName, bool Clearing, IReadOnlyList<NoticeRow> Rows, DateOnly From, DateOnly? LastDay, string? Days, string Back);

public sealed record FilePrintView(MonitoringView File, HouseholdView Household, DateOnly Today);

/// <summary>
/// Sheets to be printed: the public notice (公示) of one household or of all that stand at it in a village, and a household's file. They
/// name people, so they exist here only, are never stored, and each read is recorded.
/// </summary>
internal static class PrintPages
{
    private const int MostRows = 40;
    private static readonly Problem NothingToPrint = new(404, null, "没有要公示的户", "只有处在公示环节的户才打印公示。", null, null);

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/households/{id}/monitoring/print", ShowFile);
        pages.MapGet("/households/{id}/monitoring/notice-print", ShowNotice);
        pages.MapGet("/monitoring/notice-print", ShowVillageNotice);
    }

    private static async Task<IResult> ShowFile(string id, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var file = await silo.Get<MonitoringView>(MonitoringAddress.ApiOf(id), cancellation);
        if (file.Value is not { } known) return Pages.Refused(viewer, file.Problem!);
        var household = await HouseholdPages.Read(silo, id, cancellation);
        return household.Value is { } one
            ? Pages.Show<FilePrintPage, FilePrintView>(viewer, new(known, one, Figures.ChinaToday(clock)))
            : Pages.Refused(viewer, household.Problem!);
    }

    private static async Task<IResult> ShowNotice(string id, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var read = await Read(silo, id, cancellation);
        if (read.Problem is { } problem) return Pages.Refused(viewer, problem);
        var (file, household) = read.Value;
        if (file.Step is not ("notice" or "clearing-notice")) return Pages.Refused(viewer, NothingToPrint);
        return Pages.Show<NoticePrintPage, NoticePrintView>(viewer, new(
            household.VillageName, file.Step == "clearing-notice", [Row(file, household)], file.Notice?.PostedOn ?? Figures.ChinaToday(clock), file.Notice?.LastDay,
            await NoticeDays.Of(silo, file.VillageCode, cancellation), MonitoringAddress.PageOf(id)));
    }

    private static async Task<IResult> ShowVillageNotice(
        string village, string? step, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var at = step == "clearing-notice" ? step : "notice";
        var rows = await silo.Get<Page<MonitoringRow>>($"/api/monitoring/files?region={Uri.EscapeDataString(village)}&step={at}&limit={MostRows}", cancellation);
        if (rows.Problem is { } problem) return Pages.Refused(viewer, problem);
        var named = new List<NoticeRow>();
        foreach (var row in rows.Value!.Items)
            if (await Read(silo, row.Household, cancellation) is { Problem: null } read) named.Add(Row(read.Value.File, read.Value.Household));
        if (named.Count == 0) return Pages.Refused(viewer, NothingToPrint);
        return Pages.Show<NoticePrintPage, NoticePrintView>(viewer, new(
            rows.Value.Items[0].VillageName, at == "clearing-notice", named, Figures.ChinaToday(clock), null,
            await NoticeDays.Of(silo, village, cancellation), $"/workbench/monitoring?region={Uri.EscapeDataString(village)}&step={at}"));
    }

    private static async Task<Answer<(MonitoringView File, HouseholdView Household)>> Read(SiloClient silo, string id, CancellationToken cancellation)
    {
        var file = await silo.Get<MonitoringView>(MonitoringAddress.ApiOf(id), cancellation);
        if (file.Problem is { } refused) return new(default, refused);
        var household = await HouseholdPages.Read(silo, id, cancellation);
        return household.Problem is { } problem ? new(default, problem) : new((file.Value!, household.Value!), null);
    }

    private static NoticeRow Row(MonitoringView file, HouseholdView household) => new(
        file.Household, household.Members.FirstOrDefault(member => member.Relation == "head")?.Name, household.Group, household.Members.Count,
        file.Kind is { } kind ? MonitoringWords.Kinds.TextOf(kind) : MonitoringWords.Joined(file.Risks, MonitoringWords.Risks, "—"));
}
