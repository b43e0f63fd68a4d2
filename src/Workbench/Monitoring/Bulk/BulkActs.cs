using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Monitoring.Acts;

namespace Revitalization.Workbench.Monitoring.Bulk;

/// <summary>Acts that are the same for many households (批量办理): sent one by one, each with an id of its own.</summary>
internal static class BulkActs
{
    private static readonly string[] OfTownship = [MonitoringActs.Dispatch, MonitoringActs.Cadre, MonitoringActs.TownshipReview];
    private static readonly string[] OfCounty = [MonitoringActs.Dispatch, MonitoringActs.Cadre, MonitoringActs.CountyDecision];

    public static IEnumerable<ActForm> For(Viewer viewer) => viewer.Role switch
    {
        Roles.Township => OfTownship.Select(act => ActForms.Find(act)!),
        Roles.County => OfCounty.Select(act => ActForms.Find(act)!),
        _ => [],
    };

    public static ActForm? Find(Viewer viewer, string? act) => For(viewer).FirstOrDefault(form => form.Act == act);
}
