using System.Globalization;
using Revitalization.Contracts.Monitoring;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Monitoring.Acts;

/// <summary>Accounts at work in the viewer's region, with their load: who is offered while an account is typed.</summary>
internal static class Colleagues
{
    public static async Task<IReadOnlyList<Choice>> Of(SiloClient silo, Viewer viewer, string villageCode, CancellationToken cancellation)
    {
        var region = viewer.Regions.FirstOrDefault(region => villageCode.StartsWith(region, StringComparison.Ordinal)) ?? villageCode;
        var board = await silo.Get<MonitoringBoard>($"/api/monitoring/board?region={region}", cancellation);
        var others = (board.Value?.Cadres ?? []).Where(load => load.Account != viewer.Account).OrderBy(load => load.OpenTasks);
        return
        [
            new(viewer.Account, "我自己"),
            .. others.Select(load => new Choice(load.Account, string.Create(CultureInfo.InvariantCulture, $"{load.Households} 户，待办 {load.OpenTasks}"))),
        ];
    }
}
