using Revitalization.Contracts.Aid;
using Revitalization.Workbench.Aid.Checks;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Aid.Tasks;

/// <summary>Where each task of aid is done, and who has any.</summary>
internal static class AidTaskPlaces
{
    public static readonly AidTaskList None = new([], 0, 0);

    /// <summary>None rather than no page where they cannot be had.</summary>
    public static async Task<AidTaskList> Read(SiloClient silo, Viewer viewer, string? after, CancellationToken cancellation) =>
        viewer.IsCounty || viewer.IsPartner ? (await silo.Get<AidTaskList>(Query.Join("/api/aid/tasks", ("after", after)), cancellation)).Value ?? None : None;

    public static string Of(AidTask task) => task switch
    {
        { Report: { } report } => AidAddress.Report(task.Partnership, report),
        { Kind: AidTaskKinds.Check } => $"{AidAddress.Partnership(task.Partnership)}/do/check?subject={Uri.EscapeDataString(task.Period ?? "")}",
        { Period: { } period } => CheckPages.Address(task.Partnership, period),
        _ => AidAddress.Partnership(task.Partnership),
    };
}
