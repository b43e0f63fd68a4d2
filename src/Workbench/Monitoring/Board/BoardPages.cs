using Revitalization.Contracts.Monitoring;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.Regions;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Monitoring.Board;

/// <param name="Own">The viewer's regions, where there are several to look at.</param>
public sealed record BoardView(MonitoringBoard Board, IReadOnlyList<Choice> Own);

/// <summary>A township's or county's board (监测看板): how many, where, how grave, how late, and who has how much to do.</summary>
internal static class BoardPages
{
    private static readonly Problem NoRegion = new(403, null, "没有管辖地区", "您的账号没有管辖地区，请联系安全管理员。", null, null);

    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/board", Show);

    private static async Task<IResult> Show(string? region, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        if ((region ?? viewer.Regions.FirstOrDefault()) is not { } shown) return Pages.Refused(viewer, NoRegion);
        var board = await silo.Get<MonitoringBoard>($"/api/monitoring/board?region={Uri.EscapeDataString(shown)}", cancellation);
        return board.Value is { } known 
            ? Pages.Show<BoardPage, BoardView>(viewer, new(known, await RegionNames.Of(silo, viewer, cancellation)))
            : Pages.Refused(viewer, board.Problem!);
    }
}
