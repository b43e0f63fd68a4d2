using Revitalization.Contracts.Households;
using Revitalization.Contracts.Monitoring;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Monitoring;

/// <param name="Done">What was just recorded, in words; null when nothing was.</param>
public sealed record MonitoringFileView(MonitoringView File, DateOnly Today, string? Done);

/// <summary>One household's monitoring file (监测档案).</summary>
internal static class MonitoringFilePages
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/households/{id}/monitoring", Show);

    private static async Task<IResult> Show(string id, string? done, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var file = await silo.Get<MonitoringView>(MonitoringAddress.ApiOf(id), cancellation);
        return file.Value is { } known
            ? Pages.Show<MonitoringFilePage, MonitoringFileView>(viewer, new(known, Figures.ChinaToday(clock), DoneText(done)))
            : Pages.Refused(viewer, file.Problem!);
    }

    // Known acts only: the address must not be able to put words into our mouth.
    internal static string? DoneText(string? done) =>
        done is not null && MonitoringActs.Titles.TryGetValue(done, out var title) ? $"已记录：{title}。" : null;
}
